"""What every lookup returns: records, notes, problems, the as-of date, the exit status."""

from __future__ import annotations

from treatycli.records import Record

OK, MISSING, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: answered; nothing found, or ambiguous; usage, data or write error; Ctrl-C."""


class Problem(Record):
    """Why there is no answer: a stable code, what is wrong, what to do, and commands to try."""

    code: str
    message: str
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    status: int = MISSING


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
