"""The index of words, and the records that hold the words of a question, best first.

The index is a section of the package like any other: a word leads to the records that hold it, with a
weight for where. A word is looked up as typed, then as the beginning of words, then, if nothing begins
with it, by spelling. What a question means beyond its words is read in `question.py`.
"""

from __future__ import annotations

import math

from treatycli.folding import fold
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatycli.package import Package
    from treatycli.package.rows import Tables

    Holders = dict[tuple[str, str], float]
    """Records by table and key, with how much a word says there."""

SECTION = "records_by_word"
WHOLE = 1 - 1e-6
"""The share of a question that is all of it."""
TABLES = ("terms", "states", "articles", "events", "facts", "claims")
STOP_WORDS = frozenset(
    (
        "a about all an and any are as at be been being by can could did do does for from get had has have"
        " how i if in into is it its many me mean means much must my of on or s should tell than that the"
        " their them then there they this to true was we were what when where which who whom whose why will"
        " with would you"
    ).split()
)
_TITLE, _FORM, _BODY = 6, 4, 1
_TEXTS: dict[str, tuple[tuple[str, int], ...]] = {
    "terms": (("id", _TITLE), ("term", _TITLE), ("plain", _BODY), ("legal", _BODY)),
    "states": (("name", _TITLE), ("short_name", _TITLE), ("subregion", _BODY), ("region", _BODY)),
    "articles": (("title", _TITLE), ("gist", _BODY)),
    "events": (("title", _TITLE), ("detail", _BODY), ("place", _BODY), ("date", _BODY), ("kind", _BODY)),
    "facts": (("statement", 2), ("topic", _BODY), ("date", _BODY), ("note", _BODY)),
    "claims": (("claim", _TITLE), ("correction", _BODY), ("claimed_by", _BODY)),
}
_LONG = {"terms": 0.4, "claims": 0.6, "articles": 0.8}
"""Long texts hold many words by the way: what stands in their body says less."""
NEAR, SPELT, ALIKE = 0.6, 0.4, 0.85
"""How much a word counts that only begins as typed, is only spelt nearly so, or is another form of it."""
_WEIGHTS = {_TITLE: 1.6, _FORM: 1.4, 2: 1.1, _BODY: 0.8}
_RECORDS = 2500
"""About how many records there are, for how rare a word is."""
_UNKNOWN = 4.0
"""How rare a word is taken to be that nothing holds."""
MOST_WORDS = 24
"""The most words of a question that are looked up."""
SAME = (
    (
        "leave left leaving exit quit pull pulled withdraw withdrew withdrawn withdrawal withdrawing"
        " denounce denounced denunciation"
    ),
    "join joined joining accede acceded acceding accession ratify ratified ratifie ratification",
    "disagree disagreement dispute differ",
    "pay paid paying cost",
    "amend amended amending amendment",
    "send sent submit submitted deliver delivered",
    "most largest biggest highest",
    "border frontier neighbour neighbor",
    "war wartime conflict",
    "training train teach",
    "treaty convention",
    "spend spent spending funding",
    "finish finished finishing complete completed completion",
    "destroy destroyed destroying destruction",
    "produce produced producing production make made making manufacture",
    "keep kept retain retained retention",
    "clear cleared clearing clearance",
    "object objected objecting objection",
    "suspend suspended suspending suspension",
    "sign signed signing signature",
    "vote voted voting",
    "lay laid laying",
    "stockpile stockpiled stock",
    "casualty victim killed injured died",
    "america american usa",
)
"""Words that are one word for a search, folded and singular."""
_SAME = {word: tuple(words.split()) for words in SAME for word in words.split()}


