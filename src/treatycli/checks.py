"""The coded rules that a data package must meet.

E1xx: the file; E2xx: the cell; E3xx: a reference; E4xx: treaty law; W5xx: worth a look.
The codes and what to do about each are in docs/data-checks.md. Each rule is a small function
whose docstring is its message.
"""

from __future__ import annotations

import re

from treatycli import dates, status
from treatycli.records import Action, Record, Row, split_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Problem(Record):
    """Something wrong at a line of a file."""

    file: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code}: {self.message}"


class Line:
    """A row as it stands in a file: its cells, and where it came from."""

    __slots__ = ("by_field", "cells", "file", "number", "row")

    def __init__(self, file: str, number: int, cells: tuple[str, ...], row: type[Row]) -> None:
        self.file, self.number, self.cells, self.row = file, number, cells, row
        self.by_field = dict(zip(row.FIELDS, cells, strict=True))

    def list_of(self, field: str) -> tuple[str, ...]:
        return split_list(self.by_field[field])

    def problem(self, code: str, message: str) -> Problem:
        return Problem(self.file, self.number, code, message)


Tables = dict[str, dict[tuple[str, ...], Line]]

TOPICS = (
    "contamination",
    "clearance",
    "casualties",
    "stockpile",
    "retained",
    "production",
    "transfer",
    "use",
    "victim_assistance",
    "funding",
    "border",
    "withdrawal",
    "other",
)
EVENT_KINDS = (
    "negotiation",
    "signature",
    "ratification",
    "accession",
    "entry_into_force",
    "related_treaty",
    "meeting",
    "review_conference",
    "milestone",
    "report",
    "statement",
    "use",
    "transfer",
    "withdrawal_announced",
    "withdrawal_vote",
    "withdrawal_notified",
    "withdrawal_effective",
    "suspension",
    "objection",
)
CATEGORIES = (
    "treaty_law",
    "weapon",
    "mine_action",
    "organisation",
    "humanitarian_law",
    "obligation",
    "process",
    "general",
)
VOCABULARIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("actions", "action"): ("signature", *status.CONSENTS, "withdrawal"),
    ("names", "kind"): (
        "official",
        "short",
        "former",
        "abbreviation",
        "alternative",
        "local",
        "cldr",
        "adjective",
        "demonym",
        "ambiguous",
    ),
    ("forms", "kind"): ("abbreviation", "plural", "inflection", "synonym", "spelling", "translation"),
    ("terms", "category"): CATEGORIES,
    ("events", "kind"): EVENT_KINDS,
    ("events", "confidence"): ("high", "medium", "low"),
    ("facts", "topic"): TOPICS,
    ("facts", "confidence"): ("high", "medium", "low"),
    ("claims", "verdict"): ("confirmed", "imprecise", "wrong"),
    ("contested", "act"): ("suspension", "withdrawal", "reservation"),
    ("states", "un_member"): ("0", "1"),
    ("terms", "context"): ("weak", "topic", "near", "never"),
    ("forms", "context"): ("weak", "topic", "near", "never"),
    ("phrases", "context"): ("weak", "topic", "near"),
    ("phrases", "kind"): ("decoy", "wording", "war", "person", "beside", "doubtful"),
}
DATES = ("adopted", "in_force", "date", "end_date", "effective", "as_of")
REFERENCES: dict[tuple[str, str], str] = {
    ("actions", "treaty"): "treaties",
    ("actions", "iso3"): "states",
    ("contested", "treaty"): "treaties",
    ("contested", "iso3"): "states",
    ("names", "iso3"): "states",
    ("tiles", "iso3"): "states",
    ("forms", "term_id"): "terms",
    ("phrases", "term_id"): "terms",
    ("terms", "see_also"): "terms",
    ("events", "countries"): "states",
}
_PATTERNS = {
    "id": re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"),
    "iso3": re.compile(r"[A-Z]{3}"),
    "iso2": re.compile(r"[A-Z]{2}"),
    "m49": re.compile(r"[0-9]{3}"),
    "lang": re.compile(r"[a-z]{2,3}(-[A-Za-z]+)?(;[a-z]{2,3}(-[A-Za-z]+)?)*|"),
    "url": re.compile(r"https?://[^\s\x00-\x1f]+|"),
}
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_ARTICLE = re.compile(r"(Preamble|\d+)(?:\([0-9a-z]+\))*(?:-(?:(\d+)|\([0-9a-z]+\)))?")


