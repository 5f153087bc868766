"""What a question wants that no words of a record hold: how many, which figure, what is chosen, an idea.

Counted and chosen on a day (`chosen.py`); an idea in other words is led to its records by the table `ideas`.
`question.py` says what a question names; a wish is for those of all states.
"""

from __future__ import annotations

from treatycli import dates, parties, status
from treatycli.answers import counted
from treatycli.records import Idea
from treatycli.search import chosen, idioms, ranking
from treatycli.search.idioms import OPENINGS
from treatycli.search.wording import Wish, Words
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package

_MORE = 1
"""How many words may say more than an idea does."""


def wish(
    package: Package,
    words: Words,
    day: str,
    *,
    spans: Sequence[str],
    state: str,
    group: str,
    moments: Sequence[str],
) -> Wish:
    """Return what a question of these words wants on a day (ISO 8601).

    `spans` are the tables of what it names, `moments` the dates among that; `state` is the only thing named,
    where no other words are left, `group` the only one named.
    """
    if state and words.say(idioms.WHEN):
        return Wish(tuple(chosen.act_of(package, words, state, day)))
    if group and (due := chosen.due_in(package, words, day, group)):
        return due
    if any(table in ("groups", "states", "areas", "articles") for table in spans):
        return _idea(package, words, named=True)
    if moments:
        return (
            _count_on(package, words, day, moments)
            or chosen.within(package, words, day, moments)
            or _figure(package, words, day, moments)
            or _idea(package, words, named=True)
        )
    return (
        _count(package, words, day)
        or chosen.ahead(package, words, day)
        or chosen.numbered(package, words)
        or _figure(package, words, day, ())
        or chosen.newest(package, words, day)
        or _idea(package, words, named=False)
    )


def by_year(words: Words) -> bool:
    """Tell whether a question asks for the number of states of one year after another."""
    return words.say(idioms.YEARLY) and not words.beyond(
        idioms.IN, idioms.LEAVING, idioms.WHOLE, idioms.GROWING
    )


def _count_on(package: Package, words: Words, day: str, moments: Sequence[str]) -> Wish | None:
    """Return the records with how many states were parties at the end of a year, month or day."""
    if not words.say(idioms.COUNTED) or words.has(f"{idioms.LEAVING} join sign {idioms.OUTSIDE}"):
        return None
    if words.beyond(idioms.IN, idioms.WHOLE) > len(moments):
        return None
    return _bound(package, min(dates.last(max(moments, key=len)), day))


def _count(package: Package, words: Words, day: str) -> Wish | None:
    """Return the records with how many states there are in the treaty, out of it, or gone."""
    counts = words.say(idioms.COUNTED) or by_year(words)
    lists = words.has("who which") or words.say(("what countries", "what states")) or words.lists
    known = (idioms.IN, idioms.OUTSIDE, idioms.WHOLE, idioms.LEAVING, idioms.GROWING if counts else "")
    if not (counts or lists) or words.beyond(*known):
        return None
    if words.has(f"{idioms.NEWEST} {idioms.FIRST} {idioms.NEXT} can may could"):
        return None
    if words.has(idioms.LEAVING):
        acts = chosen.acts(package, "leave", day)
        gone = [act for act in acts if dates.last(status.takes_effect(act)) <= day]
        exits = [record for act in reversed(gone) for record in chosen.tells(package, act, day)]
        hint = f"{counted(len(gone), 'state')} have left; lists: treaty countries --status 'former party'"
        return Wish(("twithdrawals-2025", *exits[: chosen.FEW]), hint)
    if words.has(idioms.OUTSIDE) or words.say(idioms.NOT):
        if words.has(idioms.SIGNING):
            return Wish(("tsignatory",), "lists: treaty countries --status signatory")
        facts = sorted((r for r in _world(package) if "world-outside-the-treaty" in r), reverse=True)
        return Wish((*facts[:1], "tstate-not-party"), "lists: treaty countries --status 'not party'")
    if words.has(idioms.SIGNING):
        return Wish(("csigned-by-more-than-160", "c166-signatories", "tsignatory")) if counts else None
    named = words.has(idioms.IN) or words.say(idioms.INSIDE)
    return _bound(package, day) if named and (counts or words.has("party member bound belong in")) else None


def _bound(package: Package, day: str) -> Wish:
    """Return the records with the number of states that are bound on a day."""
    least, most = parties.bound_on(parties.counts_under(package, MINE_BAN), day)
    claims = [f"c{number}-parties" for number in range(least, most + 1)]
    number = f"{least} or {most}" if least < most else f"{least}"
    hint = f"{number} states are bound on {dates.words(day)}; {OPENINGS['how many'].hint}"
    return Wish((*claims, "tstate-party"), hint)


def _figure(package: Package, words: Words, day: str, moments: Sequence[str]) -> Wish | None:
    """Return the facts with a figure of the world, for the year that is named or else the newest."""
    if not (moments or words.say(idioms.COUNTED) or words.has(f"{idioms.FIGURES} {idioms.NEWEST}")):
        return None
    year = moments[0][:4] if moments else ""
    for needs, name in idioms.SERIES:
        known = (*needs, idioms.FIGURES, idioms.NEWEST, idioms.WHOLE)
        if all(map(words.has, needs)) and words.beyond(*known) <= _MORE + len(moments):
            start = f"fworld-{name}-"
            facts = [record for record in _world(package) if record.startswith(start)]
            years = {record: record[len(start) :][:4] for record in facts}
            last = year or max((y for y in years.values() if y.isdigit() and y <= day), default="")
            of_the_year = sorted(record for record in facts if years[record] == last)
            return Wish(tuple(of_the_year)) if of_the_year else None
    return None


def _world(package: Package) -> Iterable[str]:
    """Return the facts about the world, as the index names them."""
    return (record for record in ranking.held(package, ranking.WORLD) if record.startswith("fworld-"))


def _idea(package: Package, words: Words, *, named: bool) -> Wish:
    """Return the records of the idea that the words put otherwise, the one that says most of them."""
    fits = [idea for idea in package.all(Idea) if (idea.named or not named) and _fits(idea, words, named)]
    best = max(fits, key=lambda idea: (len(idea.needs), -words.beyond(*idea.needs)), default=None)
    return Wish(tuple(r[0] + r.partition("/")[2] for r in best.records)) if best else Wish()


def _fits(idea: Idea, words: Words, named: bool) -> bool:
    if not all(map(words.has, idea.needs)) or words.has(idea.unless or ""):
        return False
    return named or words.beyond(*idea.needs, idioms.WHOLE) <= _MORE


def exists(package: Package, record: str) -> bool:
    """Tell whether the package has a record, named as in the index: a table here may name one of ours."""
    section = {"f": "facts_by_id", "d": "deadlines"}.get(record[0], ranking.LETTERS[record[0]])
    return bool(package.linked(section, record[1:].partition("/")[0] if record[0] == "d" else record[1:]))
