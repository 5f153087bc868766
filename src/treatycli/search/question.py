"""What a question means beyond its words: what it names, when, and what kind of answer it wants.

A group, a state, a term or an article that is named leads; the events of other treaties stand back
unless one of them is named; a year, a date, an id or a depositary notification narrows.
"""

from __future__ import annotations

from treatycli.records import Area, Claim, Event
from treatycli.search import entities, notifications, ranking, stems, wishes, wording
from treatycli.search.entities import Span
from treatycli.search.idioms import (
    ASKING,
    COUNTED,
    DUE,
    GATHERING,
    LISTED,
    LISTING,
    LISTS_BY,
    MEANING,
    MEANT,
    MEETING,
    MUST,
    OPENINGS,
    STANDING,
    STATEMENT,
    STATING,
    STOP_WORDS,
    TOPIC,
    WORLDWIDE,
    Opening,
)
from treatycli.search.ranking import Hit, Sought
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
_FOREIGN, _ONE_STATE, _ONE_OF_MANY = 0.35, 0.85, 0.7
"""What is left of the score of another treaty's event, and of what is about a state, where none is named; and
where it is asked how many."""
_LONGEST = 100
"""The most words of a question that are read."""
_ARTICLES = 3.0
"""How much more articles count at least where a question asks which article."""
_WISHED = 2.3
"""Of how many leads what a question wants in other words is, or by a count or a date."""
_LITTLE = 0.3
"""How much of a word is one that all the records are about."""
_SPECIAL = 0.93
"""What is left of the score of a fact for each word of its id that is not asked for."""
_OLD, _NEW, _AGE, _UNDATED = 1995, 2030, 20, 0.4
"""Where the newest or the first is asked for: the year from which years are counted, how many count once, and
what is left of the score of what has no year."""
_NO_STATE = (
    "{} is not one of the 197 states of the depositary's practice and has no standing here;"
    " what is known of it: treaty facts --country {}"
)
_WORLDWIDE = 1.4
"""How much more a fact about the world counts where the world is named."""
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
    typed: wording.Words
    """All its words, slips mended."""
    guesses: tuple[tuple[str, str], ...]
    """The words that nothing holds, each with what it is read as."""

    def named(self, table: str) -> tuple[str, ...]:
        """Return what of a table is named, and not only as a part of a term."""
        spans = [span for span in self.spans if span.table == table and not _within(span, self.terms)]
        return tuple(key for span in spans for key in span.ids)

    @property
    def rest(self) -> tuple[str, ...]:
        """The words that ask for more than where a state stands."""
        return tuple(word for word in self.words if stems.stem(word) not in _PLAIN)

    @property
    def figures(self) -> bool:
        """Whether it asks for figures: how many, or those of a year."""
        return self.typed.say(COUNTED) or bool(self.named("dates"))


_PLAIN = frozenset(stems.stem(word) for word in STANDING | TOPIC)
_TOPIC = frozenset(stems.stem(word) for word in TOPIC)


class Found(Record):
    """What a question finds: the first hits, how many there are, and whether the best holds all of it."""

    hits: tuple[Hit, ...]
    count: int
    whole: bool
    notes: tuple[str, ...]
    """The commands that count or list, and which words were read as others."""


def find(package: Package, typed: str, tables: Sequence[str], most: int, day: str) -> Found:
    """Return what a question finds in some tables, on a day (ISO 8601)."""
    if number := notifications.named(typed):
        noted = notifications.records(package, number)
        keep = [record for record in noted if record[0] in {table[0] for table in tables}]
        scores = {record: 3 * _LEAD - place for place, record in enumerate(keep)}
        return Found(tuple(ranking.best(scores, most)), len(scores), bool(keep), ())
    asked = read(package, typed)
    wish = _wish(package, asked, day)
    scores, shares = ranking.ranked(_sought(package, asked), tables)
    _weigh(package, asked, scores, wish.age)
    top = max(scores, key=lambda record: scores[record], default=None)
    whole = top is not None and shares[top] >= ranking.WHOLE
    chosen = frozenset(table[0] for table in tables)
    leads = {
        **(_named(package, asked, scores[top] if top else 1.0) if not wish.age else {}),
        **{record: _WISHED * _LEAD - number for number, record in enumerate(dict.fromkeys(wish.records))},
        **_by_id(package, typed),
    }
    for record, lead in leads.items():
        if record[0] in chosen:
            scores[record] = max(scores.get(record, 0.0), lead)
    hits = ranking.best(scores, most)
    notes = [note for note in (wish.hint or asked.opening.hint,) if note]
    if wishes.by_year(asked.typed):
        notes.append("by year: treaty stats --chart")
    notes += [_NO_STATE.format(package.get(Area, code).name, code) for code in asked.named("areas")]
    notes += [f"nothing holds {word!r}; read as {near!r}" for word, near in asked.guesses]
    return Found(tuple(hits), len(scores), whole or bool(hits and hits[0].score >= _LEAD), tuple(notes))