class Hit(Record):
    """A record that holds the words: its table, its key, and how well it fits (higher is better)."""

    table: str
    id: str
    score: float


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are indexed: folded, singular, thousands unseparated."""
    if "," in text:
        parts = text.split(",")
        text = parts[0]
        for part in parts[1:]:
            text += part if text[-1:].isdigit() and part[:1].isdigit() else "," + part
    folded = fold(text).replace("square kilometre", "km2").replace("square kilometer", "km2")
    return [_singular(word) for word in folded.split()]


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and word[-2] not in "suix":
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


def index(tables: Tables) -> Iterator[tuple[str, list[str]]]:
    """Yield each word with the records that hold it: `mine`, `terms/mine/7 facts/afg-.../2 ...`."""
    weights: dict[str, dict[tuple[str, str], int]] = {}

    def add(table: str, key: str, text: str, weight: int) -> None:
        for word in words_of(text):
            if word not in STOP_WORDS:
                held = weights.setdefault(word, {})
                held[table, key] = max(held.get((table, key), 0), weight)

    for table, fields in _TEXTS.items():
        for line in tables[table].values():
            for field, weight in fields:
                add(table, line.cells[0], line.by_field[field], weight)
    for line in tables["articles"].values():
        add("articles", line.cells[0], f"article {line.cells[0]}", _TITLE)
    for line in tables["events"].values():
        for code in line.list_of("countries"):
            add("events", line.cells[0], tables["states"][code,].by_field["short_name"], _BODY)
    for line in tables["facts"].values():
        state = tables["states"].get((line.by_field["subject"],))
        add("facts", line.cells[0], state.by_field["short_name"] if state else "world", _BODY)
    for line in tables["forms"].values():
        add("terms", line.by_field["term_id"], line.by_field["form"], _FORM)
    for line in tables["names"].values():
        if line.by_field["lang"] in ("", "en"):
            add("states", line.by_field["iso3"], line.by_field["name"], _FORM)
    for word, held in weights.items():
        yield word, [word, " ".join(f"{table}/{key}/{weight}" for (table, key), weight in held.items())]


def wanted(typed: str) -> list[str]:
    """Return the words of a question that count, each once."""
    words = list(dict.fromkeys(words_of(typed)))
    return ([word for word in words if word not in STOP_WORDS] or words)[:MOST_WORDS]


def find(package: Package, typed: str, tables: Iterable[str] = TABLES) -> tuple[list[Hit], bool]:
    """Return the records that hold the words, best first, and whether the best holds every word."""
    hits, shares = ranked([holders(package, word) for word in wanted(typed)], tables)
    return hits, bool(hits) and shares[hits[0].table, hits[0].id] >= WHOLE


def ranked(
    sought: Sequence[Holders], tables: Iterable[str] = TABLES
) -> tuple[list[Hit], dict[tuple[str, str], float]]:
    """Return the records that hold what is sought, best first, and what share of it each holds.

    A record's score is the sum of what its words say there, rarer words saying more, times the share of
    the question that it holds.
    """
    chosen = frozenset(tables)
    scores: dict[tuple[str, str], float] = {}
    held: dict[tuple[str, str], float] = {}
    total = 0.0
    for records in sought:
        rarity = math.log(1 + _RECORDS / (1 + len(records))) if records else _UNKNOWN
        total += rarity
        for record, weight in records.items():
            if record[0] in chosen:
                scores[record] = scores.get(record, 0.0) + weight * rarity
                held[record] = held.get(record, 0.0) + rarity
    shares = {record: rarity / total for record, rarity in held.items()}
    hits = [Hit(*record, round(score * shares[record], 3)) for record, score in scores.items()]
    hits.sort(key=lambda hit: (-hit.score, TABLES.index(hit.table), hit.id))
    return hits, shares


def holders(package: Package, word: str) -> Holders:
    """Return the records that hold a word, or one that means the same, with how much it says there."""
    held: Holders = {}
    for same in alike(word):
        _add(held, package.linked(SECTION, same), 1.0 if same == word else ALIKE)
    if len(word) > 2:
        _add(held, [line for line in package.starting(SECTION, word) if line[0] != word], NEAR)
    if not held and len(word) > 3:
        from treatycli.spelling import near_words

        known = package.remembered((SECTION,), lambda: [line[0] for line in package.listed(SECTION)])
        for near in near_words(word, known):
            _add(held, package.linked(SECTION, near), SPELT)
    return held


def alike(word: str) -> tuple[str, ...]:
    """Return a word, and the words that are one with it for a search: `banned` is `ban`."""
    if word in _SAME:
        return _SAME[word]
    stem = word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else ""
    if len(stem) < 3:
        return (word,)
    single = stem[:-1] if stem[-1] == stem[-2] else stem
    return tuple(dict.fromkeys((word, stem, single, stem + "e")))


def _add(held: Holders, lines: list[list[str]], factor: float) -> None:
    for _, postings in lines:
        for posting in postings.split(" "):
            table, key, weight = posting.split("/")
            score = _WEIGHTS[int(weight)] * factor
            if table in _LONG and int(weight) == _BODY:
                score *= _LONG[table]
            if score > held.get((table, key), 0.0):
                held[table, key] = score
