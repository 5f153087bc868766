"""What a question means beyond its words: what it names, when, and what kind of answer it wants.

A group, a state, a term or an article that is named leads; the events of other treaties stand back
unless one of them is named; a year, a date, an id or a depositary notification narrows.
"""

from __future__ import annotations

from treatycli import entities, search
from treatycli.folding import notification_numbers
from treatycli.idioms import (
    DUE,
    LISTED,
    LISTING,
    MEANING,
    MEANT,
    OPENINGS,
    STANDING,
    STOP_WORDS,
    TOPIC,
    Opening,
)
from treatycli.records import Action, Claim, Event
from treatycli.search import Hit, Sought
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.entities import Span
    from treatycli.package import Package

_OTHERS = frozenset(
    (
        "amended-protocol-ii", "arms-trade-treaty", "ccw", "cluster-munition",
        "convention-on-cluster-munitions", "protocol-v",
    )
)  # fmt: skip
"""The terms that name another treaty, or what it is about."""
_OURS = "ottawa-convention"
_LEAD = 100_000.0
"""What is named stands before whatever only holds the words."""
_BEHIND = 0.97
"""What is named beside other words stands right behind the best hit."""
_FOREIGN, _ONE_STATE = 0.35, 0.85
"""What is left of the score of another treaty's event, and of what is about a state, where none is named."""
_LONGEST = 100
"""The most words of a question that are read."""
_ARTICLES = 3.0
"""How much more articles count at least where a question asks which article."""
_LITTLE = 0.3
"""How much of a word is one that all the records are about."""
_DUE = 2.0
"""How much more a deadline counts where one is asked for."""


class Asked(Record):
    """A question, read: how it opens, what it names, and its words that are left."""

    opening: Opening
    spans: tuple[Span, ...]
    terms: tuple[Span, ...]
    words: tuple[str, ...]
    """The words that count, names and dates left out."""
    whole: bool
    """Whether all the words are the names of terms."""
    ours: bool
    """Whether our own treaty is named beside other words: its words are not looked up."""

    def named(self, table: str) -> tuple[str, ...]:
        """Return what of a table is named, and not only as a part of a term."""
        spans = [span for span in self.spans if span.table == table and not _within(span, self.terms)]
        return tuple(key for span in spans for key in span.ids)

    @property
    def rest(self) -> tuple[str, ...]:
        """The words that ask for more than where a state stands."""
        return tuple(word for word in self.words if search.stem(word) not in _PLAIN)


_PLAIN = frozenset(search.stem(word) for word in STANDING | TOPIC)
_TOPIC = frozenset(search.stem(word) for word in TOPIC)


def find(package: Package, typed: str, tables: Sequence[str], most: int) -> tuple[list[Hit], int, bool]:
    """Return the first hits for a question, how many there are, and whether the best holds all of it."""
    asked = read(package, typed)
    scores, shares = search.ranked(_sought(package, asked), tables)
    _weigh(package, asked, scores)
    top = max(scores, key=lambda record: scores[record], default=None)
    whole = top is not None and shares[top] >= search.WHOLE
    chosen = frozenset(table[0] for table in tables)
    leads = {**_named(package, asked, scores[top] if top else 1.0), **_by_id(package, typed)}
    for record, lead in leads.items():
        if record[0] in chosen:
            scores[record] = max(scores.get(record, 0.0), lead)
    hits = search.best(scores, most)
    return hits, len(scores), whole or bool(hits and hits[0].score >= _LEAD)


def read(package: Package, typed: str) -> Asked:
    """Return what a question asks, what it names, and the words that are left over; slips are mended."""
    words, capitals = entities.words_in(typed)
    words, capitals = words[:_LONGEST], capitals[:_LONGEST]
    lines = entities.lines_of(package)
    opening, asking = _opening(words)
    words[:asking] = [""] * asking
    spans = entities.read(words, capitals, lines)
    if mended := _mended(package, words, spans):
        words = [mended.get(place, word) for place, word in enumerate(words)]
        capitals = [place in mended or capital for place, capital in enumerate(capitals)]
        spans = entities.read(words, capitals, lines)
    asked = ["" if word in MEANT else word for word in words]
    counts = {place for place, word in enumerate(asked) if word and word not in STOP_WORDS}
    terms = _terms(asked, lines)
    whole, ours = counts <= _covered(terms), False
    if not whole or (len(terms) > 1 and opening is not MEANING):
        # beside other words, what all records are about names nothing
        ours = any(_OURS in span.ids for span in terms)
        counts -= _covered(span for span in terms if _OURS in span.ids)
        terms = [t for t in terms if _OURS not in t.ids and not _is_topic(words[t.start : t.end])]
    left = [word for place, word in enumerate(words) if place in counts - _covered(spans)]
    if not left and not spans:
        left = [word for word in words if word]
    kept = tuple(dict.fromkeys(left))[: search.MOST_WORDS]
    return Asked(opening, tuple(spans), tuple(terms), kept, whole, ours)


def _covered(spans: Iterable[Span]) -> set[int]:
    """Return where the words of names stand."""
    return {place for span in spans for place in range(span.start, span.end)}


def _is_topic(words: Sequence[str]) -> bool:
    """Tell whether words say no more than what all of the records are about."""
    return all(search.stem(word) in _TOPIC for word in words)