def _wish(package: Package, asked: Asked, day: str) -> wording.Wish:
    """Return what a question wants that is counted, chosen by date, or put in other words."""
    tables = [table for table in entities.TABLES if asked.named(table)]
    if asked.whole and (asked.opening is MEANING or (len(asked.terms) == 1 and not asked.opening.kinds)):
        return wording.Wish()
    states = asked.named("states")
    state = states[0] if len(states) == 1 and tables == ["states"] and not asked.rest else ""
    moments = sorted(sign[1:] for sign in asked.named("dates") if sign[1:3] in ("19", "20"))
    groups = asked.named("groups")
    group = groups[0] if len(groups) == 1 and tables == ["groups"] else ""
    wish = wishes.wish(package, asked.typed, day, spans=tables, state=state, group=group, moments=moments)
    return wish.replace(records=tuple(r for r in wish.records if wishes.exists(package, r)))


def read(package: Package, typed: str) -> Asked:
    """Return what a question asks, what it names, and the words that are left over; slips are mended."""
    words, capitals = entities.words_in(typed)
    words, capitals = words[:_LONGEST], capitals[:_LONGEST]
    lines = entities.lines_of(package)
    opening, asking = _opening(words)
    all_words = list(words)
    words[:asking] = [""] * asking
    spans = entities.read(words, capitals, lines)
    mended, guessed = _mended(package, words, spans)
    if mended:
        all_words = [mended.get(place, word) for place, word in enumerate(all_words)]
        words = [mended.get(place, word) for place, word in enumerate(words)]
        capitals = [place in mended or capital for place, capital in enumerate(capitals)]
        spans = entities.read(words, capitals, lines)
    asked = ["" if word in MEANT else word for word in words]
    counts = {place for place, word in enumerate(asked) if word and word not in STOP_WORDS}
    terms = _terms(package, asked, lines)
    whole, ours = counts <= _covered(terms), False
    if not whole or (len(terms) > 1 and opening is not MEANING):
        # beside other words, what all records are about names nothing
        ours = any(_OURS in span.ids for span in terms)
        counts -= _covered(span for span in terms if _OURS in span.ids)
        terms = [t for t in terms if _OURS not in t.ids and not _is_topic(words[t.start : t.end])]
    left = [word for place, word in enumerate(words) if place in counts - _covered(spans)]
    left = [word for word in left if word not in ASKING or ranking.is_known(package, word)]
    if not left and not spans:
        left = [word for word in words if word]
    kept = tuple(dict.fromkeys(left))[: ranking.MOST_WORDS]
    return Asked(opening, tuple(spans), tuple(terms), kept, whole, ours, wording.Words(all_words), guessed)


def _covered(spans: Iterable[Span]) -> set[int]:
    """Return where the words of names stand."""
    return {place for span in spans for place in range(span.start, span.end)}


def _is_topic(words: Sequence[str]) -> bool:
    """Tell whether words say no more than what all of the records are about."""
    return all(stems.stem(word) in _TOPIC for word in words)


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
    if len(words) > 1 and words[0] in LISTED and words[1] in LISTS_BY:
        return LISTING, 0
    if not MEETING.isdisjoint(words):
        return GATHERING, 0
    return Opening({}) if STATING.isdisjoint(words[1:]) else STATEMENT, 0


def _mended(
    package: Package, words: Sequence[str], spans: Sequence[Span]
) -> tuple[dict[int, str], tuple[tuple[str, str], ...]]:
    """Return what stands for the words that nothing holds: a state's English name, or the nearest word.

    The words that are taken for misspelt come again with what they are taken for.
    """
    covered = _covered(spans)
    mended, guessed = {}, []
    for place, word in enumerate(words):
        if place in covered or word in STOP_WORDS or word in ASKING or len(word) < 4:
            continue
        if ranking.is_known(package, word):
            continue
        foreign = [line[2] for line in package.linked(entities.NAMES, word) if line[1] == "states"]
        near = [iso3.lower() for iso3 in foreign] or ranking.spelt(package, word)
        if near:
            mended[place] = near[0]
            guessed += [(word, near[0])] if not foreign else []
    return mended, tuple(guessed)


