"""The treaty as it stood, stands and will stand: states by status, side by side, counted, on a map."""

from __future__ import annotations

from treatycli import dates, names, status
from treatycli.answers import WRONG, Answer, Problem
from treatycli.items import Comparison, Count, Growth, MapTile, Region, StateRow, Stats
from treatycli.lookups import misses
from treatycli.lookups.states import state_row
from treatycli.records import Action, State, Tile, Treaty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package


def rows_on(package: Package, treaty: str, day: str) -> list[StateRow]:
    """Return all states under a treaty on a day, by name."""
    actions = _actions_by_state(package, treaty)
    rows = [state_row(state, actions.get(state.iso3, ()), treaty, day) for state in package.all(State)]
    return sorted(rows, key=lambda row: names.fold(row.short_name))


def _actions_by_state(package: Package, treaty: str) -> dict[str, list[Action]]:
    actions: dict[str, list[Action]] = {}
    for action in package.all(Action):
        if action.treaty == treaty:
            actions.setdefault(action.iso3, []).append(action)
    return actions


def countries(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    wanted: str | None = None,
    region: str | None = None,
    treaty: str = status.MINE_BAN,
    joined_after: str | None = None,
    as_of: str | None = None,
    sort: str | None = None,
) -> Answer:
    """List the states with their status under a treaty on a day.

    `wanted` is a status, `region` a UN region or subregion, `treaty` an id (`APMBC`, `CCM`, ...);
    `joined_after` a date: only states for which the treaty entered into force later; `sort` a field.
    """
    day = as_of or today
    problem = _no_such(package, treaty) or _no_region(package, region)
    if sort and sort not in StateRow.FIELDS:
        fields = ", ".join(StateRow.FIELDS)
        problem = Problem(
            "unknown-field", f"countries has no field {sort!r}", f"Its fields: {fields}", (), WRONG
        )
    if problem:
        return Answer("countries", many=True, problems=(problem,))
    rows = [
        row
        for row in rows_on(package, treaty, day)
        if (not wanted or row.status == wanted)
        and (not region or names.fold(region) in (names.fold(row.region), names.fold(row.subregion)))
        and (not joined_after or (row.in_force and dates.first(row.in_force) > dates.last(joined_after)))
    ]
    if sort:
        rows.sort(key=lambda row: (getattr(row, sort) is None, str(getattr(row, sort))))
    return Answer(
        "countries",
        tuple(rows),
        many=True,
        notes=_before(package, treaty, day),
        as_of=day,
        data_version=package.version,
    )


def compare(
    package: Package,
    words: Sequence[str],
    *,
    today: str,
    treaty: str = status.MINE_BAN,
    as_of: str | None = None,
    exact: bool = False,
) -> Answer:
    """Put two or more states side by side, one word a name; what differs is marked."""
    day = as_of or today
    problem = _no_such(package, treaty)
    if len(words) < 2 and not problem:
        hint = 'Quote names of several words: treaty compare lithuania "south korea"'
        problem = Problem("usage", "compare takes two names or more", hint, (), WRONG)
    if problem:
        return Answer("compare", problems=(problem,))
    rows: dict[str, StateRow] = {}
    notes: list[str] = []
    for word in words:
        found = names.resolve(package, word, "states", exact=exact)
        if isinstance(found, names.Missed):
            return misses.missed("compare", package, found)
        if found.key.table == "areas":
            return misses.not_a_state("compare", package, found.key.id)
        notes += misses.spelling_note(found, word)
        state = package.get(State, found.key.id)
        rows[state.iso3] = state_row(state, package.find(Action, state.iso3), treaty, day)
    made = tuple(rows.values())
    differs = tuple(
        field
        for field in StateRow.FIELDS
        if field not in ("iso3", "iso2", "name", "short_name") and len({getattr(r, field) for r in made}) > 1
    )
    return Answer(
        "compare",
        (Comparison(day, package.version, treaty, differs, made),),
        notes=(*notes, *_before(package, treaty, day)),
        as_of=day,
        data_version=package.version,
    )


