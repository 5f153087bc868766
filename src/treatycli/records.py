"""The nouns: rows of the data package as immutable, typed records.

A field is named as in the CSV header and as in the JSON output. `from_cells` turns the text cells
of a row into a record by the field's annotation: `tuple[str, ...]` is a list separated by `;`,
`bool` is `1` or `0`, `str | None` is None where the cell is empty. Dates stay ISO 8601 strings
(`2025-06-27`, `2025-06`, `2025`, or the interval `2026-02-04/2026-11-23`).

The standard library's `dataclasses` would double the cost of a piped lookup (docs/performance.md);
`Record` gives what is needed of it, and type checkers see a frozen dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, ClassVar, Self, dataclass_transform
else:

    def dataclass_transform(**_options):
        return lambda cls: cls


def split_list(cell: str) -> tuple[str, ...]:
    """Split a list cell: `a;b` gives ("a", "b"), an empty cell gives ()."""
    return tuple(cell.split(";")) if cell else ()


def _optional(cell: str) -> str | None:
    return cell or None


def _flag(cell: str) -> bool:
    return cell == "1"


_FROM_CELL: dict[str, Callable[[str], Any]] = {
    "str": str,
    "str | None": _optional,
    "bool": _flag,
    "int": int,
    "tuple[str, ...]": split_list,
}


@dataclass_transform(frozen_default=True)
class _RecordType(type):
    pass


class Record(metaclass=_RecordType):
    """An immutable value with named fields, in the order of their annotations."""

    FIELDS: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        own = cls.__annotations__
        cls.FIELDS = {**cls.FIELDS, **{n: a for n, a in own.items() if not n.isupper()}}

    def __init__(self, *values: Any, **named: Any) -> None:
        cls = type(self)
        given = dict(zip(cls.FIELDS, values, strict=False))
        if len(values) > len(cls.FIELDS) or named.keys() & given.keys() or named.keys() - cls.FIELDS.keys():
            raise TypeError(f"{cls.__name__}: fields are {', '.join(cls.FIELDS)}")
        given.update(named)
        for name in cls.FIELDS:
            if name not in given:
                try:
                    given[name] = getattr(cls, name)
                except AttributeError:
                    raise TypeError(f"{cls.__name__}: field {name} is missing") from None
        self.__dict__.update(given)

    @classmethod
    def from_cells(cls, cells: Sequence[str]) -> Self:
        """Make a record from the text cells of a row, in the order of the fields."""
        return cls(*[_FROM_CELL[kind](c) for kind, c in zip(cls.FIELDS.values(), cells, strict=True)])

    def pairs(self) -> Iterator[tuple[str, Any]]:
        """Yield each field's name and value, in order."""
        for name in self.FIELDS:
            yield name, self.__dict__[name]

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed."""
        return type(self)(**{**dict(self.pairs()), **changes})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in self.pairs())})"


class Row(Record):
    """A row of a table. `TABLE` is the table's name, `KEY` its primary key, `BY` what it is found by."""

    TABLE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]] = ("id",)
    BY: ClassVar[str] = "id"


class Treaty(Row):
    """An instrument: the mine ban, or one of the five related treaties."""

    TABLE = "treaties"
    id: str
    name: str
    short_name: str
    adopted: str
    in_force: str
    depositary: str
    url: str
    sources: tuple[str, ...]


class State(Row):
    """One of the 197 states that the depositary's practice admits."""

    TABLE = "states"
    KEY = ("iso3",)
    BY = "iso3"
    iso3: str
    iso2: str
    m49: str
    name: str
    short_name: str
    region: str
    subregion: str
    un_member: bool


class Name(Row):
    """Another way to name a state; a name that fits several states has one row for each."""

    TABLE = "names"
    KEY = ("iso3", "name", "kind", "lang")
    BY = "iso3"
    iso3: str
    name: str
    kind: str
    lang: str


class Area(Row):
    """A subject of facts that is not one of the 197 states."""

    TABLE = "areas"
    KEY = ("code",)
    BY = "code"
    code: str
    name: str
    note: str


