"""The shapes that scripts see, one class a command: `treaty COMMAND --json` answers with these.

The JSON keys, the CSV columns and the JSON Schemas are made from these classes. Keys are only ever
added. An absent value is null, an absent list is [].
"""

from __future__ import annotations

from treatycli.records import Record, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class Item(Record):
    """A record of an answer. `COLUMNS` are the fields that a list shows as text, one line a record."""

    COLUMNS: ClassVar[tuple[str, ...]] = ()

    def as_text(self) -> str | None:
        """Return the record as a whole text of its own form; None for a page."""
        return None

    def as_line(self) -> str | None:
        """Return the record as a line of text of its own form; None for its columns, tab-separated."""
        return None


class Link(Record):
    """A term that another one leads to."""

    id: str
    term: str


class Definition(Item):
    """`treaty define`: a glossary entry."""

    COLUMNS = ("id", "term", "plain")

    id: str
    term: str
    category: str
    plain: str
    legal: str | None
    articles: tuple[str, ...]
    see_also: tuple[str, ...]
    forms: tuple[str, ...]
    matched: str
    query: str
    as_of: str
    data_version: str
    sources: tuple[Source, ...]


class ActionItem(Item):
    """A treaty action, with its sources."""

    treaty: str
    iso3: str
    action: str
    date: str
    effective: str | None
    notification: str | None
    sources: tuple[Source, ...]
    note: str | None


class TreatyStatus(Item):
    """A state's status under one treaty."""

    treaty: str
    name: str
    status: str
    note: str | None


class DeadlineItem(Item):
    """A duty of the Convention and the day by which it is due."""

    article: str
    duty: str
    date: str
    note: str | None


class ContestedItem(Item):
    """A notified act whose effect is contested."""

    treaty: str
    iso3: str
    act: str
    date: str
    note: str
    sources: tuple[Source, ...]


class EventItem(Item):
    """`treaty timeline`: a dated event."""

    COLUMNS = ("date", "kind", "countries", "title", "sources")

    id: str
    date: str
    end_date: str | None
    kind: str
    countries: tuple[str, ...]
    title: str
    detail: str
    place: str | None
    sources: tuple[Source, ...]
    confidence: str
    note: str | None


class FactItem(Item):
    """`treaty facts`: one sourced statement. Facts that share a `conflict` disagree."""

    COLUMNS = ("date", "subject", "topic", "statement", "sources")

    id: str
    subject: str
    topic: str
    statement: str
    value: str | None
    unit: str | None
    date: str | None
    as_of: str | None
    conflict: str | None
    sources: tuple[Source, ...]
    confidence: str
    note: str | None


class ClaimItem(Item):
    """`treaty claims`: a figure or statement met in print, checked."""

    COLUMNS = ("verdict", "claim", "correction", "sources")

    id: str
    claim: str
    claimed_by: str
    verdict: str
    correction: str
    cues: tuple[str, ...]
    sources: tuple[Source, ...]


class ArticleItem(Item):
    """`treaty article`: what an article says, in our words."""

    COLUMNS = ("number", "title", "gist")

    number: str
    title: str
    gist: str
    deadline_rule: str | None
    url: str
    terms: tuple[Link, ...]
    deadlines: tuple[DeadlineItem, ...]
    as_of: str
    data_version: str
    sources: tuple[Source, ...]


class Citation(Record):
    """A record that rests on a source: its table and key."""

    table: str
    id: str


class SourceItem(Item):
    """`treaty source`: a document, and what rests on it."""

    COLUMNS = ("id", "title", "publisher", "date", "url")

    id: str
    title: str
    publisher: str
    date: str | None
    url: str | None
    note: str | None
    cited_by: tuple[Citation, ...]


class SearchItem(Item):
    """`treaty search`: a record that holds the words; `matches` are those words as the snippet has them."""

    COLUMNS = ("table", "id", "title", "snippet")

    table: str
    id: str
    title: str
    snippet: str
    score: float
    matches: tuple[str, ...]


class TableInfo(Record):
    """A table and how many rows it has."""

    table: str
    rows: int


class DataInfo(Item):
    """`treaty data info`: what the package holds, and what is not known."""

    COLUMNS = ("name", "version", "as_of")

    name: str
    title: str
    version: str
    as_of: str
    depositary_as_of: str | None
    tables: tuple[TableInfo, ...]
    not_known: tuple[str, ...]


