"""A state under a treaty on a day: its row, the sentence that says where it stands, and all 197 of them."""

from __future__ import annotations

from treatycli import dates, duties, names, status, vocabulary
from treatycli.answers import WRONG, Answer, Item, counted, failed
from treatycli.records import Action, State, Treaty
from treatycli.show.blocks import Block, Foot, Grid
from treatycli.topics import Topic, groups, known, misses
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import ClassVar

    from treatycli.package import Package
    from treatycli.show.blocks import View


class StateRow(Item):
    """`treaty countries`: one state on one day, under one treaty.

    `as_of` is the day asked about, `known_to` that of the depositary's list behind the status.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "iso3",
        "short_name",
        "region",
        "status",
        "in_force",
        "withdrawal_effective",
    )

    iso3: str
    iso2: str
    name: str
    short_name: str
    region: str
    subregion: str
    un_member: bool
    as_of: str
    known_to: str
    treaty: str
    status: str
    signed: str | None
    deposited: str | None
    deposit_type: str | None
    in_force: str | None
    withdrawal_notified: str | None
    withdrawal_effective: str | None
    notification: str | None


LATER = "Later than the day asked"
"""What a page says of dates behind the day that it is about."""


def later(row: StateRow, *fields: str) -> list[str]:
    """Return those of a row's fields that hold a date behind the day asked about."""
    held = ((field, getattr(row, field)) for field in fields)
    return [field for field, date in held if date and dates.first(date) > row.as_of]


def state_row(state: State, actions: Iterable[Action], treaty: str, day: str, known_to: str) -> StateRow:
    """Return one state under one treaty on a day: its status and the dates that lead there."""
    ours = [a for a in actions if a.treaty == treaty]
    return StateRow(
        **{name: value for name, value in state.pairs() if name != "m49"},
        as_of=day,
        known_to=known_to,
        treaty=treaty,
        status=status.status_on(ours, treaty, day).status,
        **status.milestones(ours),
    )


def row_of(package: Package, iso3: str, treaty: str, day: str) -> StateRow:
    """Return the row of the state with a code."""
    known_to = known.known_to(package, treaty)
    return state_row(package.get(State, iso3), package.find(Action, iso3), treaty, day, known_to)


def sentence(row: StateRow, *, capital: bool = True) -> str:
    """Return where a state stands as a sentence, by its case: `LEFT the Convention on 27 December 2025`.

    Without `capital` the first words are in small letters, for the middle of a line.
    """
    strong, rest = _SENTENCES[row.status](row)
    return (strong if capital else strong.lower()) + rest


def _day(date: str | None) -> str:
    return dates.on(date) if date else "on a day not established"


def _convention(row: StateRow) -> str:
    return "the Convention" if row.treaty == MINE_BAN else f"the {row.treaty}"


def _not_party(row: StateRow) -> tuple[str, str]:
    if row.signed is None and row.deposited is None:
        return "NOT A PARTY", "; never signed, never joined"
    later = row.signed if row.signed and dates.first(row.signed) > row.as_of else row.deposited
    return "NOT A PARTY", f" on that day; what came later: {_later(row, later)}"


def _later(row: StateRow, first: str | None) -> str:
    what = "signed" if first == row.signed else (row.deposit_type or "joined").replace("_", " ")
    return f"{what} {_day(first)}"


def _former(row: StateRow) -> tuple[str, str]:
    return "LEFT", f" {_convention(row)} {_day(row.withdrawal_effective)}"


def _withdrawing(row: StateRow) -> tuple[str, str]:
    until = row.withdrawal_effective or ""
    when = f" until {dates.words(until)}" if "/" not in until else f", leaving {dates.words(until)}"
    return "PARTY", f"{when} (notice given {_day(row.withdrawal_notified)})"


def _not_yet(row: StateRow) -> tuple[str, str]:
    return "JOINED", f" {_day(row.deposited)}; bound from {dates.words(row.in_force or '')}"


def _not_established(row: StateRow) -> tuple[str, str]:
    start, _, end = (row.in_force or "").partition("/")
    year = (row.deposited or "")[:4]
    if row.as_of < start:
        by_then = "" if dates.last(row.deposited or "") <= row.as_of else " and may not have joined by then"
        return "JOINED", f" in {year}, on a day not established; not bound on this day{by_then}"
    bounds = f"({dates.words(start)} to {dates.words(end)})" if end else f"({_day(row.in_force)})"
    return "JOINED", f" in {year}; whether it is bound on this day is not established {bounds}"


_SENTENCES = {
    vocabulary.PARTY: lambda row: ("PARTY", f" since {dates.a_day(row.in_force or '')}"),
    vocabulary.NOT_YET_IN_FORCE: _not_yet,
    vocabulary.NOT_ESTABLISHED: _not_established,
    vocabulary.WITHDRAWING: _withdrawing,
    vocabulary.FORMER: _former,
    vocabulary.SIGNATORY: lambda row: ("SIGNATORY", f" since {dates.words(row.signed or '')}; not a party"),
    vocabulary.NOT_PARTY: _not_party,
}


def rows_on(package: Package, treaty: str, day: str, members: frozenset[str] | None = None) -> list[StateRow]:
    """Return the states under a treaty on a day, by name: all of them, or those with these codes."""
    actions = duties.actions_by_state(package, treaty)
    known_to = known.known_to(package, treaty)
    rows = [
        state_row(state, actions.get(state.iso3, ()), treaty, day, known_to)
        for state in package.all(State)
        if members is None or state.iso3 in members
    ]
    return sorted(rows, key=lambda row: names.fold(row.short_name))


