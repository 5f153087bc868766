"""What a question means beyond its words: whom and what it names, when, and what kind of answer it wants.

A state, a group, a term or an article that is named leads; the events of other treaties stand back
unless one of them is named; a year, a date, an id or a depositary notification narrows.
"""

from __future__ import annotations

from itertools import pairwise

from treatycli import dates, names, search
from treatycli.folding import fold
from treatycli.records import Action, Article, Claim, DeadlineRow, Event, Fact
from treatycli.search import Hit
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package

ALL = (*search.TABLES, "groups", "deadlines")
_STANDING = frozenset(
    (
        *search.SAME[0].split(), *search.SAME[1].split(), *search.SAME[8].split(),
        "party", "member", "status", "bound", "signatory", "out", "free", "still", "outside", "inside",
        "treaty", "convention", "ottawa", "ban", "stop", "become", "up", "compare", "cite", "state",
    )
)  # fmt: skip
"""Words that ask where a state stands: alone beside its name they mean the state itself."""
_OTHERS = {"ccm": "CCM", "cluster": "CCM", "ccw": "CCW", "att": "ATT", "protocol": "CCW"}
_LEAD = 1000.0
"""What is named stands before whatever only holds the words."""
_RESCORED = 120


class Asked(Record):
    """A question, read: the words left over, and what was named in it."""

    words: tuple[str, ...]
    states: tuple[str, ...]
    group: str | None
    article: str | None
    treaty: str | None
    years: tuple[str, ...]


def find(
    package: Package, typed: str, tables: Sequence[str], group_named: str | None
) -> tuple[list[Hit], bool]:
    """Return the hits for a question, best first, and whether the best holds all of it.

    `group_named` is the id of the group that the words name, if they do.
    """
    exact = _by_id(package, typed)
    asked = read(package, typed, group_named)
    hits, whole = search.find(package, typed, [table for table in tables if table in search.TABLES])
    scores = {(hit.table, hit.id): hit.score for hit in hits[:_RESCORED]}
    rest = {(hit.table, hit.id): hit.score for hit in hits[_RESCORED:]}
    for table, key in list(scores):
        scores[table, key] *= _fit(package, asked, typed, table, key)
    best = max(scores.values(), default=0.0)
    for (table, key), lead in {**_named(package, asked, typed, best), **exact}.items():
        scores[table, key] = max(scores.get((table, key), 0.0), lead)
    ranked = [Hit(table, key, round(score, 3)) for (table, key), score in {**rest, **scores}.items()]
    ranked = [hit for hit in ranked if hit.table in tables]
    ranked.sort(key=lambda hit: (-hit.score, ALL.index(hit.table), hit.id))
    return ranked, whole or bool(ranked and ranked[0].score >= _LEAD)


def read(package: Package, typed: str, group_named: str | None) -> Asked:
    """Return what a question names: states (longest names first), a group, an article, a treaty, years."""
    plain = " ".join("usa" if word in ("US", "U.S.") else word for word in typed.split())
    words = [word for word in fold(plain).split() if word not in search.STOP_WORDS]
    states: dict[str, None] = {}
    left: list[str] = []
    place = 0
    while place < len(words):
        for end in range(min(len(words), place + 5), place, -1):
            meant = _state(package, " ".join(words[place:end]))
            if meant:
                states[meant] = None
                place = end
                break
        else:
            left.append(words[place])
            place += 1
    article = next((b for a, b in pairwise(left) if a in ("article", "articles", "art")), None)
    treaty = next((_OTHERS[word] for word in left if word in _OTHERS), None)
    years = tuple(word for word in left if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit())
    return Asked(tuple(left), tuple(states), group_named, article, treaty, years)


def _state(package: Package, typed: str) -> str | None:
    if len(typed) < 4 and typed not in ("usa", "uk", "drc", "uae"):
        return None
    meant = names.found(package, typed, "states")
    if meant and meant.key.table == "states" and not meant.namesakes:
        return meant.key.id
    return None


def _by_id(package: Package, typed: str) -> dict[tuple[str, str], float]:
    """Return the records that an id or a depositary notification names."""
    plain = typed.strip()
    leads: dict[tuple[str, str], float] = {}
    for table, row in (("events", Event), ("claims", Claim)):
        if package.one(row, plain):
            leads[table, plain] = 3 * _LEAD
    if package.linked("facts_by_id", plain):
        leads["facts", plain] = 3 * _LEAD
    digits = [part for part in fold(typed).split() if part.isdigit()]
    if fold(typed).replace(" ", "").startswith("cn") and digits:
        for action in package.all(Action):
            parts = (action.notification or "").split(".")
            if digits[:2] == [part for part in parts if part.isdigit()][: len(digits[:2])]:
                leads["states", action.iso3] = 3 * _LEAD
                for _, key in package.linked("events_by_state", action.iso3):
                    event = package.get(Event, key)
                    if event.date == action.date and (event.treaty or MINE_BAN) == action.treaty:
                        leads["events", key] = 3 * _LEAD + 1
    return leads