def _terms(package: Package, words: Sequence[str], lines: entities.Lines) -> list[Span]:
    """Return the terms that are named in words, the longest first."""
    capitals = [True] * len(words)
    named = [
        entities.name_at(words, capitals, place, lines(word), ("terms",))
        or _begun(package, words, place, lines)
        for place, word in enumerate(words)
    ]
    spans: list[Span] = []
    for span in sorted(filter(None, named), key=lambda span: span.start - span.end):
        if all(span.end <= other.start or span.start >= other.end for other in spans):
            spans.append(span)
    return spans


def _begun(package: Package, words: Sequence[str], place: int, lines: entities.Lines) -> Span | None:
    """Return the term with a form of another script that a word begins, where no form is that word.

    Of several it is that to which the most others lead.
    """
    if words[place].isascii():
        return None
    begun = sorted({line[2] for line in lines(words[place]) if line[1] == "terms"})
    key = max(begun, key=lambda key: len(package.linked("terms_by_see_also", key)), default=None)
    return Span(place, place + 1, "terms", (key,)) if key else None


def _sought(package: Package, asked: Asked) -> list[Sought]:
    """Return what is looked up for a question."""
    sought: list[Sought] = []
    for span in asked.spans:
        if span.table == "dates":
            sought += [Sought(ranking.held(package, sign), True) for sign in span.signs]
        else:
            both: ranking.Holders = {}
            for sign in span.signs:
                both.update(ranking.held(package, sign))
            sought.append(Sought(both, True))
    states = {"s" + iso3: 28 for iso3 in asked.named("states")}
    for word in asked.words:
        held, stem = ranking.holders(package, word), stems.stem(word)
        share = _LITTLE if stem in _TOPIC else 1.0
        sought.append(Sought({**held, **states} if stem in _PLAIN else held, share=share))
    for word in asked.opening.words.split():
        sought.append(Sought(ranking.holders(package, word), share=_LITTLE))
    return sought


def _weigh(package: Package, asked: Asked, scores: dict[str, float], age: int) -> None:
    """Weigh the records by what kind a question asks for, and by what it does not name."""
    kinds = {table[0]: factor for table, factor in asked.opening.kinds.items()}
    kinds["d"] = _DUE if _is_due(asked) and asked.spans else 1 / _DUE
    for record in scores:
        if record[0] in kinds:
            scores[record] *= kinds[record[0]]
        if age:
            scores[record] *= _aged(record, age)
    if _OTHERS.isdisjoint(key for span in asked.terms for key in span.ids):
        for record in ranking.held(package, ranking.OTHER_TREATIES):
            if record in scores:
                scores[record] *= _FOREIGN
    if not asked.named("states") and not asked.named("areas"):
        general = ranking.held(package, ranking.WORLD)
        one_state = _ONE_OF_MANY if asked.figures else _ONE_STATE
        for record in scores:
            if record[0] in "fce":
                scores[record] *= general[record] / ranking.ABOUT if record in general else one_state
    if asked.typed.has(WORLDWIDE):
        for record in scores:
            scores[record] *= _WORLDWIDE if record.startswith("fworld-") else 1.0
    for record in scores if asked.figures else ():
        if record[0] == "f":
            scores[record] *= _SPECIAL ** _unasked(asked, record)


def _unasked(asked: Asked, record: str) -> int:
    """Return how many words of a fact's id are not asked for: `share` of `world-casualties-share-2024`."""
    parts = record.split("-")[1:]
    return sum(not part.isdigit() and not asked.typed.has(part) for part in parts)


def _aged(record: str, age: int) -> float:
    """Return how much more a record counts by its year, where the newest (1) or first (-1) is asked for."""
    years = [int(part) for part in record.split("-") if len(part) == 4 and part.isdigit()]
    if not years or record[0] not in "ef":
        return _UNDATED
    return max(1, years[-1] - _OLD if age > 0 else _NEW - years[-1]) / _AGE


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
    return not DUE.isdisjoint(asked.words) or (asked.typed.say(("when",)) and asked.typed.say(MUST))


def _by_id(package: Package, typed: str) -> dict[str, float]:
    """Return the records that an id names."""
    plain = typed.strip()
    leads: dict[str, float] = {}
    for table, row in (("events", Event), ("claims", Claim)):
        if package.one(row, plain):
            leads[table[0] + plain] = 3 * _LEAD
    if package.linked("facts_by_id", plain):
        leads["f" + plain] = 3 * _LEAD
    return leads
