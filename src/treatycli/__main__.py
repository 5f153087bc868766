"""The process: Ctrl-C, unexpected errors, and the exit status. What is asked is answered in `ask.py`."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def command() -> NoReturn:
    """Run `treaty` and end the process, once all that it wrote has been handed on.

    To let the interpreter take itself down, object by object, costs a lookup a fifth of its time, and there
    is nothing left for it to do: no file is open for writing, no thread runs. `python -m treatycli` ends as
    usual, for profilers and whatever else works at exit.
    """
    status = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # Python's own end deals with a stream that takes no more.
    os._exit(status)


def main() -> int:
    """Run `treaty` with the arguments of the process; return its exit status.

    An unexpected error is one line and exit status 2; `TREATY_DEBUG=1` shows where it arose.
    """
    gc.disable()  # An answer ends before a search for garbage pays; what is in no circle is freed anyway.
    try:
        from treatycli import ask, dates
        from treatycli.show.screen import Screen

        return ask.run(sys.argv[1:], Screen.real(), dates.today())
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("TREATY_DEBUG"):
            raise
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    """Say an unexpected error in one line; return the exit status."""
    import contextlib

    what = "memory ran out" if isinstance(error, MemoryError) else f"{type(error).__name__}: {error}"
    line = "".join(c if c.isprintable() else "\ufffd" for c in what)[:300]
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(
            f"treaty: unexpected error: {line}. Please report it with the command and"
            " what TREATY_DEBUG=1 shows.\n"
        )
    return 2


if __name__ == "__main__":
    sys.exit(main())
