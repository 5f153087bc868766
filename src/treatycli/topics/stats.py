"""The treaty in numbers: states by status and region on a day, and how the number of parties changed."""

from __future__ import annotations

from treatycli import dates, duties, status
from treatycli.answers import Answer, Item, counted
from treatycli.records import State, Treaty
from treatycli.show.blocks import Block, Drawing, Entry, Field, Section, Span, Title
from treatycli.topics import Topic, groups, known
from treatycli.topics.standing import before, parties_on, turns
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN, NOT_ESTABLISHED, STATUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatycli.package import Package
    from treatycli.show.blocks import View


class Count(Record):
    """How many states have a status."""

    status: str
    states: int


class Region(Record):
    """A UN region: its states, its parties, and the count of each status."""

    region: str
    states: int
    parties: int
    counts: tuple[Count, ...]


class Growth(Record):
    """The number of parties at the end of a year, or on the day asked."""

    year: int
    date: str
    parties: int


class Change(Record):
    """A day on which the number of parties changed: the number from then on, who joined and who left.

    A day known only within bounds counts as its last; the codes are ISO 3166 alpha-3.
    """

    date: str
    parties: int
    joined: tuple[str, ...]
    left: tuple[str, ...]


class Stats(Item):
    """`treaty stats`: how many states have which status under a treaty on a day."""

    COLUMNS = ("treaty", "as_of", "parties", "states")

    as_of: str
    known_to: str
    data_version: str
    treaty: str
    group: str | None
    counts: tuple[Count, ...]
    parties: int
    states: int
    un_members: int
    un_members_parties: int
    regions: tuple[Region, ...]
    growth: tuple[Growth, ...]
    changes: tuple[Change, ...]


def stats(
    package: Package, *, day: str, treaty: str = MINE_BAN, group: str | None = None, chart: bool = False
) -> Answer:
    """Count the states by status and region on a day, and the parties at the end of each year.

    A party is a state for which the treaty is in force on the day, one that has given notice included.
    `group` counts only its members on the day, for the years gone by too; `chart` draws a bar a year.
    """
    members = groups.members_on(package, group, day)
    if isinstance(members, Answer):
        return members.replace(many=False)
    acts = duties.actions_by_state(package, treaty)
    states = [state for state in package.all(State) if members is None or state.iso3 in members]
    stands = {s.iso3: status.status_on(acts.get(s.iso3, ()), treaty, day).status for s in states}
    un_members = [stands[state.iso3] for state in states if state.un_member]
    regions = []
    for name in sorted({state.region for state in states if state.region}):
        inside = [stands[state.iso3] for state in states if state.region == name]
        regions.append(Region(name, len(inside), _bound(inside), _counts(inside)))
    named = groups.named(package, group) if group else None
    item = Stats(
        as_of=day,
        known_to=known.known_to(package, treaty),
        data_version=package.version,
        treaty=treaty,
        group=named.id if named else None,
        counts=_counts(stands.values()),
        parties=_bound(stands.values()),
        states=len(states),
        un_members=len(un_members),
        un_members_parties=_bound(un_members),
        regions=tuple(regions),
        growth=tuple(growth(package, treaty, day, members)),
        changes=tuple(changes(package, treaty, day, members)),
    )
    return Answer(
        (item,),
        notes=before(package, treaty, day),
        parts=frozenset(("chart",)) if chart else frozenset(),
        known_to=item.known_to,
        about=known.convention(package, treaty, groups.title(package, group)),
        names=tuple((c, package.get(State, c).short_name) for change in item.changes for c in change.left),
    )


def _bound(statuses: Iterable[str]) -> int:
    """Return for how many of the states with these statuses the treaty is in force."""
    return sum(one in status.BOUND for one in statuses)


def _counts(statuses: Iterable[str]) -> tuple[Count, ...]:
    listed = list(statuses)
    return tuple(Count(name, listed.count(name)) for name in STATUSES)


def growth(
    package: Package, treaty: str, day: str, members: frozenset[str] | None = None
) -> Iterable[Growth]:
    """Yield the number of parties at the end of each year from the treaty's entry into force to the day.

    No year later than the one after the last day on which anything in the data takes effect.
    """
    by_state = duties.actions_by_state(package, treaty).items()
    actions = [rows for code, rows in by_state if members is None or code in members]
    latest = max((dates.last(status.takes_effect(a)) for rows in actions for a in rows), default=day)
    first = int(package.get(Treaty, treaty).in_force[:4])
    last = min(day, f"{int(latest[:4]) + 1}-12-31", max(day, package.as_of))
    ends = [min(f"{year}-12-31", last) for year in range(first, int(last[:4]) + 1)]
    for end, count in zip(ends, parties_on(package, treaty, ends, members), strict=True):
        yield Growth(int(end[:4]), end, count)


def changes(
    package: Package, treaty: str, day: str, members: frozenset[str] | None = None
) -> Iterable[Change]:
    """Yield each day up to the one asked on which states became parties or ceased to be."""
    joined: dict[str, list[str]] = {}
    left: dict[str, list[str]] = {}
    for turn, code, step in turns(package, treaty, members):
        if turn <= day:
            (joined if step > 0 else left).setdefault(turn, []).append(code)
    parties = 0
    for turn in sorted(joined.keys() | left.keys()):
        came, went = joined.get(turn, ()), left.get(turn, ())
        parties += len(came) - len(went)
        yield Change(turn, parties, tuple(sorted(came)), tuple(sorted(went)))


