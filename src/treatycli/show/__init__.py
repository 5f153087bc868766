"""Answer -> bytes on stdout, notes on stderr, and the exit status. The only place that writes.

The whole answer is built first and written once. How it looks is decided here from `Style` and
`Screen`, and nowhere else; what it says is decided before.
"""

from __future__ import annotations

import os
import sys

from treatycli.answers import OK, WRONG, Answer, Problem
from treatycli.items import Annotation, Item
from treatycli.records import Record
from treatycli.show.clean import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TextIO

FORMATS = ("table", "text", "json", "jsonl", "csv", "tsv", "md")
GONE = -1
"""The reader left before the end: success, and nothing more to say."""
LARGE = 4 * 2**20
"""From this size in bytes on, reading a file shows its progress."""
MACHINE = ("json", "jsonl", "csv", "tsv", "md")


class Style(Record):
    """How an answer is asked to look. `format` None: `table` on a terminal, `text` otherwise."""

    format: str | None = None
    fields: tuple[str, ...] = ()
    field: str | None = None
    headers: bool = True
    color: str = "auto"
    pager: bool = False


class Screen:
    """The world outside: streams, environment, width. Tests hand in their own."""

    def __init__(
        self,
        stdout: TextIO | None,
        stderr: TextIO | None,
        environ: Mapping[str, str],
    ) -> None:
        self.stdout, self.stderr, self.environ = stdout, stderr, environ

    @classmethod
    def real(cls) -> Screen:
        """Return the screen of this process."""
        return cls(sys.stdout, sys.stderr, os.environ)

    @property
    def is_terminal(self) -> bool:
        """Tell whether stdout is a terminal."""
        try:
            return self.stdout is not None and self.stdout.isatty()
        except (OSError, ValueError):
            return False

    @property
    def encoding(self) -> str:
        """The encoding that text on stdout is written in."""
        return getattr(self.stdout, "encoding", None) or "utf-8"

    @property
    def width(self) -> int:
        """The columns of the terminal: `COLUMNS`, else what it says, else 80; at least 20."""
        columns = self.environ.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and 0 < int(columns[:5]) <= 10_000:
            return max(20, int(columns))
        for stream in (self.stdout, self.stderr):
            try:
                if stream is not None:
                    return max(20, os.get_terminal_size(stream.fileno()).columns or 80)
            except (OSError, ValueError, AttributeError):
                continue
        return 80

    def color(self, style: Style) -> bool:
        """Tell whether to use colour: `--color`, then NO_COLOR, FORCE_COLOR, TERM, the terminal."""
        if style.color != "auto":
            return style.color == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if self.environ.get("FORCE_COLOR", "0") not in ("", "0"):
            return True
        return self.is_terminal and self.environ.get("TERM") not in ("dumb", "unknown")


def emit(answer: Answer, style: Style, screen: Screen) -> int:
    """Write an answer and its notes; return the exit status of the process.

    stdout carries the answer and nothing else. A reader that leaves early is success; a stdout that
    is closed or full is WRONG with one line on stderr.
    """
    kind = style.format or ("table" if screen.is_terminal else "text")
    as_json = kind in ("json", "jsonl")
    text = ""
    if answer.items or (answer.many and not answer.problems):
        unknown = unknown_fields(answer, style)
        if unknown:
            return complain(unknown, screen, as_json=as_json)
        text = render(answer, style.replace(format=kind), screen)
    status = write(text, screen, utf8=kind in MACHINE, pager=style.pager) if text else OK
    if status != OK:
        return OK if status == GONE else status
    for note in answer.notes:
        _say(f"treaty: {note}.", screen)
    for problem in answer.problems:
        complain(problem, screen, as_json=as_json)
    return answer.status


def render(answer: Answer, style: Style, screen: Screen) -> str:
    """Return the answer as the text to write."""
    if answer.command == "gloss annotate" and style.format in ("table", "text", "md") and not style.field:
        return _annotated(answer, style, screen)
    if style.field or style.format in MACHINE or (style.fields and style.format == "text"):
        from treatycli.show import machine

        text = machine.render(answer, style, pretty=screen.is_terminal)
        return clean(text, keep="\n\t") if screen.is_terminal else text
    if len(answer.items) == 1 and isinstance(answer.items[0], Item):
        whole = answer.items[0].as_text()
        if whole is not None:
            return clean(whole, keep="\n\t")
    if style.format == "text":
        from treatycli.show import text as plain

        text = plain.render(answer, headers=style.headers)
        return clean(text, keep="\n\t") if screen.is_terminal else text
    from treatycli.show import terminal

    return terminal.render(answer, style, screen)


