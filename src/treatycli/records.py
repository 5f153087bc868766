"""The nouns: rows of the data package as immutable, typed records.

A field is named as in the CSV header and as in the JSON output. Dates stay ISO 8601 strings
(`2025-06-27`, `2025-06`, `2025`, or the interval `2026-02-04/2026-11-23`).
"""

from __future__ import annotations

from treatycli import dates
from treatycli.values import Row


class Treaty(Row):
    """An instrument: the mine ban, or one of the five related treaties.

    `known_to` is the date of the depositary's list that its actions come from.
    """

    TABLE = "treaties"
    id: str
    name: str
    short_name: str
    adopted: str
    in_force: str
    depositary: str
    known_to: str | None
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
    BLANK = ("lang",)
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
    """A notified act whose effect is contested. It never changes a status.

    `summary` is who says what in a sentence or two, `note` the whole of it.
    """

    TABLE = "contested"
    KEY = ("treaty", "iso3", "act")
    BY = "iso3"
    treaty: str
    iso3: str
    act: str
    date: str
    summary: str
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
    """Another form of a term: abbreviation, plural, inflection, synonym, spelling, translation.

    A translation is `official` if a treaty text or a gazette has it; `article` is where, with the treaty.
    """

    TABLE = "forms"
    KEY = ("term_id", "form")
    BY = "term_id"
    BLANK = ("sources",)
    term_id: str
    form: str
    kind: str
    lang: str
    context: str | None
    official: bool | None
    article: str | None
    sources: tuple[str, ...]


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
    """A dated event. `countries` are ISO 3166 alpha-3 codes; `turning` marks the turning points.

    `treaty` is whose event it is, empty where it is none's.
    """

    TABLE = "events"
    id: str
    date: str
    end_date: str | None
    kind: str
    treaty: str | None
    turning: bool | None
    countries: tuple[str, ...]
    title: str
    detail: str
    place: str | None
    sources: tuple[str, ...]
    confidence: str
    note: str | None


class Fact(Row):
    """One sourced statement about a state, an area or the world (`WORLD`).

    `lead` marks the statement that stands for its topic where the best source, then the newest, would
    choose another. A `value` is a number, or a date, and nothing else; its unit stands in `unit`.
    """

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
    lead: bool | None
    sources: tuple[str, ...]
    confidence: str
    note: str | None

    @property
    def stated(self) -> str:
        """The date that a reader puts it under: its own, else its as-of, else nothing."""
        return self.date or self.as_of or ""


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
    """A document that a record rests on.

    `tier` says how much it can carry; `url` is its own address, `seen_at` where it was read if elsewhere.
    """

    TABLE = "sources"
    id: str
    title: str
    publisher: str
    date: str | None
    tier: str | None
    url: str | None
    seen_at: str | None
    note: str | None


class Group(Row):
    """A group of states: an alliance, an organisation, a forum, a region."""

    TABLE = "groups"
    id: str
    name: str
    short_name: str
    kind: str
    aliases: tuple[str, ...]
    note: str | None
    sources: tuple[str, ...]


class Member(Row):
    """A state in a group, from `since` to the day before `until`; empty: not known, or still a member."""

    TABLE = "members"
    KEY = ("group", "iso3", "since")
    BY = "iso3"
    group: str
    iso3: str
    since: str | None
    until: str | None
    note: str | None
    sources: tuple[str, ...]

    def holds_on(self, day: str) -> bool:
        """Tell whether it holds on a day (ISO 8601); one with no first day holds until its last."""
        began = self.since is None or dates.first(self.since) <= day
        return began and (self.until is None or day < dates.first(self.until))


class DeadlineRow(Row):
    """A deadline of Article 4 or 5: the first, or one that was asked for, and what became of it.

    `due` is the day asked for or granted, empty where it was not seen; `decided` when it was set.
    """

    TABLE = "deadlines"
    KEY = ("iso3", "article", "basis", "due")
    BY = "iso3"
    iso3: str
    article: str
    due: str | None
    basis: str
    decided_by: str | None
    decided: str | None
    status: str
    note: str | None
    sources: tuple[str, ...]
    confidence: str


class Completion(Row):
    """A state's declaration that it has cleared all mined areas known to it (Article 5)."""

    TABLE = "completions"
    KEY = ("iso3", "declared")
    BY = "iso3"
    iso3: str
    declared: str
    meeting: str | None
    note: str | None
    sources: tuple[str, ...]
    confidence: str


class Decoy(Row):
    """An English word that looks like a misspelt name, or is one in another language, but is a word."""

    TABLE = "decoys"
    KEY = ("word",)
    BY = "word"
    word: str


class Idea(Row):
    """What people ask in other words than the records have, and the records that answer it, best first.

    `needs` are sets of words, each with blanks between them, of which a question has one each, in any form;
    `unless` are words that make it another idea; `named` tells whether it is the same where a state or a
    date is named. `records` are written `terms/breach`, `articles/8`.
    """

    TABLE = "ideas"
    id: str
    needs: tuple[str, ...]
    unless: str | None
    named: bool
    records: tuple[str, ...]


class Phrase(Row):
    """A phrase that only `gloss` reads, in the language of `phrases.py`.

    `decoy`: hides the names in it (New Mexico, coal mine); `wording`: another way to speak of a term;
    `subject`: what a state is also called in a cue; `class`: a name for words that many cues have;
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
    Completion,
    Contested,
    DeadlineRow,
    Decoy,
    Event,
    Fact,
    Form,
    Group,
    Idea,
    Member,
    Name,
    Phrase,
    Source,
    State,
    Term,
    Tile,
    Treaty,
)
