"""The main job: `python build.py [DOCUMENT…] [--output DIR]` is `dragoman build`; the way is in graph/build.py."""

import sys

from graph.cli import main

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
