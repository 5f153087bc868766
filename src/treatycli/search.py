"""The index of words, and the records that hold the words of a question, best first.

The index is a section of the package like any other: a word leads to the records that hold it, with a
weight for where. Words are looked up by their stem, so that `leaves`, `left` and `withdrawal` are one
word; a name is looked up by its sign (`entities.py`). A word that nothing holds is taken as the beginning of
words, then by spelling. What a question means beyond its words is read in `question.py`.
"""

from __future__ import annotations

import math

from treatycli import entities
from treatycli.idioms import SAME, STOP_WORDS
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from treatycli.package import Package
    from treatycli.package.rows import Line, Tables

    Holders = dict[str, int]
    """Records by what stands for them in the index, with how much a word says there."""

SECTION = "records_by_word"
WHOLE = 1 - 1e-6
"""The share of a question that is all of it."""
TABLES = ("terms", "states", "articles", "events", "facts", "claims", "groups", "deadlines")
LETTERS = {table[0]: table for table in TABLES}
"""A record stands in the index by the first letter of its table and its key: `tmine`, `sLTU`."""
OTHER_TREATIES, WORLD = "=other", "=WORLD"
"""The signs of the events of other treaties, and of what is about no single state."""
_TITLE, _DATE, _FORM, _STATEMENT, _BODY = 32, 30, 28, 24, 16
ABOUT = 2 * _TITLE
"""How much the sign of what a record is about says there, at most."""
_TEXTS: dict[str, tuple[tuple[str, int], ...]] = {
    "terms": (("term", _TITLE), ("plain", 7), ("legal", 6)),
    "states": (("subregion", _BODY), ("region", _BODY)),
    "articles": (("title", _TITLE), ("gist", 13)),
    "events": (("title", _TITLE), ("detail", _BODY), ("place", _BODY), ("date", _DATE), ("id", _BODY)),
    "facts": (("statement", _STATEMENT), ("topic", _BODY), ("date", _TITLE), ("id", 12), ("note", 12)),
    "claims": (("claim", _TITLE), ("cues", 14), ("correction", 10), ("claimed_by", 10)),
}
"""What is read of each record, and how much a word says there; a long text holds many words by the way."""
_READ: dict[str, tuple[str, ...]] = {"g": ("states", "areas"), "d": ("articles",), "s": ()}
"""What is read as a name in the names of records: not the names themselves."""
_NEWEST, _AGES = 2026, 24
"""A fact of which year says most of what it is about, and for how many years before the older say less."""
_DUTIES = {
    "4": "deadline Article 4 stockpile destruction due finish extension",
    "5": "deadline Article 5 mine clearance due finish extension mined area minefield",
}
"""The words by which the deadlines of an article are found."""
NEAR, SPELT = 0.6, 0.5
"""How much a word counts that only begins as typed, or is only spelt nearly so."""
_RECORDS = 2500
"""About how many records there are, for how rare a word is."""
_UNKNOWN = 4.0
"""How rare a word is taken to be that nothing holds."""
MOST_WORDS = 24
"""The most words of a question that are looked up."""
MISSED = 0.35
"""What is left of a record's score where it lacks a name or a date that the question has."""
_ENDINGS = (
    ("isation", 3),
    ("ization", 3),
    ("ing", 3),
    ("ed", 3),
    ("ment", 5),
    ("ance", 4),
    ("ence", 4),
    ("ion", 5),
    ("e", 4),
)
"""Endings that a stem is without, and the fewest letters that they leave."""


class Hit(Record):
    """A record that holds the words: its table, its key, and how well it fits (higher is better)."""

    table: str
    id: str
    score: float


class Sought(Record):
    """A word, or a sign, that is looked for: the records that hold it; `must` if it narrows the question."""

    held: Holders
    must: bool = False
    share: float = 1.0
    """How much of a word it is."""


def stems_of(text: str) -> list[str]:
    """Return the words of a text that count, those that are one word for a search alike."""
    return [stem(word) for word in entities.words_in(text)[0] if word not in STOP_WORDS]


def stem(word: str) -> str:
    """Return what a word has in common with its other forms, and with the words that mean the same."""
    cut = _cut(_singular(word))
    return _SAME.get(cut, cut)


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and word[-2] not in "suix":
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


def _cut(word: str) -> str:
    if len(word) > 5:
        word = word.replace("our", "or")  # neighbour, neighbor
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            doubled = ending in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "ls"
            return word[:-1] if doubled else word.removesuffix("e") if len(word) > 3 else word
    return word


_SAME = {_cut(word): first for one in map(str.split, SAME) for first in (_cut(one[0]),) for word in one}


