"""`python -m graph` is the command `dragoman`."""

import sys

from graph.cli import main

sys.exit(main())
