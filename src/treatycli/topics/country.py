"""A state: what it did and where it stands on a day, and everything the tables hold on it."""

from __future__ import annotations

from treatycli import dates, names, status
from treatycli.answers import Answer, failed
from treatycli.records import (
    Action,
    Completion,
    Contested,
    DeadlineRow,
    Event,
    Fact,
    Group,
    Source,
    State,
    Treaty,
)
from treatycli.topics import Topic, groups, known, misses, profile, sourced
from treatycli.topics.events import EventItem, in_order
from treatycli.topics.facts import FactItem, disagreeing_together, newest_first
from treatycli.topics.profile import ActionItem, ContestedItem, Mover, Profile, TreatyStatus
from treatycli.topics.standing import before, counts, rows_on, sentence, state_row
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package
    from treatycli.topics.standing import StateRow


PARTS = ("full", "events", "facts", "sources")


def country(
    package: Package,
    words: Sequence[str],
    *,
    day: str,
    exact: bool = False,
    full: bool = False,
    events: bool = False,
    facts: bool = False,
    sources: bool = False,
) -> Answer:
    """Answer with the profile of the state that the words name together, on a day (ISO 8601).

    `exact` turns spelling off; the other flags choose parts of the page and change no record. Words
    that name a state each are answered with one profile each.
    """
    typed = " ".join(words)
    group = groups.named(package, typed)
    meant = misses.state_named(package, typed, exact=exact)
    if isinstance(meant, Answer):
        single = [names.found(package, word, "states") for word in words]
        several = [one for one in single if one and one.key.table == "states"]
        if 1 < len(words) == len(several):
            pairs = zip(several, words, strict=True)
            items = tuple(_named(package, one, word, day) for one, word in pairs)
            return Answer(items, many=True, whole=True, known_to=known.known_to(package))
        return _no_state(package, group, day) if group else meant
    item = _named(package, meant, typed, day)
    notes = list(misses.spelling_note(meant, typed))
    if meant.namesakes:
        others = ", ".join(dict.fromkeys(misses.title(package, key) for key in meant.namesakes))
        notes.append(f"{item.short_name} is meant; there is also {others}")
    shown = frozenset(p for p, on in zip(PARTS, (full, events, facts, sources), strict=True) if on)
    return Answer(
        (item,),
        notes=(*notes, *before(package, MINE_BAN, day)),
        known_to=item.known_to,
        parts=shown,
    )


def _no_state(package: Package, group: Group, day: str) -> Answer:
    """Return the answer for a group, which is no State and cannot be a party, with how its members stand."""
    members = groups.members_on(package, group.id, day)
    assert isinstance(members, frozenset)
    stand = counts(rows_on(package, MINE_BAN, day, members))
    return failed(
        "not-a-state",
        f"{group.name} is a group of states; only States can be parties (Articles 15 and 16)."
        f" Its members on {dates.words(day)}: {stand}",
        f"Known to {dates.words(known.known_to(package))}. Which:",
        (f"treaty countries --group {group.id}",),
    )


def _named(package: Package, meant: names.Found, typed: str, day: str) -> Profile:
    state = package.get(State, meant.key.id)
    item = package.remembered(("country", state.iso3, day), lambda: _profile(package, state, day))
    return item.replace(matched=meant.matched, query=typed)


def _profile(package: Package, state: State, day: str) -> Profile:
    actions = sorted(package.find(Action, state.iso3), key=lambda a: (a.date, a.treaty, a.action))
    ban = [a for a in actions if a.treaty == MINE_BAN]
    facts = package.find(Fact, state.iso3)
    contested = package.find(Contested, state.iso3)
    events = sorted(package.events_of(state.iso3), key=in_order)
    row = state_row(state, ban, MINE_BAN, day, known.known_to(package))
    due = status.deadlines(
        actions, package.find(DeadlineRow, state.iso3), package.find(Completion, state.iso3), day
    )
    return Profile(
        **dict(row.pairs()),
        data_version=package.version,
        documents_to=package.as_of,
        standing=_standing(row, [c for c in contested if dates.first(c.date) <= day]),
        status_note=status.status_on(ban, MINE_BAN, day).note,
        groups=groups.of_state(package, state.iso3, day),
        actions=tuple(sourced.whole(package, action, ActionItem) for action in actions),
        treaties=tuple(_treaties(package, actions, day)),
        deadlines=due,
        contested=tuple(sourced.whole(package, act, ContestedItem) for act in contested),
        same_move=_same_move(package, ban, state.iso3),
        events=tuple(sourced.whole(package, event, EventItem) for event in events),
        facts=tuple(
            sourced.whole(package, fact, FactItem) for fact in disagreeing_together(newest_first(facts))
        ),
        matched="id",
        query=state.iso3,
        sources=_documents(package, (actions, contested, events, facts)),
    )


def _standing(row: StateRow, contested: Sequence[Contested]) -> str:
    """Return the sentence of the standing; a contested act is named beside it, and changes nothing."""
    said = sentence(row)
    for act in contested:
        said += f"; its notified {act.act} of {dates.words(act.date)} does not change that, see below"
    return said


def _documents(
    package: Package, tables: Iterable[Sequence[Action | Contested | Event | Fact]]
) -> tuple[Source, ...]:
    """Return the sources that rows of several tables name, each once, the strongest first."""
    keys = dict.fromkeys(key for rows in tables for row in rows for key in row.sources)
    return sourced.documents(package, list(keys))


def _treaties(package: Package, actions: Sequence[Action], day: str) -> Iterable[TreatyStatus]:
    for treaty in package.all(Treaty):
        if treaty.id != MINE_BAN:
            standing = status.status_on(actions, treaty.id, day)
            yield TreatyStatus(treaty.id, treaty.short_name, standing.status, standing.note)


def _same_move(package: Package, actions: Sequence[Action], iso3: str) -> tuple[Mover, ...]:
    """Return the other states that notified a withdrawal from the mine ban, if this one did, by day."""
    if not any(a.action == "withdrawal" for a in actions):
        return ()
    left = [cells[1] for cells in package.linked("withdrawals_by_treaty", MINE_BAN)]
    movers = [
        Mover(code, package.get(State, code).short_name, status.takes_effect(action))
        for code in left
        if code != iso3
        for action in package.find(Action, code)
        if action.treaty == MINE_BAN and action.action == "withdrawal"
    ]
    return tuple(sorted(movers, key=lambda mover: (mover.effective, mover.name)))


COUNTRY = Topic(Profile, country, profile.page)
