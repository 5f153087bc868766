"""Words -> ranked hits over terms, states, articles, events, facts and claims.

The index of words is a section of the package like any other: a word leads to the records that
hold it, with a weight for where. A word is looked up as typed, then as the beginning of words, then,
if nothing begins with it, by spelling. Why not SQLite's FTS5: docs/performance.md.
"""

from __future__ import annotations

from treatycli.folding import fold
from treatycli.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatycli.package import Package
    from treatycli.package.rows import Tables

SECTION = "records_by_word"
TABLES = ("terms", "states", "articles", "events", "facts", "claims")
STOP_WORDS = frozenset(
    (
        "a an and are as at be been by did do does for from had has have how in is it its of on or s"
        " that the their they this to was were what when where which who whom whose why will with"
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
_NEAR, _ALL_AS_TYPED = 0.4, 100.0
_EXACT_NAME, _EXACT_FORM, _NAME_PREFIX = 1000.0, 900.0, 500.0


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
    return [_singular(word) for word in fold(text).split()]


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


def find(package: Package, typed: str, tables: Iterable[str] = TABLES) -> tuple[list[Hit], bool]:
    """Return the records that hold the words, best first, and whether every word was found in each.

    Exact names and their beginnings come first, then records that hold all the words as typed, then
    those that hold them as beginnings or near spellings. Where no record holds them all, those that
    hold the most are returned, and False.
    """
    wanted = list(dict.fromkeys(words_of(typed)))
    wanted = [word for word in wanted if word not in STOP_WORDS] or wanted
    scores: dict[tuple[str, str], list[float]] = {}
    chosen = frozenset(tables)
    for place, word in enumerate(wanted):
        for record, score in _holders(package, word).items():
            if record[0] in chosen:
                scores.setdefault(record, [0.0] * len(wanted))[place] = score
    names = _named(package, typed)
    for key in names:
        if key[0] in chosen:
            scores.setdefault(key, [0.0] * len(wanted))
    if not scores:
        return [], True
    most = max((sum(s > 0 for s in found) for found in scores.values()), default=0)
    hits = [
        Hit(table, key, round(_score(found) + names.get((table, key), 0.0), 3))
        for (table, key), found in scores.items()
        if sum(s > 0 for s in found) == most or (table, key) in names
    ]
    hits.sort(key=lambda hit: (-hit.score, TABLES.index(hit.table), hit.id))
    return hits, most == len(wanted) or bool(names)


def _score(found: list[float]) -> float:
    as_typed = all(score >= 1 for score in found)
    return sum(found) + (_ALL_AS_TYPED if as_typed else 0.0)


def _named(package: Package, typed: str) -> dict[tuple[str, str], float]:
    folded = fold(typed)
    if not folded:
        return {}
    named: dict[tuple[str, str], float] = {}
    for name, table, key, how, _ in package.starting("names_by_fold", folded):
        if name != folded:
            bonus = _NAME_PREFIX * len(folded) / len(name) if len(folded) > 2 else 0.0
        else:
            bonus = _EXACT_NAME if how in ("id", "name", "code") else _EXACT_FORM
        if bonus:
            named[table, key] = max(named.get((table, key), 0.0), bonus)
    return named


def _holders(package: Package, word: str) -> dict[tuple[str, str], float]:
    """Return the records that hold a word, with how much it says there: rarer words say more."""
    lines = package.linked(SECTION, word)
    found = _weighed(lines, 1.0)
    if len(word) > 2:
        longer = [line for line in package.starting(SECTION, word) if line[0] != word]
        found = {**_weighed(longer, _NEAR), **found}
    if not found and len(word) > 3:
        from treatycli.spelling import near_words

        known = [line[0] for line in package.listed(SECTION)]
        lines = [line for near in near_words(word, known) for line in package.linked(SECTION, near)]
        found = _weighed(lines, _NEAR / 2)
    return found


def _weighed(lines: list[list[str]], factor: float) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for _, held in lines:
        postings = held.split(" ")
        rarity = 1 + 8 / (4 + len(postings))
        for posting in postings:
            table, key, weight = posting.split("/")
            score = int(weight) * rarity * factor
            found[table, key] = max(found.get((table, key), 0.0), score if factor == 1 else min(score, 0.99))
    return found