def _page(answer: Answer, view: View) -> list[Block]:
    """Counts by status and region, and how the number of parties changed; as bars with `--chart`."""
    item = answer.items[0]
    assert isinstance(item, Stats)
    share = 100 * item.un_members_parties / item.un_members if item.un_members else 0
    about = f"{item.treaty}, {item.group}" if item.group else item.treaty
    page: list[Block] = [
        Title("Treaty", about, dates.words(item.as_of)),
        Field("Parties", f"{item.parties} of {counted(item.states, 'state')}{_open(item)}"),
        Field(
            "UN members", f"{item.un_members_parties} of today's {item.un_members} are parties, {share:.1f} %"
        ),
        Section(
            "Status",
            "By status",
            tuple(Entry(str(c.states), c.status, tone=c.status) for c in item.counts if c.states),
        ),
        Section(
            "Region",
            "By UN region",
            tuple(Entry(f"{r.parties}/{r.states}", r.region, tail=_others(r.counts)) for r in item.regions),
        ),
    ]
    if item.growth:
        page.append(_bars(item, view) if "chart" in answer.parts and view.drawn else _changes(item))
    page.append(known.foot_of(answer, item.as_of))
    return page


def _open(item: Stats) -> str:
    """Return of how many more states it is not established whether the treaty binds them."""
    more = sum(count.states for count in item.counts if count.status == NOT_ESTABLISHED)
    return f"; of {more} more it is not established" if more else ""


def _others(counts: tuple[Count, ...]) -> str:
    return ", ".join(f"{c.states} {c.status}" for c in counts if c.states and c.status != "party")


def _changes(item: Stats) -> Section:
    """Return the years in which the number of parties changed, several a line, with by how much."""
    said, before_ = [], 0
    for year in item.growth:
        if year.parties != before_:
            mark = "" if year.date.endswith("12-31") else "*"
            said.append(f"{year.year}{mark} {year.parties} ({year.parties - before_:+d})")
            before_ = year.parties
    foot = "" if item.growth[-1].date.endswith("12-31") else f" (* on {item.growth[-1].date})"
    heading = f"Parties{_among(item)} at the end of each year in which their number changed{foot}"
    return Section("Growth", heading, (Entry("", "  ".join(said)),))


def _among(item: Stats) -> str:
    """Return whom the numbers of years gone by are of where a group is asked for: its members on the day."""
    return f" among the members on {dates.words(item.as_of)}" if item.group else ""


def _bars(item: Stats, view: View) -> Drawing:
    """Return a bar a year, scaled so that all states would fill the width."""
    full, rest = view.sign("█", "#"), view.sign("░", ".")
    width = max(4, view.width - 14)
    lines: list[tuple[Span, ...]] = [(), (Span(f"Parties{_among(item)} at the end of each year", "strong"),)]
    for year in item.growth:
        long = round(width * year.parties / max(1, item.states))
        today = " " if year.date.endswith("12-31") else "*"
        lines.append(
            (
                Span(f"  {year.year}{today} "),
                Span(full * long, "party"),
                Span(rest * (width - long), "quiet"),
                Span(f" {year.parties}", "strong"),
            )
        )
    if not item.growth[-1].date.endswith("12-31"):
        lines.append((Span(f"  * {item.growth[-1].date}", "quiet"),))
    return Drawing(tuple(lines), label="Growth")


class StatsRow(Record):
    """A row of the CSV: the number of parties at the end of a year, or of states with a status on the day."""

    treaty: str
    group: str | None
    year: int | None
    date: str
    status: str
    states: int


def _rows(item: Stats) -> list[StatsRow]:
    """Return a row a year, then a row a status."""
    years = [StatsRow(item.treaty, item.group, g.year, g.date, "bound", g.parties) for g in item.growth]
    return years + [
        StatsRow(item.treaty, item.group, None, item.as_of, c.status, c.states) for c in item.counts
    ]


def _picture(answer: Answer) -> str:
    from treatycli.show.pictures import growth as drawn

    item = answer.items[0]
    assert isinstance(item, Stats)
    day = dates.words(item.as_of)
    most = max(item.changes, key=lambda change: change.parties, default=None)
    by_status = "; ".join(f"{count.states} {count.status}" for count in item.counts if count.states)
    peak = f" The number was highest on {dates.words(most.date)}: {most.parties}." if most else ""
    names = dict(answer.names)
    left = [(c.date, [names[code] for code in c.left]) for c in item.changes if c.left]
    gone = "; ".join(f"{', '.join(who)} on {dates.words(date)}" for date, who in left)
    description = (
        f"A curve of the number of parties day by day. On {day} there are {item.parties} of {item.states}."
        f"{peak}{f' Left: {gone}.' if gone else ''} States by status: {by_status}."
    )
    heading = f"How many states are party to {answer.about}, {day}"
    below = f"States{_among(item)} for which it is in force, day by day{_open(item)}"
    below += "; a triangle: states leave" if left else ""
    below += f"; broken line: after {dates.words(item.known_to)}" if item.as_of > item.known_to else ""
    return drawn.draw(item, names, known.caption(answer, "growth", heading, below, description))


STATS = Topic(Stats, stats, _page, StatsRow, _rows, picture=_picture)
