"""A page longer than the terminal goes through the pager, as git does it."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import subprocess

from treatycli.show.screen import encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.show.screen import Screen


def show(text: str, screen: Screen) -> bool:
    """Show a text through `PAGER` (else `less`, else `more`); False where none shows it.

    `LESS` is `FRX` unless it is set, and always has `R`: colours are colours. An empty PAGER, `cat`, or
    one that cannot be started or fails leaves the text to be printed.
    """
    command = screen.environ.get("TREATY_PAGER", screen.environ.get("PAGER"))
    if command is None:
        command = next((name for name in ("less", "more") if shutil.which(name)), "")
    try:
        words = shlex.split(command)
    except ValueError:
        words = [command]
    if not words or words == ["cat"]:
        return False
    flags = screen.environ.get("LESS", "FRX")
    environ = {**screen.environ, "LESS": flags if "R" in flags else f"{flags} -R".strip()}
    try:
        with subprocess.Popen(words, stdin=subprocess.PIPE, env=environ) as process:
            _feed(process, encoded(text, screen.encoding))
    except OSError as error:
        screen.say(f"treaty: the pager {command!r} cannot be started ({error.strerror}).")
        return False
    if process.returncode:
        screen.say(f"treaty: the pager {command!r} failed.")
    return process.returncode == 0


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    """Give the pager the text; one that is left before the end is no error, nor is Ctrl-C in it."""
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        process.communicate(data)
    while process.returncode is None:
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()
