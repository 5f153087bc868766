"""Answer -> bytes on stdout, notes on stderr, and the exit status. The only place that writes.

The whole answer is built first and written once. How it looks is decided here from `Style` and
`Screen`, and nowhere else; what it says is decided before.
"""

from __future__ import annotations

from treatycli.answers import OK, WRONG, Answer, Problem
from treatycli.folding import clean
from treatycli.vocabulary import DRAWINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.options import Command, Style
    from treatycli.show.blocks import Block
    from treatycli.show.screen import Screen

MACHINE = ("json", "jsonl", "csv", "tsv", "md", *DRAWINGS)
LISTED = 20
"""At most so many problems are listed; how many more there are is said."""


def emit(answer: Answer, command: Command, style: Style, screen: Screen) -> int:
    """Write an answer and its notes; return the exit status of the process.

    stdout carries the answer and nothing else. A reader that leaves early is success; a stdout that
    is closed or full is WRONG with one line on stderr.
    """
    kind = style.format or ("table" if screen.is_terminal else "text")
    text = ""
    if answer.items or (answer.many and not answer.problems):
        unknown = unknown_fields(command, answer, style)
        if unknown:
            return complain(unknown, style, screen)
        drawn = render(answer, command, style.replace(format=kind), screen)
        if isinstance(drawn, Problem):
            return complain(drawn, style, screen)
        text = drawn
    if text:
        status = write(text, style, screen, utf8=kind in MACHINE)
        if status is not None:
            return status
    asides = () if kind == "table" else answer.asides
    for note in (*answer.notes, *asides, *_until_when(answer, text)):
        screen.say(f"treaty: {note}.")
    if answer.problems:
        refuse(answer.problems, style, screen)
    return answer.status


def _until_when(answer: Answer, text: str) -> tuple[str, ...]:
    """Return the note until when statuses are known, where they are of a later day and the text is silent."""
    known, day = answer.known_to, answer.as_of
    if not (known and day and answer.items and day > known) or "known_to" in text or "Known to" in text:
        return ()
    from treatycli.show.blocks import until_when

    return (until_when(known, answer.documents_to or known).rstrip("."),)


def render(answer: Answer, command: Command, style: Style, screen: Screen) -> str | Problem:
    """Return the answer as the text to write, or the problem why it cannot be drawn."""
    if style.format in DRAWINGS:
        draw = command.topic().drawing(style.format)
        assert draw is not None, "ask refuses a format that the command does not have"
        drawn = draw(answer)
        return drawn if isinstance(drawn, Problem) else _clean(drawn.replace("\r", ""), screen, drawn)
    if style.format == "md" and not style.fields and not style.field and answer.items and _is_page(answer):
        return _clean(_markdown(answer, command), screen)
    if style.field or style.format in MACHINE or (style.fields and style.format == "text"):
        from treatycli.show import machine

        text = machine.render(answer, command.topic().of(answer), style, pretty=screen.is_terminal)
        return _clean(text, screen)
    if len(answer.items) == 1 and not answer.many:
        whole = answer.items[0].as_text()
        if whole is not None:
            return _clean(whole, screen)
    from treatycli.show.blocks import View

    if style.format == "text":
        from treatycli.show import text as plain

        text = plain.render(answer, command.topic().of(answer), style)
        return _clean(text, screen)
    from treatycli.show import terminal

    view = View(screen.width, screen.writes("◆▼█░●│"), drawn=True)
    page = _chosen(answer, style.fields) if style.fields else command.topic().page(answer, view)
    return terminal.render([_told_apart(block) for block in page], view, style, screen)


def _chosen(answer: Answer, fields: Sequence[str]) -> list[Block]:
    """Return the page of a few fields: a line each for one record, a table for several."""
    from treatycli.show.blocks import Field, Grid
    from treatycli.show.text import cell

    rows = [tuple(cell(getattr(item, name)) for name in fields) for item in answer.items]
    if answer.many or len(rows) > 1:
        return [Grid(tuple(fields), tuple(rows))]
    return [Field(name, text) for name, text in zip(fields, rows[0], strict=True)]


