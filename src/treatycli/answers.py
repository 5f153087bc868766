"""What every lookup returns: records, notes, problems, and the exit status that follows."""

from __future__ import annotations

from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

OK, MISSING, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: answered; nothing found, or ambiguous; usage, data, write or unexpected error; Ctrl-C."""


class Item(Record):
    """A record of an answer, as scripts see it. `COLUMNS` are the fields that a list shows as text."""

    COLUMNS: ClassVar[tuple[str, ...]] = ()

    def as_text(self) -> str | None:
        """Return the record as a whole text of its own form; None for a page."""
        return None

    def as_line(self) -> str | None:
        """Return the record as a line of text of its own form; None for its columns, tab-separated."""
        return None


class Text(Item):
    """A text that is an answer by itself: a path, a schema, a script."""

    COLUMNS = ("text",)

    text: str

    def as_text(self) -> str:
        """Return the text with its line end."""
        return self.text if self.text.endswith("\n") else self.text + "\n"


class Problem(Item):
    """Why there is no answer, or what is wrong with a table: a stable code, what it is, what to do.

    `suggestions` are commands to try; `file` and `line` say where a broken table breaks.
    """

    COLUMNS = ("file", "line", "code", "message", "hint")

    code: str
    message: str
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    status: int = MISSING
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code}: {self.message}" if self.file else self.message

    def as_line(self) -> str:
        """Return the problem as compilers write it."""
        return str(self)


class DataError(Exception):
    """The data package breaks a rule; `problems` say which, each with its file and line."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*map(str, problems))
        self.problems = problems


def counted(count: int, one: str, more: str = "") -> str:
    """Return how many there are of something: `1 event`, `5 events`; `more` is a plural that adds no s."""
    return f"{count} {one if count == 1 else more or one + 's'}"


class Answer(Record):
    """What every lookup returns. `many` makes it a list, also when it holds one record or none.

    A list that is `whole` is shown page after page, and not a line a record. `margin` are numbers that
    a page shows beside its records.

    `about` is what the records were narrowed to, in words for a heading: `NATO`, `Poland, 2025`.
    `asides` are notes on what a terminal's page says itself, for the reader of a list in a pipe.
    `names` are those of states whose codes its records carry, where a picture writes them out.
    `parts` are those of its page that were asked for. The door fills the rest in: `as_of` is the day
    asked about where the command has one, and `dated` that it was named and is not just today;
    `known_to` is the day of the depositary's list that the statuses rest on, `documents_to` that of the
    latest document (all ISO 8601).
    """

    items: tuple[Item, ...] = ()
    many: bool = False
    notes: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    parts: frozenset[str] = frozenset()
    whole: bool = False
    margin: tuple[int, ...] = ()
    about: str = ""
    names: tuple[tuple[str, str], ...] = ()
    command: str = ""
    as_of: str | None = None
    dated: bool = False
    known_to: str | None = None
    documents_to: str | None = None
    data_version: str | None = None

    @property
    def status(self) -> int:
        """The exit status: that of the worst problem, or 0."""
        return max((problem.status for problem in self.problems), default=OK)


def failed(
    code: str,
    message: str,
    hint: str,
    suggestions: tuple[str, ...] = (),
    *,
    status: int = MISSING,
    many: bool = False,
) -> Answer:
    """Return the answer that there is none, and why."""
    return Answer(many=many, problems=(Problem(code, message, hint, suggestions, status),))