def _annotated(answer: Answer, style: Style, screen: Screen) -> str:
    from treatycli.show import annotate

    (note,) = answer.items
    assert isinstance(note, Annotation)
    foot = f"As of {answer.as_of}, data {answer.data_version}, by treaty."
    if note.page or note.kind == "html" or style.format == "md":
        marked = annotate.page if note.page or note.kind == "html" else annotate.markdown
        text = marked(note, foot)
        return clean(text.replace("\r\n", "\n"), keep="\n\t") if screen.is_terminal else text
    bold = style.format == "table" and screen.color(style)
    return annotate.text(note, foot, strong="\x1b[1m" if bold else "", reset="\x1b[0m" if bold else "")


def progress(paths: Sequence[str] | None) -> Callable[[int], None] | None:
    """Return what to tell the bytes read of a large file, to show progress on stderr; None for others."""
    try:
        size = os.path.getsize(paths[0]) if paths else 0
        if size < LARGE or sys.stderr is None or not sys.stderr.isatty():
            return None
    except (OSError, ValueError):
        return None
    from treatycli.show import terminal

    return terminal.progress(size)


def unknown_fields(answer: Answer, style: Style) -> Problem | None:
    """Return the problem with `--fields` or `--field`, if the records have no such field."""
    from treatycli.show.shapes import shape_of

    asked = style.fields or ((style.field,) if style.field else ())
    if not asked:
        return None
    known = shape_of(answer.command).FIELDS
    unknown = [name for name in asked if name not in known]
    if not unknown:
        return None
    return Problem(
        "unknown-field",
        f"{answer.command} has no field {', '.join(repr(name) for name in unknown)}",
        f"Its fields: {', '.join(known)}",
        status=WRONG,
    )


def complain(problem: Problem, screen: Screen, *, as_json: bool) -> int:
    """Say a problem on stderr: one line and what to try, or JSON; return its exit status."""
    if as_json:
        import json

        told = {name: value for name, value in problem.pairs() if name != "status"}
        _say(json.dumps({"error": told}, ensure_ascii=False), screen)
        return problem.status
    hint = f" {problem.hint}" if problem.hint else ""
    if hint and hint[-1] not in ".:":
        hint += "."
    _say(f"treaty: {problem.message}.{hint}", screen)
    for suggestion in problem.suggestions:
        _say(f"  {suggestion}", screen)
    return problem.status


def _say(line: str, screen: Screen) -> None:
    try:
        if screen.stderr is not None:
            screen.stderr.write(clean(line) + "\n")
            screen.stderr.flush()
    except (OSError, ValueError):
        pass


def write(text: str, screen: Screen, *, utf8: bool = False, pager: bool = False) -> int:
    """Write the whole text to stdout; return OK, GONE where its reader has left, or WRONG."""
    if screen.stdout is None:
        return complain(_unwritable("standard output is closed"), screen, as_json=False)
    if pager and screen.is_terminal:
        import pydoc

        os.environ.setdefault("LESS", "-R")  # or less shows colours as escapes
        pydoc.pager(text)
        return OK
    data = text.encode("utf-8" if utf8 else screen.encoding, "replace")
    try:
        buffer = getattr(screen.stdout, "buffer", None)
        if buffer is None:
            screen.stdout.write(text)
        else:
            buffer.write(data)
        screen.stdout.flush()
    except (OSError, ValueError) as error:
        return unwritten(error, screen)
    return OK


def unwritten(error: OSError | ValueError, screen: Screen) -> int:
    """Return GONE where the reader has left; else say why stdout takes no more, and return WRONG."""
    _forget(screen)
    if isinstance(error, BrokenPipeError):
        return GONE
    return complain(_unwritable(getattr(error, "strerror", None) or str(error)), screen, as_json=False)


def _unwritable(reason: str) -> Problem:
    return Problem(
        "cannot-write", f"the answer cannot be written: {reason}", "Give it an open file or pipe", (), WRONG
    )


def _forget(screen: Screen) -> None:
    """Point stdout at the null device, so that Python's exit does not try to write again."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, screen.stdout.fileno())  # type: ignore[union-attr]
        os.close(null)
    except (OSError, ValueError, AttributeError):
        pass
