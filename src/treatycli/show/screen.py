"""The world outside: streams, environment, width, colour; and the writing to it, whole or not at all."""

from __future__ import annotations

import os
import sys

from treatycli.folding import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import BinaryIO, TextIO

    from treatycli.options import Style

LARGE = 4 * 2**20
"""From this size in bytes on, reading a file shows its progress."""
WIDEST = 1000
"""No terminal is wider, whatever COLUMNS says: a page for it would only cost memory."""


class Screen:
    """The streams and the environment of one run of `treaty`. Tests hand in their own."""

    def __init__(
        self,
        stdin: TextIO | None,
        stdout: TextIO | None,
        stderr: TextIO | None,
        environ: Mapping[str, str],
    ) -> None:
        self.stdin, self.stdout, self.stderr, self.environ = stdin, stdout, stderr, environ

    @classmethod
    def real(cls) -> Screen:
        """Return the screen of this process."""
        return cls(sys.stdin, sys.stdout, sys.stderr, os.environ)

    @property
    def is_terminal(self) -> bool:
        """Tell whether stdout is a terminal."""
        return _is_terminal(self.stdout)

    @property
    def encoding(self) -> str:
        """The encoding that text on stdout is written in: the stream's, but ASCII where only that shows.

        Python writes UTF-8 in the locale C too; a terminal and a pager in it show the bytes.
        """
        said: str = getattr(self.stdout, "encoding", None) or "utf-8"
        utf8 = said.lower().replace("_", "-") in ("utf-8", "utf8")
        return "ascii" if utf8 and self.is_terminal and self._plain_locale() else said

    def _plain_locale(self) -> bool:
        """Tell whether the locale is C or POSIX, by the variables that say so, the strongest first."""
        said = (self.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        return os.name == "posix" and next(filter(None, said), "C") in ("C", "POSIX")

    @property
    def width(self) -> int:
        """The columns of the terminal: `COLUMNS`, else what it says, else 80; from 20 to 1,000."""
        return min(max(20, self._size("COLUMNS", 0) or 80), WIDEST)

    @property
    def height(self) -> int:
        """The lines of the terminal: `LINES`, else what it says, else 24."""
        return self._size("LINES", 1) or 24

    def _size(self, name: str, place: int) -> int:
        """Return a size that the environment names, else that of the terminal, else 0."""
        text = self.environ.get(name, "").lstrip("0")
        if text.isascii() and text.isdigit():
            return min(int(text[:9]), 10**6) if len(text) < 10 else 0
        for stream in (self.stdout, self.stderr):
            try:
                if stream is not None:
                    return os.get_terminal_size(stream.fileno())[place]
            except (OSError, ValueError, AttributeError):
                continue
        return 0

    def color(self, style: Style) -> bool:
        """Tell whether to use colour: `--color`, then NO_COLOR, FORCE_COLOR, TERM, the terminal."""
        if style.color != "auto":
            return style.color == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return self.is_terminal and self.environ.get("TERM") not in ("dumb", "unknown")

    def writes(self, text: str) -> bool:
        """Tell whether stdout's encoding has all these characters."""
        try:
            text.encode(self.encoding)
        except (UnicodeError, LookupError):
            return False
        return True

    @property
    def stdin_bytes(self) -> BinaryIO | None:
        """Standard input as bytes; None where it is closed or a terminal."""
        if self.stdin is None or _is_terminal(self.stdin):
            return None
        return getattr(self.stdin, "buffer", None)

    def lines(self) -> list[str]:
        """Return the lines of standard input, read to its end; none where it is closed."""
        buffer = getattr(self.stdin, "buffer", None)
        return buffer.read().decode("utf-8", "replace").splitlines() if buffer is not None else []

    def progress(self, paths: Sequence[str]) -> Callable[[int], None] | None:
        """Return what to tell the bytes read of a large file, to show progress on stderr; None for others."""
        try:
            size = os.path.getsize(paths[0]) if paths else 0
        except (OSError, ValueError):
            return None
        if size < LARGE or not _is_terminal(self.stderr):
            return None
        from treatycli.show import terminal

        return terminal.progress(size, self)

    def say(self, line: str) -> None:
        """Write a line to stderr, cleaned of what a terminal must not get; silence where there is none."""
        try:
            if self.stderr is not None:
                text = clean(line, keep="\n") + "\n"
                if _is_terminal(self.stderr) and self._plain_locale():
                    text = encoded(text, "ascii").decode("ascii")
                self.stderr.write(text)
                self.stderr.flush()
        except (OSError, ValueError):
            pass

    def write(self, text: str, *, utf8: bool = False) -> str | None:
        """Write the whole text to stdout; return why it could not be written, or None.

        The empty string is the reason of a reader that has left: success, and nothing more to say.
        A stdout that takes only a part (a full disk, a pipe that does not block) is asked again for
        the rest, and fails if it takes nothing.
        """
        if self.stdout is None:
            return "standard output is closed"
        try:
            buffer = getattr(self.stdout, "buffer", None)
            if buffer is None:
                self.stdout.write(text)
            else:
                _write_all(buffer, encoded(text, "utf-8" if utf8 else self.encoding))
            self.stdout.flush()
        except (OSError, ValueError) as error:
            self.forget()
            if isinstance(error, BrokenPipeError):
                return ""
            return getattr(error, "strerror", None) or str(error)
        return None

    def forget(self) -> None:
        """Point stdout at the null device, so that Python's exit does not try to write again."""
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, self.stdout.fileno())  # type: ignore[union-attr]
            os.close(null)
        except (OSError, ValueError, AttributeError):
            pass


def encoded(text: str, encoding: str) -> bytes:
    """Return a text in an encoding; a letter that it lacks without its accents, else a question mark."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        from unicodedata import combining, normalize

        lacking = {c for c in set(text) if c.encode(encoding, "ignore") == b""}
        plain = {ord(c): "".join(p for p in normalize("NFKD", c) if not combining(p)) or "?" for c in lacking}
        return text.translate(plain).encode(encoding, "replace")


def _write_all(buffer: BinaryIO, data: bytes) -> None:
    """Write every byte. An unbuffered stream may take fewer than it is given, and says how many."""
    rest = memoryview(data)
    while rest:
        taken = buffer.write(rest)
        if not taken:
            raise OSError(11, "it takes no more now (a pipe that does not block?)")
        rest = rest[taken:]


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except (OSError, ValueError):
        return False