def unsafe(text: str) -> bool:
    """Tell whether a text holds a control, bidi, zero-width or surrogate character."""
    return _UNSAFE.search(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a text is a date of the data package: a day, month, year or interval."""
    return dates.is_date(text)


def article_numbers(references: Iterable[str]) -> list[str]:
    """Return the articles behind references: `5(3)` is 5, `1-22` is 1 to 22, `Preamble` itself."""
    numbers: dict[str, None] = {}
    for reference in references:
        found = _ARTICLE.fullmatch(reference)
        if found and found[2]:
            numbers.update(dict.fromkeys(str(n) for n in range(int(found[1]), int(found[2]) + 1)))
        elif found:
            numbers[found[1]] = None
    return list(numbers)


def check(tables: Tables) -> list[Problem]:
    """Apply every rule to a whole package; return the problems by file and line."""
    problems = [p for rule in RULES for p in rule(tables)]
    return sorted(problems, key=lambda p: (p.file, p.line, p.code))


def _lines(tables: Tables) -> Iterator[Line]:
    for table in tables.values():
        yield from table.values()


def cells(tables: Tables) -> Iterator[Problem]:
    """A cell is filled where it must be, safe, and of its kind."""
    for line in _lines(tables):
        for (name, kind), cell in zip(line.row.FIELDS.items(), line.cells, strict=True):
            if not cell:
                required = kind in ("str", "bool", "int") or name == "sources"
                if required and (line.row.TABLE, name) != ("names", "lang"):
                    yield line.problem("E202", f"{name} is empty")
                continue
            if unsafe(cell):
                yield line.problem("E108", f"{name} holds a control or direction character: {cell!r}")
            elif cell[0] in "=+-@" or cell != cell.strip():
                yield line.problem(
                    "E206", f"{name} starts like a spreadsheet formula, or has spaces at an end: {cell!r}"
                )
            vocabulary = VOCABULARIES.get((line.row.TABLE, name))
            if vocabulary and cell not in vocabulary:
                yield line.problem("E204", f"{name} is {cell!r}; use one of {', '.join(vocabulary)}")
            if name in DATES and not is_date(cell):
                yield line.problem("E203", f"{name} is {cell!r}; use 2025-06-27, 2025-06, 2025 or A/B")
            pattern = _PATTERNS.get(name)
            if pattern and not pattern.fullmatch(cell):
                yield line.problem("E205", f"{name} is {cell!r}, which is not a well-formed {name}")
            if kind == "int" and not (cell.isascii() and cell.isdigit() and len(cell) < 10):
                yield line.problem("E205", f"{name} is {cell!r}, which is not a whole number")
            if kind == "tuple[str, ...]" and ("" in split_list(cell) or _repeats(split_list(cell))):
                yield line.problem("E207", f"{name} has an empty or repeated item: {cell!r}")


def _repeats(items: tuple[str, ...]) -> bool:
    return len(set(items)) < len(items)


def references(tables: Tables) -> Iterator[Problem]:
    """What a cell refers to exists."""
    for line in _lines(tables):
        for name in line.row.FIELDS:
            target = "sources" if name == "sources" else REFERENCES.get((line.row.TABLE, name))
            if target:
                for key in line.list_of(name):
                    if (key,) not in tables[target]:
                        yield line.problem("E301", f"{name}: there is no {key!r} in {target}.csv")
    for line in tables["facts"].values():
        subject = line.by_field["subject"]
        if subject != "WORLD" and (subject,) not in tables["states"] and (subject,) not in tables["areas"]:
            yield line.problem("E301", f"subject: there is no {subject!r} in states.csv or areas.csv")
    for line in tables["terms"].values():
        for reference in line.list_of("articles"):
            numbers = article_numbers([reference])
            if not numbers or any((n,) not in tables["articles"] for n in numbers):
                yield line.problem("E301", f"articles: there is no article {reference!r}")
        if line.by_field["id"] in line.list_of("see_also"):
            yield line.problem("E304", "see_also leads to the entry itself")


def forms(tables: Tables) -> Iterator[Problem]:
    """No form belongs to two terms, and no name to two states unless it is marked ambiguous."""
    from treatycli.names import fold

    owners: dict[str, str] = {}
    for line in [*tables["terms"].values(), *tables["forms"].values()]:
        term_id = line.by_field.get("id") or line.by_field.get("term_id", "")
        text = line.by_field.get("term") or line.by_field.get("form", "")
        owner = owners.setdefault(fold(text), term_id)
        if owner != term_id:
            yield line.problem("E302", f"{text!r} is a form of {owner} too")
    states: dict[str, tuple[str, str]] = {}
    for line in [*tables["states"].values(), *tables["names"].values()]:
        iso3, kind = line.by_field["iso3"], line.by_field.get("kind", "name")
        first = states.setdefault(fold(line.by_field["name"]), (iso3, kind))
        if first[0] != iso3 and "ambiguous" not in (kind, first[1]):
            yield line.problem("E303", f"{line.by_field['name']!r} names {first[0]} too; mark it ambiguous")


def law(tables: Tables) -> Iterator[Problem]:
    """Actions follow one another, and take effect when the treaty says (Articles 17 and 20)."""
    signed: dict[tuple[str, str], str] = {}
    for line in tables["actions"].values():
        if line.by_field["action"] == "signature":
            signed[line.cells[0], line.cells[1]] = line.by_field["date"]
    for line in tables["actions"].values():
        cell = line.by_field
        if not is_date(cell["date"]) or (cell["effective"] and not is_date(cell["effective"])):
            continue
        action = Action.from_cells(line.cells)
        signature = signed.get((action.treaty, action.iso3))
        if signature and is_date(signature) and dates.last(action.date) < dates.first(signature):
            yield line.problem(
                "E401", f"{action.action} on {action.date}, before the signature on {signature}"
            )
        rule = status.effect(action)
        if action.effective and rule and action.effective != rule and not status.is_excepted(action):
            yield line.problem(
                "E403" if action.action == "withdrawal" else "E402",
                f"effective is {action.effective}; the rule of the treaty gives {rule}",
            )


def links(tables: Tables) -> Iterator[Problem]:
    """Every source is cited, and every entry is reached by a see-also."""
    cited = {s for line in _lines(tables) if "sources" in line.by_field for s in line.list_of("sources")}
    for line in tables["sources"].values():
        if line.by_field["id"] not in cited:
            yield line.problem("W501", "no record cites this source")
    linked = {t for line in tables["terms"].values() for t in line.list_of("see_also")}
    for line in tables["terms"].values():
        if line.by_field["id"] not in linked or not line.list_of("see_also"):
            yield line.problem("W502", "the entry has no see-also, or none leads to it")


RULES = (cells, references, forms, law, links)