def _named(package: Package, asked: Asked, typed: str, best: float) -> dict[tuple[str, str], float]:
    """Return what the question names, with a score that puts it first, or beside the best hit.

    A state leads where only its standing is asked; beside other words it stands right behind the best hit.
    """
    leads: dict[tuple[str, str], float] = {}
    other = [w for w in asked.words if w not in _STANDING and w not in asked.years and not w.isdigit()]
    for state in asked.states:
        leads["states", state] = 2 * _LEAD if not other else max(best * 0.97, 1.0)
    if asked.group:
        leads["groups", asked.group] = 2.5 * _LEAD if not asked.states else best * 0.9
    if "deadline" in asked.words or "deadlines" in asked.words:
        leads.update(_deadlines(package, asked))
    if asked.article and package.one(Article, asked.article) and not asked.states and not asked.group:
        alone = len(typed.split()) <= 2  # "article 5" is the Article's name; more words ask about it
        lead = 1.2 * _LEAD if len(asked.words) < 5 else best + 1
        leads["articles", asked.article] = 2.2 * _LEAD if alone else lead
    term = _term(package, typed, asked)
    if term and not asked.group:
        key, whole = term
        leads["terms", key] = 2 * _LEAD if whole else max(best * 0.95, 1.0)
    return leads


def _term(package: Package, typed: str, asked: Asked) -> tuple[str, bool] | None:
    """Return the term that the whole question names, or the longest in it, and whether it is the whole."""
    meant = names.found(package, typed, "terms")
    if meant:
        return meant.key.id, True
    for word in typed.split():
        if word.isupper() and len(word) > 1 and word.isalpha():
            meant = names.found(package, word, "terms")
            if meant and not asked.states:
                return meant.key.id, len(asked.words) < 4
    words = fold(typed).split()
    while words and words[0] in (
        *search.STOP_WORDS,
        "define",
        "meaning",
        "definition",
        "difference",
        "between",
    ):
        words.pop(0)
    if words:
        meant = names.found(package, " ".join(words), "terms")
        if meant:
            return meant.key.id, True
    if asked.states:
        return None
    for length in range(len(words) - 1, 1, -1):
        for start in range(len(words) - length + 1):
            meant = names.found(package, " ".join(words[start : start + length]), "terms")
            if meant:
                return meant.key.id, False
    return None


def _deadlines(package: Package, asked: Asked) -> dict[tuple[str, str], float]:
    leads: dict[tuple[str, str], float] = {}
    for row in package.all(DeadlineRow):
        about = row.iso3 in asked.states or (not asked.states and asked.years)
        in_year = not asked.years or any((row.due or "").startswith(year) for year in asked.years)
        if about and in_year and (not asked.article or row.article == asked.article):
            leads["deadlines", f"{row.iso3}/{row.article}"] = 2.2 * _LEAD
    return leads


def _fit(package: Package, asked: Asked, typed: str, table: str, key: str) -> float:
    """Return how much better or worse a record fits a question than its words tell."""
    factor = _KIND.get(_opening(typed), {}).get(table, 1.0)
    codes: Iterable[str] = ()
    date = ""
    if table == "events":
        event = package.get(Event, key)
        codes, date = event.countries, event.date
        if (event.treaty or MINE_BAN) not in (MINE_BAN, asked.treaty or MINE_BAN):
            factor *= 0.35 if not (asked.treaty or "").startswith((event.treaty or "")[:3]) else 1.0
    elif table == "facts":
        fact: Fact = package.fact(key)
        codes, date = (fact.subject,), fact.stated
    if asked.states and table in ("events", "facts"):
        factor *= 1.6 if set(codes) & set(asked.states) else 0.5
    elif table == "facts" and not asked.states:
        factor *= 1.15 if codes == ("WORLD",) else 0.9
    if asked.years and table in ("events", "facts"):
        held = (
            any(dates.first(date)[:4] <= year <= dates.last(date)[:4] for year in asked.years)
            if date
            else False
        )
        factor *= 1.4 if held else 0.6
    return factor


def _opening(typed: str) -> str:
    words = fold(typed).split()
    start = " ".join(words[:2])
    return start if start in _KIND else words[0] if words else ""


_KIND: dict[str, dict[str, float]] = {
    "when": {"events": 1.4, "facts": 1.1, "terms": 0.7, "claims": 0.8},
    "how many": {"facts": 1.3, "claims": 1.1, "terms": 0.7},
    "how much": {"facts": 1.3, "terms": 0.7},
    "is": {"claims": 1.5, "articles": 1.1},
    "are": {"claims": 1.5, "articles": 1.2},
    "did": {"claims": 1.4, "events": 1.2},
    "does": {"claims": 1.3, "articles": 1.2},
    "has": {"claims": 1.3},
    "who": {"events": 1.3, "terms": 1.1},
    "what is": {"terms": 1.4},
    "what does": {"articles": 1.3, "terms": 1.1},
    "which article": {"articles": 2.0},
    "which": {"articles": 1.1},
}
"""What kind of record an opening asks for."""
