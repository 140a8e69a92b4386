"""The output folder: what a build makes appears there whole, or not at all."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError

DRAFT = ".draft"
READY = ".ready"


@contextmanager
def open_draft(folder: Path) -> Iterator[Path]:
    """A fresh folder inside `folder` whose files take their places there when the block ends without an error.

    A block that fails leaves what was there before; a process that is killed while the files are being moved leaves
    a complete draft, which the next call puts in place first. Raises StoreError where the folder cannot be written.
    """
    draft, ready = folder / DRAFT, folder / READY
    try:
        folder.mkdir(parents=True, exist_ok=True)
        publish(ready, folder)
        clear(draft)
        draft.mkdir()
    except OSError as error:
        raise refusal(folder, error) from error
    try:
        yield draft
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    try:
        draft.rename(ready)
        publish(ready, folder)
    except OSError as error:
        raise refusal(folder, error) from error


def clear(draft: Path) -> None:
    """Take away the draft of a killed process; what worked for that one may write for a moment still."""
    for _ in range(20):
        shutil.rmtree(draft, ignore_errors=True)
        if not draft.exists():
            return
        time.sleep(0.1)


def publish(ready: Path, folder: Path) -> None:
    """Move the files of a complete draft to their places; each takes the place of an older one at once."""
    if not ready.is_dir():
        return
    for file in sorted(ready.iterdir()):
        file.replace(folder / file.name)
    ready.rmdir()


def refusal(folder: Path, error: OSError) -> StoreError:
    """The error for an output folder that cannot be written."""
    reason = error.strerror or str(error)
    return StoreError(f"{folder}: cannot be written ({reason}); give another folder with --output")