class Action(Row):
    """A treaty action of a state. `effective` is the day from which it is, or is no longer, a party."""

    TABLE = "actions"
    KEY = ("treaty", "iso3", "action", "date")
    BY = "iso3"
    treaty: str
    iso3: str
    action: str
    date: str
    effective: str | None
    notification: str | None
    sources: tuple[str, ...]
    note: str | None


class Contested(Row):
    """A notified act whose effect is contested. It never changes a status."""

    TABLE = "contested"
    KEY = ("treaty", "iso3", "act")
    BY = "iso3"
    treaty: str
    iso3: str
    act: str
    date: str
    note: str
    sources: tuple[str, ...]


class Term(Row):
    """A glossary entry with a plain and a legal definition.

    `context` says where in a text its headword counts as a mention (docs/gloss.md).
    """

    TABLE = "terms"
    id: str
    term: str
    category: str
    context: str | None
    plain: str
    legal: str | None
    articles: tuple[str, ...]
    see_also: tuple[str, ...]
    sources: tuple[str, ...]


class Form(Row):
    """Another form of a term: abbreviation, plural, inflection, synonym, spelling, translation."""

    TABLE = "forms"
    KEY = ("term_id", "form")
    BY = "term_id"
    term_id: str
    form: str
    kind: str
    lang: str
    context: str | None


class Article(Row):
    """The preamble or an article of the Convention: its gist in our words."""

    TABLE = "articles"
    KEY = ("number",)
    BY = "number"
    number: str
    title: str
    gist: str
    deadline_rule: str | None
    url: str
    sources: tuple[str, ...]


class Event(Row):
    """A dated event. `countries` are ISO 3166 alpha-3 codes."""

    TABLE = "events"
    id: str
    date: str
    end_date: str | None
    kind: str
    countries: tuple[str, ...]
    title: str
    detail: str
    place: str | None
    sources: tuple[str, ...]
    confidence: str
    note: str | None


class Fact(Row):
    """One sourced statement about a state, an area or the world (`WORLD`)."""

    TABLE = "facts"
    BY = "subject"
    id: str
    subject: str
    topic: str
    statement: str
    value: str | None
    unit: str | None
    date: str | None
    as_of: str | None
    conflict: str | None
    sources: tuple[str, ...]
    confidence: str
    note: str | None


class Claim(Row):
    """A figure or statement often met in print, checked."""

    TABLE = "claims"
    id: str
    claim: str
    claimed_by: str
    verdict: str
    correction: str
    cues: tuple[str, ...]
    sources: tuple[str, ...]


class Source(Row):
    """A document that a record rests on."""

    TABLE = "sources"
    id: str
    title: str
    publisher: str
    date: str | None
    url: str | None
    note: str | None


class Decoy(Row):
    """An English word that looks like a misspelt name, or is one in another language, but is a word."""

    TABLE = "decoys"
    KEY = ("word",)
    BY = "word"
    word: str


class Phrase(Row):
    """A phrase that only `gloss` reads, in the language of `phrases.py`.

    `decoy`: hides the names in it (New Mexico, coal mine); `wording`: another way to speak of a term;
    `war`: a word that shows that a landmine is no figure of speech; `person`: a state's name that is
    also a personal name, and `beside`: a word that may stand beside one; `doubtful`: a demonym that
    is also another word.
    """

    TABLE = "phrases"
    KEY = ("phrase", "kind")
    BY = "kind"
    phrase: str
    kind: str
    term_id: str | None
    context: str | None


class Tile(Row):
    """Where a state stands on the tile map: row and column of a grid."""

    TABLE = "tiles"
    KEY = ("iso3",)
    BY = "iso3"
    iso3: str
    row: int
    column: int


ROWS: tuple[type[Row], ...] = (
    Action,
    Area,
    Article,
    Claim,
    Contested,
    Decoy,
    Event,
    Fact,
    Form,
    Name,
    Phrase,
    Source,
    State,
    Term,
    Tile,
    Treaty,
)