def stats(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    treaty: str = status.MINE_BAN,
    as_of: str | None = None,
) -> Answer:
    """Count the states by status and region on a day, and the parties at the end of each year.

    A party is a state for which the treaty is in force on the day, one that has given notice included.
    """
    day = as_of or today
    problem = _no_such(package, treaty)
    if problem:
        return Answer("stats", problems=(problem,))
    rows = rows_on(package, treaty, day)
    parties = [row for row in rows if row.status in status.BOUND]
    members = [row for row in rows if row.un_member]
    regions = []
    for name in sorted({row.region for row in rows if row.region}):
        inside = [row.status for row in rows if row.region == name]
        regions.append(Region(name, len(inside), sum(s in status.BOUND for s in inside), _counts(inside)))
    made = Stats(
        as_of=day,
        data_version=package.version,
        treaty=treaty,
        counts=_counts(row.status for row in rows),
        parties=len(parties),
        states=len(rows),
        un_members=len(members),
        un_members_parties=sum(row.status in status.BOUND for row in members),
        regions=tuple(regions),
        growth=tuple(_growth(package, treaty, day)),
    )
    return Answer(
        "stats", (made,), notes=_before(package, treaty, day), as_of=day, data_version=package.version
    )


def _counts(found: Iterable[str]) -> tuple[Count, ...]:
    listed = list(found)
    return tuple(Count(name, listed.count(name)) for name in status.STATUSES)


def _growth(package: Package, treaty: str, day: str) -> Iterable[Growth]:
    """Yield the number of parties at the end of each year since the treaty's, and on the day."""
    actions = _actions_by_state(package, treaty)
    first = int(package.get(Treaty, treaty).in_force[:4])
    for year in range(first, int(day[:4]) + 1):
        end = min(f"{year}-12-31", day)
        count = sum(status.status_on(a, treaty, end).status in status.BOUND for a in actions.values())
        yield Growth(year, end, count)


def map_(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    treaty: str = status.MINE_BAN,
    as_of: str | None = None,
) -> Answer:
    """Give every state its tile on a grid, roughly where it lies on the globe, and its status on a day."""
    day = as_of or today
    problem = _no_such(package, treaty)
    if problem:
        return Answer("map", many=True, problems=(problem,))
    tiles = {tile.iso3: tile for tile in package.all(Tile)}
    made = tuple(
        MapTile(
            row.iso2,
            row.iso3,
            row.short_name,
            row.region,
            row.status,
            tiles[row.iso3].row,
            tiles[row.iso3].column,
            day,
            treaty,
        )
        for row in rows_on(package, treaty, day)
        if row.iso3 in tiles
    )
    return Answer(
        "map", made, many=True, notes=_before(package, treaty, day), as_of=day, data_version=package.version
    )


def _no_such(package: Package, treaty: str) -> Problem | None:
    known = [row.id for row in package.all(Treaty)]
    if treaty in known:
        return None
    return Problem("usage", f"there is no treaty {treaty!r}", f"Use one of {', '.join(known)}", (), WRONG)


def _no_region(package: Package, region: str | None) -> Problem | None:
    states = package.all(State)
    known = {names.fold(s.region): s.region for s in states} | {
        names.fold(s.subregion): s.subregion for s in states
    }
    if region is None or names.fold(region) in known:
        return None
    listed = ", ".join(sorted(name for name in known.values() if name))
    return Problem("usage", f"there is no region {region!r}", f"Use one of {listed}", (), WRONG)


def _before(package: Package, treaty: str, day: str) -> tuple[str, ...]:
    """Return the note that the treaty was not open on a day, if it was not."""
    row = package.one(Treaty, treaty)
    opened = status.OPENED if treaty == status.MINE_BAN else row.adopted if row else day
    if day >= opened:
        return ()
    verb = "open for signature" if treaty == status.MINE_BAN else "adopted"
    return (f"on {dates.words(day)} the treaty was not yet {verb} ({dates.words(opened)})",)