def index(tables: Tables, names: Iterable[entities.Line]) -> Iterator[list[str]]:
    """Yield each word with the records that hold it, and as it is written: `min`, `t64mine ...`, `mine`.

    `names` are what the package's states, groups, articles and areas are called (`entities.Line`).
    """
    weights: dict[str, Holders] = {}
    written: dict[str, str] = {}
    lines = _by_first_word(names)
    stems: dict[str, str] = {}

    def look_up(word: str) -> Sequence[entities.Line]:
        return lines.get(word, ())

    def add(record: str, text: str, weight: int, read: Sequence[str] = entities.TABLES) -> None:
        words, capitals = entities.words_in(text)
        signs: list[str] = []
        named_in, states = 0, False
        for span in reversed(entities.read(words, capitals, look_up, read) if read else []):
            signs += span.signs
            named_in += 1
            states = states or span.table == "states"
            words[span.start : span.end] = []
        kept = {}
        for word in words:
            if word not in STOP_WORDS:
                if word not in stems:
                    stems[word] = stem(word)
                kept[stems[word]] = word
        full = weight + weight // (2 * (len(kept) + named_in) or 1)  # of a short text each word says more
        named_at_least = ABOUT * 3 // 4 if weight == _TITLE else 0
        for word in (*kept, *signs):
            held = weights.setdefault(word, {})
            least = named_at_least if word[0] == "=" else 0
            held[record] = max(held.get(record, 0), full, least)
            written.setdefault(word, kept.get(word, word))
        if weight == _TITLE and record[0] in "ce" and not states:
            weights.setdefault(WORLD, {}).setdefault(record, ABOUT)
            written.setdefault(WORLD, WORLD)

    for table, fields in _TEXTS.items():
        for line in tables[table].values():
            for field, weight in fields:
                # of a cue without the words that speak against it
                parts = [cue.partition(" !")[0] for cue in line.list_of(field)] if field == "cues" else ()
                add(table[0] + line.cells[0], " ".join(parts) or line.by_field[field], weight)
    for record, text, weight in _more(tables):
        add(record, text, weight, _READ.get(record[0], ("articles",)))
    for record, sign, weight in _signs(tables):
        weights.setdefault(sign, {})[record] = weight
        written.setdefault(sign, sign)
    for word, records in _elsewhere(tables).items():
        weights.setdefault(word, records)
        written.setdefault(word, word)
    for word, held in weights.items():
        yield [word, " ".join(f"{r[0]}{weight:02}{r[1:]}" for r, weight in held.items()), written[word]]


def _by_first_word(names: Iterable[entities.Line]) -> dict[str, list[entities.Line]]:
    """Return names by their first word, and by its plural, as `entities.lines_of` looks them up."""
    lines: dict[str, list[entities.Line]] = {}
    for line in names:
        lines.setdefault(line[0].partition(" ")[0], []).append(line)
    return {word + end: found for end in ("s", "") for word, found in lines.items()}


def _more(tables: Tables) -> Iterator[tuple[str, str, int]]:
    """Yield records with a text that is not one of their own cells, and how much a word says there."""
    for line in tables["articles"].values():
        yield "a" + line.cells[0], f"article {line.cells[0]}", _TITLE
    for line in tables["forms"].values():
        yield "t" + line.by_field["term_id"], line.by_field["form"], _FORM
    for line in tables["terms"].values():
        yield "t" + line.cells[0], line.cells[0], _TITLE
    for line in tables["states"].values():
        yield "s" + line.cells[0], line.by_field["name"], _FORM
    for line in tables["names"].values():
        if line.by_field["lang"] in ("", "en"):
            yield "s" + line.by_field["iso3"], line.by_field["name"], _FORM
    for line in tables["actions"].values():
        if line.by_field["treaty"] == MINE_BAN:
            yield "s" + line.by_field["iso3"], line.by_field["note"], 4
    for line in tables["groups"].values():
        for name in (line.by_field["name"], line.by_field["short_name"], *line.list_of("aliases")):
            yield "g" + line.cells[0], name, _FORM
    last: dict[str, Line] = {}
    for line in tables["deadlines"].values():
        record = f"d{line.by_field['iso3']}/{line.by_field['article']}"
        if record not in last or line.by_field["due"] > last[record].by_field["due"]:
            last[record] = line
    for record, line in last.items():
        yield record, _DUTIES.get(line.by_field["article"], "deadline"), _TITLE
        yield record, line.by_field["due"], _TITLE


def _elsewhere(tables: Tables) -> dict[str, Holders]:
    """Return the words in the titles of the sources of events and facts: some name a person."""
    words: dict[str, Holders] = {}
    for table in ("events", "facts"):
        for line in tables[table].values():
            for source in line.list_of("sources"):
                for word in stems_of(tables["sources"][source,].by_field["title"]):
                    words.setdefault(word, {})[table[0] + line.cells[0]] = _BODY
    return words


