"""What the tables hold on the duties of each state: its acts, its deadlines and what it declared done."""

from __future__ import annotations

from treatycli import dates, status
from treatycli.records import Action, Completion, DeadlineRow, State
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    from treatycli.package import Package

    R = TypeVar("R", Action, Completion, DeadlineRow)


FEW = 9
"""Rows of so many states are looked up one by one; for more the tables are read."""


def due(package: Package, iso3: str, day: str) -> tuple[status.Due, ...]:
    """Return the deadlines of a state on a day (ISO 8601), from all that the tables hold on them."""
    return status.deadlines(*_of(package, iso3), day)


def _of(package: Package, iso3: str) -> tuple[list[Action], list[DeadlineRow], list[Completion]]:
    """Return the acts of a state that bring or end duties, its deadlines and its completions."""
    acts = [a for a in package.find(Action, iso3) if a.treaty == MINE_BAN and a.action != "signature"]
    return acts, package.find(DeadlineRow, iso3), package.find(Completion, iso3)


def of_all(
    package: Package, codes: frozenset[str] | None = None
) -> Iterator[tuple[State, list[Action], list[DeadlineRow], list[Completion]]]:
    """Yield each state, or each of those with these codes, with all that its deadlines rest on.

    A signature is not among its acts: it brings none.
    """
    if codes is not None and len(codes) <= FEW:
        for code in sorted(codes):
            yield package.get(State, code), *_of(package, code)
        return
    acts = package.all(Action, treaty=MINE_BAN, action=lambda cell: cell != "signature")
    actions = _by_state(acts)
    deadlines = _by_state(package.all(DeadlineRow))
    completions = _by_state(package.all(Completion))
    for state in package.all(State):
        code = state.iso3
        if codes is None or code in codes:
            yield state, actions.get(code, []), deadlines.get(code, []), completions.get(code, [])


def are_over(actions: Sequence[Action], day: str) -> bool:
    """Tell whether the time that Article 4 gives is over on a day, from whichever act it would run."""
    latest = max([dates.last(status.takes_effect(act)) for act in actions], default="0001-01-01")
    return status.article_4(latest) < day


def ahead(
    package: Package, day: str, codes: frozenset[str] | None = None
) -> Iterator[tuple[State, status.Due, list[Action], list[DeadlineRow]]]:
    """Yield the deadlines of Articles 4 and 5 that lie ahead on a day, with its state's acts and its rows.

    Those of all states, or of those with these codes.

    Without a deadline of Article 5 on record a state has none: only mined areas bring that duty.
    """
    for state, actions, rows, completions in of_all(package, codes):
        if not rows and are_over(actions, day):
            continue  # Most states: nothing on record, and the time for stockpiles is long over.
        for one in status.deadlines(actions, rows, completions, day, ("4", "5")):
            ours = [row for row in rows if row.article == one.article]
            if one.status == status.AHEAD and (ours or one.article == "4"):
                yield state, one, actions, ours


def actions_by_state(package: Package, treaty: str) -> dict[str, list[Action]]:
    """Return the actions under a treaty by the state's code."""
    key = ("actions_by_state", treaty)
    return package.remembered(key, lambda: _by_state(package.all(Action, treaty=treaty)))


def _by_state(rows: Iterable[R]) -> dict[str, list[R]]:
    """Return rows of states by the state's code, where all states are asked about."""
    gathered: dict[str, list[R]] = {}
    for row in rows:
        gathered.setdefault(row.iso3, []).append(row)
    return gathered
