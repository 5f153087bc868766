"""The coded rules that the rows of a data package must meet: one function a code.

E2xx: the cell; E3xx: a reference; E4xx: treaty law; W5xx: worth a look. What each means to a reader and
what to do is in `codes.py`; the rules of the files themselves (E1xx) are where files are read.
"""

from __future__ import annotations

import re

from treatycli import dates, status
from treatycli.folding import fold, unsafe
from treatycli.package.codes import fault
from treatycli.package.csvs import MAX_CELL
from treatycli.records import Action, Term
from treatycli.values import split_list
from treatycli.vocabulary import COLUMNS, MINE_BAN, STATE_OUTLETS, YES_OR_NO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from treatycli.answers import Problem
    from treatycli.package.rows import Line, Tables

    CellRule = Callable[[Line, str, str], str | None]
    Rule = Callable[[Tables], Iterator[tuple[Line, str]]]

CELL_RULES: dict[str, CellRule] = {}
"""Code -> rule of one filled or empty cell: (line, column, cell) -> what is wrong, or None."""
RULES: dict[str, Rule] = {}
"""Code -> rule of the whole: tables -> lines and what is wrong with each."""

DATES = (
    *("adopted", "in_force", "known_to", "date", "end_date", "effective", "as_of"),
    *("since", "until", "due", "decided", "declared"),
)
"""The columns that hold a date, in any table."""
FIRST_YEAR, LAST_YEAR = "1800", "2200"
REFERENCES: dict[tuple[str, str], str] = {
    ("actions", "treaty"): "treaties",
    ("actions", "iso3"): "states",
    ("contested", "treaty"): "treaties",
    ("contested", "iso3"): "states",
    ("names", "iso3"): "states",
    ("tiles", "iso3"): "states",
    ("forms", "term_id"): "terms",
    ("terms", "see_also"): "terms",
    ("events", "countries"): "states",
    ("events", "treaty"): "treaties",
    ("phrases", "term_id"): "terms",
    ("members", "group"): "groups",
    ("members", "iso3"): "states",
    ("deadlines", "iso3"): "states",
    ("completions", "iso3"): "states",
}
"""Table and column -> the table that holds the row with that key; `sources` leads to sources anywhere."""
MAX_NAME = 500
_NAMES = ("id", "name", "short_name", "term", "form", "title", "sources", "word", "place")
_PATTERNS = {
    "id": (re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"), "letters, digits and single hyphens"),
    "iso3": (re.compile(r"[A-Z]{3}"), "a code of three capital letters, as ZMB"),
    "iso2": (re.compile(r"[A-Z]{2}"), "a code of two capital letters, as ZM"),
    "m49": (re.compile(r"[0-9]{3}"), "a code of three digits, as 894"),
    "lang": (re.compile(r"[a-z]{2,3}(-[A-Za-z]+)?(;[a-z]{2,3}(-[A-Za-z]+)?)*"), "codes as en;pt-BR"),
    "url": (re.compile(r"https?://[^\s\x00-\x1f]+"), "an address that begins with https://"),
}
_ARTICLE = re.compile(r"(Preamble|[0-9]{1,3})(?:\([0-9a-z]+\))*(?:-(?:([0-9]{1,3})|\([0-9a-z]+\)))?")
_OTHER_DATES = (
    (re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"), "write the year first, then month and day"),
    (re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"), "write month and day with two digits and hyphens"),
    (re.compile(r"\d{4}-\d\d-\d\d[ T].*"), "leave the time of day out"),
    (re.compile(r"\d{5}(\.\d+)?"), "that is a spreadsheet's number of a day: format the column as text"),
    (re.compile(r"(?i)n\.?/?a\.?|none|null|nan|-|unknown|\?"), "leave the cell empty where it is not known"),
    (re.compile(r".*[A-Za-z]{3,}.*"), "write the month as a number"),
)


def cell_rule(code: str) -> Callable[[CellRule], CellRule]:
    """Register the rule of one cell under its code."""

    def register(rule: CellRule) -> CellRule:
        CELL_RULES[code] = rule
        return rule

    return register


def rule_of(code: str) -> Callable[[Rule], Rule]:
    """Register a rule of the whole package under its code."""

    def register(rule: Rule) -> Rule:
        RULES[code] = rule
        return rule

    return register


def check(tables: Tables) -> list[Problem]:
    """Apply every rule to a whole package; return the problems by file and line."""
    problems = [*cell_problems(tables)]
    faulty = {(problem.file, problem.line) for problem in problems}
    for code, rule in RULES.items():
        for line, message in rule(tables):
            if (line.file, line.number) not in faulty:  # a faulty cell leads nowhere: said once
                problems.append(_problem(code, line, message))
    if (MINE_BAN,) not in tables["treaties"]:
        problems.append(fault("E305", "datapackage.json", 1, f"the package has no treaty {MINE_BAN}"))
    return sorted(problems, key=lambda problem: (problem.file, problem.line, problem.code))


def cell_problems(tables: Tables) -> Iterator[Problem]:
    """Apply the rules of cells to every row that is not one of ours, checked before."""
    for line in _lines(tables):
        if not line.sealed:
            for name, cell in line.by_field.items():
                stripped = cell.strip()
                for code, rule in CELL_RULES.items():
                    message = rule(line, name, cell if code in ("E108", "E206") else stripped)
                    if message:
                        yield _problem(code, line, f"{name} {message}")


def _problem(code: str, line: Line, message: str) -> Problem:
    if line.sealed:
        message = f"a row as we have it ({'/'.join(line.key)}) then breaks a rule: {message}"
    return fault(code, line.file, line.number, message)


def _lines(tables: Tables) -> Iterator[Line]:
    for table in tables.values():
        yield from table.values()


def article_numbers(references: Iterable[str]) -> list[str]:
    """Return the articles behind references: `5(3)` is 5, `1-22` is 1 to 22, `Preamble` itself."""
    numbers: dict[str, None] = {}
    for reference in references:
        match = _ARTICLE.fullmatch(reference)
        if match and match[2] and match[1] != "Preamble":
            numbers.update(dict.fromkeys(str(n) for n in range(int(match[1]), int(match[2]) + 1)))
        elif match:
            numbers[match[1]] = None
    return list(numbers)


def is_date(cell: str) -> bool:
    """Tell whether a cell is a date of the data package, in the years that can be meant."""
    return dates.is_date(cell) and cell[:4] >= FIRST_YEAR and dates.last(cell)[:4] <= LAST_YEAR


@cell_rule("E104")
def one_line(line: Line, name: str, cell: str) -> str | None:
    """A cell is one line of text."""
    return f"holds a line end: {cell!r}" if "\n" in cell or "\r" in cell else None


@cell_rule("E108")
def printable(line: Line, name: str, cell: str) -> str | None:
    """A cell holds no control, direction or zero-width character."""
    if unsafe(cell.replace("\n", " ").replace("\r", " ")):
        return f"holds a control, direction or zero-width character: {cell!a}"
    return None


@cell_rule("E112")
def short(line: Line, name: str, cell: str) -> str | None:
    """A name has at most 500 characters, any cell at most 10,000."""
    longest = MAX_NAME if name in line.row.KEY or name in _NAMES else MAX_CELL
    return f"has {len(cell)} characters; at most {longest} are read" if len(cell) > longest else None


@cell_rule("E202")
def filled(line: Line, name: str, cell: str) -> str | None:
    """A cell that each row needs is filled."""
    return "is empty" if not cell and line.row.is_required(name) else None


@cell_rule("E203")
def dated(line: Line, name: str, cell: str) -> str | None:
    """A date exists, is written as ISO 8601 has it, and lies between 1800 and 2200."""
    if not cell or name not in DATES or is_date(cell):
        return None
    if dates.is_date(cell):
        return f"is {cell!r}; the year must be from {FIRST_YEAR} to {LAST_YEAR}"
    advice = next((said for pattern, said in _OTHER_DATES if pattern.fullmatch(cell)), "it is no date")
    return f"is {cell!r}; {advice}"


@cell_rule("E204")
def listed(line: Line, name: str, cell: str) -> str | None:
    """A word of a closed list is one of the list."""
    words = vocabulary(line.row.TABLE, name, line.row.FIELDS[name])
    return f"is {cell!r}; use one of {', '.join(words)}" if cell and words and cell not in words else None


def vocabulary(table: str, name: str, kind: str) -> tuple[str, ...]:
    """Return the closed list of a column, or () where any text will do."""
    return YES_OR_NO if kind == "bool" else COLUMNS.get((table, name), ())


@cell_rule("E205")
def well_formed(line: Line, name: str, cell: str) -> str | None:
    """An id, a code, an address or a number is written as such."""
    pattern, kind = _PATTERNS.get(name, (None, ""))
    if cell and pattern and not pattern.fullmatch(cell):
        return f"is {cell!r}; it must be {kind}"
    whole = cell.isascii() and cell.isdigit() and len(cell) < 10
    if cell and line.row.FIELDS[name].startswith("int") and not whole:
        return f"is {cell!r}; it must be a whole number"
    return None


@cell_rule("E206")
def plain(line: Line, name: str, cell: str) -> str | None:
    """A cell has no space at an end, and is no formula to a spreadsheet."""
    if cell != cell.strip():
        kind = "a no-break space" if "\xa0" in (cell[0], cell[-1]) else "a space"
        return f"begins or ends with {kind}: {cell!r}"
    return f"would be a formula in a spreadsheet: {cell!r}" if cell[:1] in ("=", "+", "-", "@") else None


@cell_rule("E207")
def itemised(line: Line, name: str, cell: str) -> str | None:
    """A list has no empty or repeated item, and semicolons alone between the items."""
    if line.row.FIELDS[name] != "tuple[str, ...]":
        return None
    items = split_list(cell)
    if "" in items or len(set(items)) < len(items):
        return f"has an empty or repeated item: {cell!r}"
    if any(item != item.strip() for item in items):
        return f"has a space beside a semicolon: {cell!r}"
    if name == "sources" and "," in cell:
        return f"has a comma: {cell!r}"
    return None


@rule_of("E301")
def references(tables: Tables) -> Iterator[tuple[Line, str]]:
    """What a cell refers to exists."""
    return broken_references(tables, tables)


def broken_references(rows: Tables, tables: Tables) -> Iterator[tuple[Line, str]]:
    """Yield the rows that refer to what is not in the tables."""
    for line in _lines(rows):
        for name in line.row.FIELDS:
            target = "sources" if name == "sources" else REFERENCES.get((line.row.TABLE, name))
            if target:
                for key in line.list_of(name):
                    if (key,) not in tables[target]:
                        yield line, f"{name}: there is no {key!r} in {target}.csv"
    for line in rows["facts"].values():
        subject = line.by_field["subject"]
        if subject != "WORLD" and (subject,) not in tables["states"] and (subject,) not in tables["areas"]:
            yield line, f"subject: there is no {subject!r} in states.csv or areas.csv"
    for line in rows["ideas"].values():
        for record in line.list_of("records"):
            table, _, key = record.partition("/")
            if (key,) not in tables.get(table, ()):
                yield line, f"records: there is no {key!r} in {table}.csv"
    for line in rows["terms"].values():
        for reference in line.list_of("articles"):
            numbers = article_numbers([reference])
            if not numbers or any((number,) not in tables["articles"] for number in numbers):
                yield line, f"articles: there is no article {reference!r}"


@rule_of("E302")
def one_term_a_form(tables: Tables) -> Iterator[tuple[Line, str]]:
    """No form belongs to two terms."""
    owners: dict[str, str] = {}
    for line in [*tables["terms"].values(), *tables["forms"].values()]:
        is_term = line.row is Term
        term_id = line.by_field["id" if is_term else "term_id"]
        text = line.by_field["term" if is_term else "form"]
        owner = owners.setdefault(fold(text), term_id)
        if owner != term_id:
            yield line, f"{text!r} is a form of {owner} too"


@rule_of("E303")
def one_state_a_name(tables: Tables) -> Iterator[tuple[Line, str]]:
    """No name leads to two states, unless it is marked ambiguous."""
    owners: dict[str, tuple[str, str]] = {}
    for line in [*tables["states"].values(), *tables["names"].values()]:
        iso3, kind = line.by_field["iso3"], line.by_field.get("kind", "name")
        owner = owners.setdefault(fold(line.by_field["name"]), (iso3, kind))
        if owner[0] != iso3 and "ambiguous" not in (kind, owner[1]):
            yield line, f"{line.by_field['name']!r} names {owner[0]} too; mark it ambiguous"


@rule_of("E304")
def leads_elsewhere(tables: Tables) -> Iterator[tuple[Line, str]]:
    """An entry's see-also leads to other entries."""
    for line in tables["terms"].values():
        if line.by_field["id"] in line.list_of("see_also"):
            yield line, "see_also leads to the entry itself"


def _stated(tables: Tables) -> Iterator[tuple[Line, list[Line]]]:
    """Yield each event and fact with the documents that it rests on."""
    for table in ("events", "facts"):
        for line in tables[table].values():
            documents = [tables["sources"].get((key,)) for key in line.list_of("sources")]
            yield line, [document for document in documents if document]


@rule_of("E306")
def strong_enough(tables: Tables) -> Iterator[tuple[Line, str]]:
    """A statement that rests on minor or weak documents only is not of high confidence."""
    for line, documents in _stated(tables):
        tiers = {document.by_field["tier"] for document in documents}
        if tiers and tiers <= {"minor", "weak"} and line.by_field["confidence"] == "high":
            yield line, "confidence is high, and every source is minor or weak"


@rule_of("E307")
def not_by_a_state_alone(tables: Tables) -> Iterator[tuple[Line, str]]:
    """A state's own outlet is never the only source of a statement about another state."""
    for line, documents in _stated(tables):
        voices = {STATE_OUTLETS.get(document.by_field["publisher"]) for document in documents}
        about = set(line.list_of("countries") if line.row.TABLE == "events" else line.list_of("subject"))
        if len(voices) == 1 and None not in voices and about - voices - {"WORLD"}:
            yield line, f"its only source is an outlet of the state {voices.pop()}"


@rule_of("E308")
def can_be_found(tables: Tables) -> Iterator[tuple[Line, str]]:
    """An event or fact has at least one source that a reader can find."""
    for line, documents in _stated(tables):
        if documents and not any(d.by_field["url"] or d.by_field["seen_at"] for d in documents):
            yield line, "no source has an address"


@rule_of("E401")
def signature_first(tables: Tables) -> Iterator[tuple[Line, str]]:
    """No action comes before the state's signature of the same treaty."""
    signed = {
        (action.treaty, action.iso3): action.date
        for _, action in _actions(tables)
        if action.action == "signature"
    }
    for line, action in _actions(tables):
        signature = signed.get((action.treaty, action.iso3))
        if signature and dates.last(action.date) < dates.first(signature):
            yield line, f"{action.action} on {action.date}, before the signature on {signature}"


@rule_of("E402")
def entry_into_force(tables: Tables) -> Iterator[tuple[Line, str]]:
    """A consent takes effect on the day that its treaty gives (of this Convention, Article 17)."""
    return (pair for pair in _effects(tables) if pair[0].by_field["action"] != "withdrawal")


@rule_of("E403")
def withdrawal_effect(tables: Tables) -> Iterator[tuple[Line, str]]:
    """A withdrawal takes effect six months after its receipt (Article 20), or later."""
    return (pair for pair in _effects(tables) if pair[0].by_field["action"] == "withdrawal")


def _effects(tables: Tables) -> Iterator[tuple[Line, str]]:
    for line, action in _actions(tables):
        rule = None if line.sealed else status.effect(action)
        if action.effective and rule and action.effective != rule and not status.is_excepted(action):
            yield line, f"effective is {action.effective}; the rule of the treaty gives {rule}"


def _actions(tables: Tables) -> Iterator[tuple[Line, Action]]:
    """Yield the actions whose dates can be reckoned with; the others have a problem of their own."""
    for line in tables["actions"].values():
        effective = line.by_field["effective"]
        if is_date(line.by_field["date"]) and (not effective or is_date(effective)):
            yield line, Action.from_cells(line.cells)


@rule_of("W501")
def cited(tables: Tables) -> Iterator[tuple[Line, str]]:
    """Every source is cited."""
    known = {s for line in _lines(tables) if "sources" in line.by_field for s in line.list_of("sources")}
    for line in tables["sources"].values():
        if line.by_field["id"] not in known:
            yield line, "no record cites this source"


@rule_of("W502")
def linked(tables: Tables) -> Iterator[tuple[Line, str]]:
    """Every entry is reached by a see-also, and has one."""
    reached = {term_id for line in tables["terms"].values() for term_id in line.list_of("see_also")}
    for line in tables["terms"].values():
        if line.by_field["id"] not in reached or not line.list_of("see_also"):
            yield line, "the entry has no see-also, or none leads to it"