def turns(
    package: Package, treaty: str, members: frozenset[str] | None = None
) -> Iterator[tuple[str, str, int]]:
    """Yield each day on which a state became a party or ceased to be one: the day, its code, 1 or -1.

    A day known only within bounds counts as its last. `members` are the codes of the states that count.
    """
    for _, day, code, step in package.linked("turns_by_treaty", treaty):
        if members is None or code in members:
            yield day, code, int(step)


def parties_on(
    package: Package, treaty: str, days: Sequence[str], members: frozenset[str] | None = None
) -> tuple[int, ...]:
    """Return the number of parties on each of the days."""
    steps = [(day, step) for day, _, step in turns(package, treaty, members)]
    return tuple(sum(step for turn, step in steps if turn <= day) for day in days)


def countries(
    package: Package,
    *,
    day: str,
    wanted: Sequence[str] = (),
    region: str | None = None,
    group: str | None = None,
    treaty: str = MINE_BAN,
    joined_after: str | None = None,
    since: str | None = None,
    sort: str | None = None,
) -> Answer:
    """List the states with their status under a treaty on a day.

    `wanted` are statuses, `region` a UN region or subregion, `group` a group of states (as it was on
    the day), `treaty` an id; `joined_after` and `since` are dates: only states for which the treaty
    entered into force after the one, or from the other on; `sort` is a field.
    """
    inside = in_region(package, region)
    if isinstance(inside, Answer):
        return inside
    if sort and sort not in StateRow.FIELDS:
        hint = f"Its fields: {', '.join(StateRow.FIELDS)}"
        return failed("unknown-field", f"countries has no field {sort!r}", hint, status=WRONG, many=True)
    members = groups.members_on(package, group, day)
    if isinstance(members, Answer):
        return members
    rows = [
        row
        for row in rows_on(package, treaty, day, groups.common(members, inside))
        if (not joined_after or (row.in_force and dates.first(row.in_force) > dates.last(joined_after)))
        and (not since or (row.in_force and dates.last(row.in_force) >= dates.first(since)))
    ]
    others = [row.status for row in rows]
    rows = [row for row in rows if not wanted or row.status in wanted]
    coming = [field for row in rows for field in later(row, "in_force", "withdrawal_effective")]
    kinds = (("in_force", "entry into force"), ("withdrawal_effective", "leaving"))
    dated = ", ".join(f"{coming.count(field)} of {what}" for field, what in kinds if field in coming)
    if sort:
        rows.sort(key=lambda row: (getattr(row, sort) is None, str(getattr(row, sort))))
    return Answer(
        tuple(rows),
        many=True,
        asides=(f"dates later than the day asked: {dated}",) if dated else (),
        notes=(*(() if rows else (misses.none_fits("state", others),)), *before(package, treaty, day)),
        known_to=known.known_to(package, treaty),
    )


def in_region(package: Package, region: str | None) -> frozenset[str] | Answer | None:
    """Return the codes of the states of a UN region or subregion; None where none is asked for.

    A name that is no region's is answered with all of them, or with the group that it names.
    """
    if region is None:
        return None
    states, wanted = package.all(State), names.fold(region)
    inside = frozenset(s.iso3 for s in states if wanted in (names.fold(s.region), names.fold(s.subregion)))
    if inside:
        return inside
    group = groups.named(package, region)
    if group:
        hint = f"It is a group: --group {group.id}"
    else:
        regions = {name for s in states for name in (s.region, s.subregion) if name}
        hint = "Use one of:" + "".join(f"\n  {name}" for name in sorted(regions))
    return failed("usage", f"there is no region {region!r}", hint, status=WRONG, many=True)


def before(package: Package, treaty: str, day: str) -> tuple[str, ...]:
    """Return the note that the treaty was not open on a day, if it was not."""
    row = package.one(Treaty, treaty)
    opened = status.OPENED if treaty == MINE_BAN else row.adopted if row else day
    if day >= opened:
        return ()
    verb = "open for signature" if treaty == MINE_BAN else "adopted"
    return (f"on {dates.words(day)} the treaty was not yet {verb} ({dates.words(opened)})",)


def counts(rows: Iterable[StateRow]) -> str:
    """Return how many rows have which status, the most first: `164 party, 5 former party`."""
    statuses = [row.status for row in rows]
    pairs = sorted(((statuses.count(name), name) for name in dict.fromkeys(statuses)), reverse=True)
    return "; ".join(f"{name}: {count}" for count, name in pairs)


def _page(answer: Answer, view: View) -> list[Block]:
    """The states in a table, with counts at its foot."""
    rows = [item for item in answer.items if isinstance(item, StateRow)]
    by_status = counts(rows)
    foot = f"{counted(len(rows), 'state')} on {answer.as_of}" + (f". {by_status}" if by_status else "")
    cells = tuple(
        (
            r.iso3,
            r.short_name,
            r.region,
            r.status,
            *(_marked(r, field) for field in ("in_force", "withdrawal_effective")),
        )
        for r in rows
    )
    if any(cell.endswith("*") for row in cells for cell in row):
        foot += f". * {LATER.lower()}"
    grid = Grid(
        ("Code", "State", "Region", "Status", "In force", "Left"), cells, tuple(r.status for r in rows), foot
    )
    return [grid, Foot("Dates of one state: treaty country NAME.")]


def _marked(row: StateRow, field: str) -> str:
    """Return a date as a cell, marked where it is later than the day asked about."""
    return (getattr(row, field) or "") + ("*" if later(row, field) else "")


COUNTRIES = Topic(StateRow, countries, _page)