def _signs(tables: Tables) -> Iterator[tuple[str, str, int]]:
    """Yield records with the sign of what they are about; of facts and events the newer say more of it."""
    for table in ("states", "groups"):
        for line in tables[table].values():
            yield table[0] + line.cells[0], "=" + line.cells[0], ABOUT
    for line in tables["events"].values():
        countries = line.list_of("countries")
        weight = ABOUT if line.by_field["turning"] == "1" else ABOUT * 3 // 4
        for code in countries:  # of several countries an event says less of each
            yield "e" + line.cells[0], "=" + code, max(ABOUT // 2, weight - len(countries))
        if line.by_field["treaty"] not in ("", MINE_BAN):
            yield "e" + line.cells[0], OTHER_TREATIES, weight
    for line in tables["facts"].values():
        year = int((line.by_field["date"] or line.by_field["as_of"] or "2000")[:4])
        older = max(0, min(_AGES, _NEWEST - year))
        yield "f" + line.cells[0], "=" + line.by_field["subject"], ABOUT - older
    for line in tables["deadlines"].values():
        yield (
            f"d{line.by_field['iso3']}/{line.by_field['article']}",
            "=" + line.by_field["iso3"],
            ABOUT * 3 // 4,
        )


def find(package: Package, typed: str, tables: Iterable[str] = TABLES) -> tuple[list[Hit], bool]:
    """Return the records that hold the words, best first, and whether the best holds every word."""
    hits, shares = _found(package, typed, tables)
    return hits, bool(hits) and shares[hits[0].table[0] + hits[0].id] >= WHOLE


def near(package: Package, typed: str, table: str, least: float) -> list[Hit]:
    """Return the records of a table that hold so large a share of the words, rarer ones counting more."""
    hits, shares = _found(package, typed, (table,))
    return [hit for hit in hits if shares[hit.table[0] + hit.id] >= least]


def _found(package: Package, typed: str, tables: Iterable[str]) -> tuple[list[Hit], dict[str, float]]:
    words, capitals = entities.words_in(typed)
    sought = []
    for span in reversed(entities.read(words, capitals, entities.lines_of(package))):
        sought += [Sought(held(package, sign), True) for sign in span.signs]
        words[span.start : span.end] = []
    wanted = list(dict.fromkeys(words))
    wanted = ([word for word in wanted if word not in STOP_WORDS] or wanted)[:MOST_WORDS]
    scores, shares = ranked([*sought, *(Sought(holders(package, word)) for word in wanted)], tables)
    return best(scores), shares


def best(scores: Mapping[str, float], most: int | None = None) -> list[Hit]:
    """Return the records with the highest scores, best first."""
    order = {letter: number for number, letter in enumerate(LETTERS)}
    first = sorted(scores, key=lambda record: (-round(scores[record], 3), order[record[0]], record))
    return [Hit(LETTERS[r[0]], r[1:], round(scores[r], 3)) for r in first[:most]]


def ranked(
    sought: Sequence[Sought], tables: Iterable[str] = TABLES
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the records that hold what is sought with their scores, and what share of it each holds.

    A record's score is the sum of what its words say there, rarer words saying more, times the share of
    the question that it holds; it is less for each name or date of the question that it lacks.
    """
    chosen = frozenset(table[0] for table in tables)
    scores: dict[str, float] = {}
    shares: dict[str, float] = {}
    total = 0.0
    for one in sought:
        rarity = math.log(1 + _RECORDS / (1 + len(one.held))) if one.held else _UNKNOWN
        rarity *= one.share
        total += rarity
        for record, weight in one.held.items():
            scores[record] = scores.get(record, 0.0) + weight * rarity
            shares[record] = shares.get(record, 0.0) + rarity
    musts = [one.held for one in sought if one.must]
    kept = {}
    for record, score in scores.items():
        if record[0] in chosen:
            shares[record] /= total
            score *= shares[record]
            for must in musts:
                if record not in must:
                    score *= MISSED
            kept[record] = score
    return kept, shares


def held(package: Package, word: str) -> Holders:
    """Return the records that hold a stem or a sign, with how much it says there."""
    records: Holders = {}
    for line in package.linked(SECTION, word):
        for posting in line[1].split(" "):
            records[posting[0] + posting[3:]] = int(posting[1:3])
    return records


def holders(package: Package, word: str) -> Holders:
    """Return the records that hold a word in any form; or what begins with it; or what is spelt nearly so."""
    exact = held(package, stem(word))
    if exact or len(word) < 3:
        return exact
    begun = {line[0] for line in package.starting(SECTION, word)}
    begun |= {first for same, first in _SAME.items() if same.startswith(word)}
    factor, stems = (NEAR, begun) if begun else (SPELT, {stem(near) for near in spelt(package, word)})
    records: Holders = {}
    for one in stems:
        for record, weight in held(package, one).items():
            records[record] = max(records.get(record, 0), int(weight * factor))
    return records


def spelt(package: Package, word: str) -> list[str]:
    """Return the words of the index that a word of four letters and more misspells, the most used first.

    What only ends in another letter is another word: `Crimea` is not `crimen`.
    """
    if len(word) < 4 or not word.isalpha():
        return []
    from treatycli.spelling import is_slip, near_words

    known = package.remembered((SECTION,), lambda: [line[2] for line in package.listed(SECTION)])
    near = near_words(word, [*known, *(same for words in SAME for same in words.split())])
    slips = [one for one in near if is_slip(word, one) and one[:-1] != word[:-1]]
    return sorted(slips, key=lambda one: -len(held(package, stem(one))))


def is_known(package: Package, word: str) -> bool:
    """Tell whether the index holds a word, or one that begins with it."""
    return bool(package.linked(SECTION, stem(word)) or (len(word) > 2 and package.starting(SECTION, word)))
