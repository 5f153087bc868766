"""What every lookup returns: records, notes, problems, the as-of date, the exit status."""

from __future__ import annotations

from treatycli.records import Record

OK, MISSING, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: answered; nothing found, or ambiguous; usage, data or write error; Ctrl-C."""


class Problem(Record):
    """Why there is no answer, or what is wrong at a line of a file.

    A stable code, what is wrong, what to do, and commands to try. `file` and `line` (from 1) are set
    where a data package breaks a rule.
    """

    code: str
    message: str
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    status: int = MISSING
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.file else ""
        return f"{place}{self.code}: {self.message}"

    def as_line(self) -> str:
        """Return the problem as compilers write it: `file:line: CODE: message`."""
        return str(self)


class DataError(Exception):
    """The data package breaks a rule; `problems` say which, where, and what to do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems: tuple[Problem, ...] = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class Answer(Record):
    """What every lookup returns. `many` makes it a list, also when it holds one record or none."""

    command: str
    items: tuple[Record, ...] = ()
    many: bool = False
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    as_of: str | None = None
    data_version: str | None = None

    @property
    def status(self) -> int:
        """The exit status: that of the worst problem, or 0."""
        return max((problem.status for problem in self.problems), default=OK)