def _within(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a name is a part of a longer one."""
    length = span.end - span.start
    return any(o.start <= span.start and span.end <= o.end and o.end - o.start > length for o in others)


def _opening(words: Sequence[str]) -> tuple[Opening, int]:
    """Return what the first words ask for, and how many words do nothing but ask."""
    for count in (3, 2, 1):
        opening = OPENINGS.get(" ".join(words[:count]))
        if opening and len(words) > count:
            listing = words[0] in ("which", "what") and not LISTED.isdisjoint(words[1:5])
            return LISTING if listing and count == 1 else opening, 0 if opening.counts else count
    return Opening({}), 0


def hints(typed: str) -> tuple[str, ...]:
    """Return the command that counts or lists, for a question that asks how many or which."""
    hint = _opening(entities.words_in(typed)[0])[0].hint
    return (hint,) if hint else ()


def _mended(package: Package, words: Sequence[str], spans: Sequence[Span]) -> dict[int, str]:
    """Return what stands for the words that nothing holds: a state's English name, or the nearest word."""
    covered = _covered(spans)
    mended = {}
    for place, word in enumerate(words):
        if place in covered or word in STOP_WORDS or len(word) < 4 or search.is_known(package, word):
            continue
        foreign = [line[2] for line in package.linked(entities.NAMES, word) if line[1] == "states"]
        near = [iso3.lower() for iso3 in foreign] or search.spelt(package, word)
        if near:
            mended[place] = near[0]
    return mended


def _terms(words: Sequence[str], lines: entities.Lines) -> list[Span]:
    """Return the terms that are named in words, the longest first."""
    capitals = [True] * len(words)
    found = [
        entities.name_at(words, capitals, place, lines(word), ("terms",)) for place, word in enumerate(words)
    ]
    spans: list[Span] = []
    for span in sorted(filter(None, found), key=lambda span: span.start - span.end):
        if all(span.end <= other.start or span.start >= other.end for other in spans):
            spans.append(span)
    return spans


def _sought(package: Package, asked: Asked) -> list[Sought]:
    """Return what is looked up for a question."""
    sought: list[Sought] = []
    for span in asked.spans:
        if span.table == "dates":
            sought += [Sought(search.held(package, sign), True) for sign in span.signs]
        else:
            both: search.Holders = {}
            for sign in span.signs:
                both.update(search.held(package, sign))
            sought.append(Sought(both, True))
    states = {"s" + iso3: 28 for iso3 in asked.named("states")}
    for word in asked.words:
        held, stem = search.holders(package, word), search.stem(word)
        share = _LITTLE if stem in _TOPIC else 1.0
        sought.append(Sought({**held, **states} if stem in _PLAIN else held, share=share))
    for word in asked.opening.words.split():
        sought.append(Sought(search.holders(package, word), share=_LITTLE))
    return sought


def _weigh(package: Package, asked: Asked, scores: dict[str, float]) -> None:
    """Weigh the records by what kind a question asks for, and by what it does not name."""
    kinds = {table[0]: factor for table, factor in asked.opening.kinds.items()}
    kinds["d"] = _DUE if _is_due(asked) and asked.spans else 1 / _DUE
    for record in scores:
        if record[0] in kinds:
            scores[record] *= kinds[record[0]]
    if _OTHERS.isdisjoint(key for span in asked.terms for key in span.ids):
        for record in search.held(package, search.OTHER_TREATIES):
            if record in scores:
                scores[record] *= _FOREIGN
    if not asked.named("states") and not asked.named("areas"):
        general = search.held(package, search.WORLD)
        for record in scores:
            if record[0] in "fce":
                scores[record] *= general[record] / search.ABOUT if record in general else _ONE_STATE


def _named(package: Package, asked: Asked, top: float) -> dict[str, float]:
    """Return what the question names, with a score that puts it first, or right behind the best hit."""
    leads: dict[str, float] = {"t" + _OURS: 1.0} if asked.ours else {}
    groups, states, dates = (asked.named(table) for table in ("groups", "states", "dates"))
    for number, group in enumerate(groups):
        leads["g" + group] = 2.5 * _LEAD - number if not states else top * _BEHIND
    standing = not asked.rest and not dates and asked.opening.kinds.get("facts", 1.0) <= 1.0
    for number, iso3 in enumerate(states):
        leads["s" + iso3] = 2 * _LEAD - number if standing else top * _BEHIND ** (number + 1)
    if not states and not groups and not _is_due(asked):
        for key in asked.named("articles"):
            leads["a" + key] = 2.2 * _LEAD
    if not (states or groups or dates or asked.named("articles")):
        whole = asked.whole and (not asked.spans or len(asked.terms) == 1) and _wants_terms(asked.opening)
        for number, span in enumerate(asked.terms):
            leads["t" + span.ids[0]] = 2 * _LEAD - number if whole else top * _BEHIND ** (number + 1)
    return leads


def _wants_terms(opening: Opening) -> bool:
    """Tell whether the term that a question names may answer it: not when it asks for a day or an article."""
    return opening.kinds.get("terms", 1.0) >= 1.0 and opening.kinds.get("articles", 1.0) < _ARTICLES


def _is_due(asked: Asked) -> bool:
    """Tell whether a question is about deadlines."""
    return not DUE.isdisjoint(asked.words)


def _by_id(package: Package, typed: str) -> dict[str, float]:
    """Return the records that an id or a depositary notification names."""
    plain = typed.strip()
    leads: dict[str, float] = {}
    for table, row in (("events", Event), ("claims", Claim)):
        if package.one(row, plain):
            leads[table[0] + plain] = 3 * _LEAD
    if package.linked("facts_by_id", plain):
        leads["f" + plain] = 3 * _LEAD
    if numbers := notification_numbers(typed):
        for action in package.all(Action):
            if action.notification and notification_numbers(action.notification)[: len(numbers)] == numbers:
                leads["s" + action.iso3] = 3 * _LEAD
                for _, key in package.linked("events_by_state", action.iso3):
                    event = package.get(Event, key)
                    if event.date == action.date and (event.treaty or MINE_BAN) == action.treaty:
                        leads["e" + key] = 3 * _LEAD + 1
    return leads