def _told_apart(block: Block) -> Block:
    """Return a block as it is, short references so that no two of them read alike."""
    from treatycli.show import blocks

    if isinstance(block, blocks.References) and not block.whole:
        return block.replace(sources=blocks.told_apart(block.sources))
    return block


def _is_page(answer: Answer) -> bool:
    """Tell whether an answer is shown as a page, and not a line a record."""
    return not answer.many or answer.whole


def _markdown(answer: Answer, command: Command) -> str:
    whole = answer.items[0].as_text()
    if whole is not None:
        return whole
    from treatycli.show import markdown
    from treatycli.show.blocks import View

    return markdown.render(command.topic().page(answer, View()))


def _clean(text: str, screen: Screen, piped: str | None = None) -> str:
    """Return a text as a terminal may get it; in a pipe as it is, or as `piped`."""
    return clean(text, keep="\n\t") if screen.is_terminal else piped or text


def unknown_fields(command: Command, answer: Answer, style: Style) -> Problem | None:
    """Return the problem with `--fields` or `--field`, if the records have no such field."""
    asked = style.fields or ((style.field,) if style.field else ())
    if not asked:
        return None
    topic = command.topic().of(answer)
    known = list(topic.shape.FIELDS)
    if style.format in ("csv", "tsv") and not style.field:
        from treatycli.show import machine

        own = machine.columns(topic)
        if set(asked) <= set(own) or any(name in own and name not in known for name in asked):
            known = list(own)  # of the rows of the table, which are not the records
    unknown = [name for name in asked if name not in known]
    if not unknown:
        return None
    named = ", ".join(repr(name) for name in unknown)
    hint = f"Its fields: {', '.join(known)}"
    if len(unknown[0]) == 2 and any(option.name == "lang" for option in command.options):
        hint = f"For a language: --lang {unknown[0]}. {hint}"
    return Problem("unknown-field", f"{command.name} has no field {named}", hint, status=WRONG)


def refuse(problems: Sequence[Problem], style: Style, screen: Screen) -> int:
    """Say several problems, at most `LISTED`, and how many more there are; return the worst status."""
    for problem in problems[:LISTED]:
        complain(problem, style, screen)
    if len(problems) > LISTED:
        screen.say(f"treaty: and {len(problems) - LISTED} more.")
    return max((problem.status for problem in problems), default=WRONG)


def complain(problem: Problem, style: Style, screen: Screen) -> int:
    """Say a problem on stderr: one line and what to try, or JSON; return its exit status.

    The code of every broken table is `bad-data` for a script; which rule it breaks is in the message.
    """
    if style.as_json:
        import json

        said = {
            "code": "bad-data" if problem.file else problem.code,
            "message": clean(str(problem)),
            "hint": clean(problem.hint),
            "suggestions": problem.suggestions,
        }
        screen.say(json.dumps({"error": said}, ensure_ascii=False))
        return problem.status
    hint = problem.hint
    if hint and hint[-1] not in ".:" and "\n" not in hint:
        hint += "."
    message = str(problem)
    ends = "\n" if "\n" in message else ". "
    screen.say(f"treaty: {message}{ends}{hint}".rstrip())
    for suggestion in problem.suggestions:
        screen.say(f"  {suggestion}")
    return problem.status


def write(text: str, style: Style, screen: Screen, *, utf8: bool = False) -> int | None:
    """Write a text, through a pager where one is wanted; None, or the exit status where it ends here."""
    if _through_pager(text, style, screen):
        return None
    reason = screen.write(text, utf8=utf8)
    if reason is None:
        return None
    if not reason:
        return OK
    message = f"the answer cannot be written: {reason}"
    return complain(
        Problem("cannot-write", message, "Give it an open file or pipe", (), WRONG), style, screen
    )


def _through_pager(text: str, style: Style, screen: Screen) -> bool:
    """Show a text through the pager, if it is longer than the screen or one is asked for."""
    if style.pager is False or not screen.is_terminal or screen.environ.get("TERM") == "dumb":
        return False
    if style.pager is None and (text.count("\n") < screen.height or style.format in MACHINE):
        return False
    from treatycli.show import pager

    return pager.show(text, screen)