class DataProblem(Item):
    """`treaty data check`: something wrong at a line of a file."""

    COLUMNS = ("file", "line", "code", "message")

    file: str
    line: int
    code: str
    message: str

    def as_line(self) -> str:
        """Return the problem as compilers write it."""
        return f"{self.file}:{self.line}: {self.code}: {self.message}"


class Exported(Item):
    """`treaty data export`: where a package was written."""

    COLUMNS = ("directory",)

    directory: str
    data_version: str
    files: tuple[str, ...]


class Occurrence(Record):
    """A place in a text: character offsets from its start, and the line from 1."""

    start: int
    end: int
    line: int


class GlossItem(Item):
    """`treaty gloss`: something that a text mentions; `kind` is term, state, article or claim.

    `brief` is the first sentence of `definition`; `verdict` is that on a claim (wrong, imprecise,
    confirmed).
    """

    COLUMNS = ("title", "count", "first_line", "brief")

    kind: str
    id: str
    title: str
    count: int
    first_line: int
    definition: str
    brief: str
    verdict: str | None
    occurrences: tuple[Occurrence, ...]


class Annotation(Item):
    """`treaty annotate`: a text of a `kind` (plain, markdown, html), and what it mentions.

    `page` asks for HTML whatever the kind.
    """

    COLUMNS = ("text",)

    text: str
    kind: str
    page: bool
    items: tuple[GlossItem, ...]


class Reference(Record):
    """What a reference says. `within` and `version` are those of this tool, for an entry of ours."""

    id: str
    title: str
    author: str
    within: str | None
    version: str | None
    issued: str | None
    url: str | None


class References(Item):
    """`treaty cite`: references in a style. `text` is ready to paste."""

    COLUMNS = ("text",)

    what: str
    title: str
    style: str
    references: tuple[Reference, ...]
    text: str

    def as_text(self) -> str:
        """Return the references as they are pasted."""
        return self.text


class StateRow(Item):
    """`treaty countries`: one state on one day, under one treaty."""

    COLUMNS = ("iso3", "name", "region", "status", "in_force")

    iso3: str
    iso2: str
    name: str
    short_name: str
    region: str
    subregion: str
    un_member: bool
    as_of: str
    treaty: str
    status: str
    signed: str | None
    deposited: str | None
    deposit_type: str | None
    in_force: str | None
    withdrawal_notified: str | None
    withdrawal_effective: str | None
    notification: str | None


class Comparison(Item):
    """`treaty compare`: states side by side; `differs` names the fields in which they do."""

    COLUMNS = ("treaty", "as_of", "differs", "states")

    as_of: str
    data_version: str
    treaty: str
    differs: tuple[str, ...]
    states: tuple[StateRow, ...]


class Count(Record):
    """How many states have a status."""

    status: str
    states: int


class Region(Record):
    """A UN region: its states, its parties, and the count of each status."""

    region: str
    states: int
    parties: int
    counts: tuple[Count, ...]


class Growth(Record):
    """The number of parties at the end of a year, or on the day asked."""

    year: int
    date: str
    parties: int


class Stats(Item):
    """`treaty stats`: how many states have which status under a treaty on a day."""

    COLUMNS = ("treaty", "as_of", "parties", "states")

    as_of: str
    data_version: str
    treaty: str
    counts: tuple[Count, ...]
    parties: int
    states: int
    un_members: int
    un_members_parties: int
    regions: tuple[Region, ...]
    growth: tuple[Growth, ...]


class MapTile(Item):
    """`treaty map`: a state's place on the tile map and its status."""

    COLUMNS = ("iso2", "name", "status")

    iso2: str
    iso3: str
    name: str
    region: str
    status: str
    row: int
    column: int
    as_of: str
    treaty: str


class Profile(StateRow):
    """`treaty country`: a state's profile. The dates are those of the mine ban."""

    COLUMNS = ("iso3", "name", "status", "in_force", "withdrawal_effective")

    data_version: str
    status_note: str | None
    actions: tuple[ActionItem, ...]
    treaties: tuple[TreatyStatus, ...]
    deadlines: tuple[DeadlineItem, ...]
    contested: tuple[ContestedItem, ...]
    neighbours: tuple[str, ...]
    events: tuple[EventItem, ...]
    facts: tuple[FactItem, ...]
    matched: str
    query: str
    sources: tuple[Source, ...]
