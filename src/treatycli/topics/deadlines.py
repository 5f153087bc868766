"""Deadlines of Articles 4 and 5: which run, which have passed, and what became of each."""

from __future__ import annotations

from treatycli import dates, duties, names, status
from treatycli.answers import Answer, Item, counted
from treatycli.records import Action, Source
from treatycli.show.blocks import Block, Foot, Grid
from treatycli.topics import Topic, groups, known, misses, sourced, standing
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View


class DeadlineItem(status.Due, Item):
    """`treaty deadlines`: the deadline that runs for a state, or ran last, on the day asked about."""

    COLUMNS = ("date", "iso3", "name", "article", "status", "note")

    iso3: str
    name: str
    party: bool
    as_of: str
    known_to: str
    sources: tuple[Source, ...]


def deadlines(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    article: str | None = None,
    state: str | None = None,
    country: str | None = None,
    group: str | None = None,
    region: str | None = None,
    since: str | None = None,
    until: str | None = None,
    wanted: Sequence[str] = (),
) -> Answer:
    """List the deadlines on a day: those that lie ahead, the soonest first, then the others, newest first.

    `words`, `state` or `country` name a state, `group` a group, `region` a UN region or subregion; `article`
    is `4` or `5`; `wanted` are statuses of a deadline; `since` and `until` are dates, both included. A state
    counts that has, or had, a duty under Article 5 on record, or whose time under Article 4 still runs; one
    that has left keeps its last deadline, marked.
    """
    inside = standing.in_region(package, region)
    if isinstance(inside, Answer):
        return inside
    named = state or country or " ".join(words)
    members = groups.members_on(package, group, day)
    if isinstance(members, Answer):
        return members
    chosen = members
    notes: tuple[str, ...] = ()
    if named:
        group_named = groups.named(package, named)
        meant = misses.state_named(package, named)
        if isinstance(meant, Answer):
            if group_named is None:
                return meant
            members = groups.members_on(package, named, day)
        else:
            members = frozenset((meant.key.id,))
            notes = misses.spelling_note(meant, named)
    assert not isinstance(members, Answer)
    members = groups.common(groups.common(chosen, members), inside)
    rows = [
        row
        for row in _all(package, day, members)
        if (not article or row.article == article)
        and (not since or dates.last(row.date) >= dates.first(since))
        and (not until or dates.first(row.date) <= dates.last(until))
    ]
    statuses = [row.status for row in rows]
    rows = [row for row in rows if not wanted or row.status in wanted]
    ahead = sorted((r for r in rows if r.status == status.AHEAD), key=lambda r: (r.date, names.fold(r.name)))
    others = sorted((r for r in rows if r.status != status.AHEAD), key=lambda r: names.fold(r.name))
    others.sort(key=lambda r: r.date, reverse=True)
    if not rows:
        notes += (misses.none_fits("deadline on record", statuses),)
        notes += _reasons(package, members or frozenset(), day) if not statuses else ()
    met = [row for row in others if row.status == status.MET]
    if met and not wanted and not named:
        others = [row for row in others if row.status != status.MET]
        notes += (f"{counted(len(met), 'more is', 'more are')} met: --status met",)
    return Answer(
        (*ahead, *others),
        many=True,
        notes=notes,
        known_to=known.known_to(package),
    )


def _reasons(package: Package, members: frozenset[str], day: str) -> tuple[str, ...]:
    """Return where the states asked for stand, up to five: most that have no deadline are not bound."""
    if len(members) > 5:
        return ()
    rows = [standing.row_of(package, iso3, MINE_BAN, day) for iso3 in sorted(members)]
    return tuple(f"{row.short_name}: {standing.sentence(row, capital=False)}" for row in rows)


def _all(package: Package, day: str, members: frozenset[str] | None) -> Iterator[DeadlineItem]:
    known_to = known.known_to(package)
    for state, actions, rows, completions in duties.of_all(package, members):
        on_record = {row.article for row in rows} | ({"5"} if completions else set())
        bound = _last_day_bound(actions, day)
        articles = sorted(on_record) if duties.are_over(actions, bound) else ["4", "5"]
        if not articles:
            continue
        due = status.deadlines(actions, rows, completions, bound, articles)
        party = bool(due if bound == day else status.deadlines(actions, rows, completions, day, articles))
        for one in due:
            if one.article in on_record or (one.article == "4" and one.status == status.AHEAD):
                keys = [key for row in rows if row.article == one.article for key in row.sources]
                keys += [key for row in completions if one.article == "5" for key in row.sources]
                yield DeadlineItem.putting_off(
                    sourced.later(package, dict.fromkeys(keys)),
                    **dict(one.pairs()),
                    iso3=state.iso3,
                    name=state.short_name,
                    party=party,
                    as_of=day,
                    known_to=known_to,
                )


def _last_day_bound(actions: Sequence[Action], day: str) -> str:
    """Return the day, or for a state that has left by then the last day on which it was bound."""
    left = [
        dates.first(status.takes_effect(a))
        for a in actions
        if a.treaty == MINE_BAN and a.action == "withdrawal" and dates.last(status.takes_effect(a)) <= day
    ]
    return dates.plus_days(max(left), -1) if left else day


def _page(answer: Answer, view: View) -> list[Block]:
    """Deadlines in a table, the soonest first."""
    rows = [item for item in answer.items if isinstance(item, DeadlineItem)]
    cells = tuple(
        (r.date, r.name + ("" if r.party else " (left)"), r.article, r.status, r.note or "") for r in rows
    )
    ahead = sum(r.status == status.AHEAD for r in rows)
    foot = f"{counted(len(rows), 'deadline')} on {answer.as_of}, {ahead} of them ahead"
    return [
        Grid(
            ("Due", "State", "Article", "Status", "Known of it"), cells, tuple(r.status for r in rows), foot
        ),
        Foot("Sources: treaty deadlines NAME --json."),
    ]


DEADLINES = Topic(DeadlineItem, deadlines, _page)
