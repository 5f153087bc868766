"""What the search index holds: each word, and each sign of what a record is about, with its records.

Made with the index of the package and read by `ranking.py`; a weight says how much a word says in its place.
"""

from __future__ import annotations

from treatycli.search import entities
from treatycli.search.idioms import STOP_WORDS
from treatycli.search.ranking import ABOUT, OTHER_TREATIES, TITLE, WORLD
from treatycli.search.stems import stem, stems_of
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatycli.package.rows import Line, Tables
    from treatycli.search.ranking import Holders

_DATE, _FORM, _STATEMENT, _BODY = 30, 28, 24, 16
_TEXTS: dict[str, tuple[tuple[str, int], ...]] = {
    "terms": (("term", TITLE), ("plain", 7), ("legal", 6)),
    "states": (("subregion", _BODY), ("region", _BODY)),
    "articles": (("title", TITLE), ("gist", 13)),
    "events": (("title", TITLE), ("detail", _BODY), ("place", _BODY), ("date", _DATE), ("id", _BODY)),
    "facts": (("statement", _STATEMENT), ("topic", _BODY), ("date", TITLE), ("id", 12), ("note", 12)),
    "claims": (("claim", TITLE), ("cues", 14), ("correction", 10), ("claimed_by", 10)),
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


def postings(tables: Tables, names: Iterable[entities.Line]) -> Iterator[list[str]]:
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
        named_at_least = ABOUT * 3 // 4 if weight == TITLE else 0
        for word in (*kept, *signs):
            held = weights.setdefault(word, {})
            least = named_at_least if word[0] == "=" else 0
            held[record] = max(held.get(record, 0), full, least)
            written.setdefault(word, kept.get(word, word))
        if weight == TITLE and record[0] in "ce" and not states:
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
        yield "a" + line.cells[0], f"article {line.cells[0]}", TITLE
    for line in tables["forms"].values():
        yield "t" + line.by_field["term_id"], line.by_field["form"], _FORM
    for line in tables["terms"].values():
        yield "t" + line.cells[0], line.cells[0], TITLE
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
        yield record, _DUTIES.get(line.by_field["article"], "deadline"), TITLE
        yield record, line.by_field["due"], TITLE


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
