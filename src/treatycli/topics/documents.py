"""Documents: the articles of the Convention, and the sources with what rests on them."""

from __future__ import annotations

from treatycli import dates, names, status
from treatycli.answers import WRONG, Answer, Item, counted, failed
from treatycli.folding import article_beyond, article_number
from treatycli.records import Article, Source, Term
from treatycli.show.blocks import Block, Entry, Field, Foot, Grid, Headline, References, Section, Title
from treatycli.topics import Topic, known, misses, sourced
from treatycli.values import Record
from treatycli.vocabulary import DUTY_ARTICLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.show.blocks import View

LISTED = 60
"""How many records that rest on a source are listed in a page; `--json` has them all."""


class Link(Record):
    """A term that another entry leads to."""

    id: str
    term: str


class ArticleItem(Article, Item):
    """`treaty article`: what an article says, in our words; with a state, its deadline under it."""

    COLUMNS = ("number", "title", "gist")

    sources: tuple[Source, ...]  # type: ignore[assignment]
    terms: tuple[Link, ...]
    country: str | None
    deadlines: tuple[status.Due, ...]
    as_of: str
    known_to: str
    data_version: str


class Citation(Record):
    """A record that rests on a source: its table and key."""

    table: str
    id: str


class SourceItem(Source, Item):
    """`treaty source`: a document, and what rests on it."""

    COLUMNS = ("id", "title", "publisher", "date", "tier", "url")

    cited_by: tuple[Citation, ...]


def article(package: Package, words: Sequence[str] = (), *, day: str, country: str | None = None) -> Answer:
    """Say what an article says (`5`, `Article 5(1)`, `preamble`), or list all of them.

    `country` (a name or code) adds the article's deadline for that state on the day.
    """
    beyond = ""
    if words:
        typed = " ".join(words)
        row = package.one(Article, article_number(typed))
        if row is None:
            message = f"the Convention has no article {misses.shown(typed)}"
            return failed("not-found", message, "It has a preamble and articles 1 to 22: treaty article")
        beyond = article_beyond(typed)
        if beyond and country:
            return _beyond(beyond)
        country = country or beyond
        rows = [row]
    else:
        rows = sorted(package.all(Article), key=lambda a: int(a.number) if a.number.isdigit() else 0)
    due: tuple[status.Due, ...] = ()
    notes: tuple[str, ...] = ()
    name = None
    if country:
        from treatycli import duties

        state = misses.state_named(package, country)
        if isinstance(state, Answer):
            return _beyond(beyond) if beyond else state
        key, name = state.key.id, misses.title(package, state.key)
        notes = misses.spelling_note(state, country)
        due = duties.due(package, key, day)
        if not due:
            notes += (f"no deadline runs for {name} on {day}",)
    items = tuple(_article(package, row, due, day, name) for row in rows)
    return Answer(items, many=not words, notes=notes, known_to=known.known_to(package))


def _beyond(words: str) -> Answer:
    """Return the refusal of words behind an article that name no state, or another than was asked for."""
    message = f"nothing is known of {misses.shown(words)} in an article"
    return failed("usage", message, "For a state: treaty article 5 --country NAME", status=WRONG)


def _article(
    package: Package, row: Article, due: Sequence[status.Due], day: str, country: str | None
) -> ArticleItem:
    keys = [cells[1] for cells in package.linked("terms_by_article", row.number)]
    return ArticleItem(
        **{**dict(row.pairs()), "sources": sourced.documents(package, row.sources)},
        terms=tuple(Link(term.id, term.term) for term in package.many(Term, keys)),
        country=country,
        deadlines=tuple(d for d in due if d.article == row.number),
        as_of=day,
        known_to=known.known_to(package),
        data_version=package.version,
    )


def source(package: Package, words: Sequence[str] = (), *, tier: str | None = None) -> Answer:
    """Show the source with an id and what rests on it; or list those that hold all the words.

    `tier` keeps only documents of that strength.
    """
    typed = " ".join(words)
    exact = package.one(Source, typed)
    chosen = [exact] if exact else _holding(package, names.fold(typed).split(), tier)
    if not chosen:
        hint = "List them all: treaty source --field id"
        return failed("not-found", f"no source holds {misses.shown(typed)}", hint, many=True)
    return Answer(tuple(_source(package, row) for row in chosen), many=exact is None)


def _holding(package: Package, wanted: Sequence[str], tier: str | None) -> list[Source]:
    """Return the sources, of a tier if one is asked for, that hold all of the folded words."""
    rows = [row for row in package.all(Source) if not tier or row.tier == tier]
    if not wanted:
        return rows
    texts = [names.fold(f"{row.id} {row.title} {row.publisher} {row.date}") for row in rows]
    return [row for row, text in zip(rows, texts, strict=True) if all(word in text for word in wanted)]


def _source(package: Package, row: Source) -> SourceItem:
    def cited_by() -> tuple[Citation, ...]:
        return tuple(Citation(table, key) for _, table, key in package.linked("cited_by", row.id))

    return SourceItem.putting_off({"cited_by": cited_by}, **dict(row.pairs()))


def _article_page(answer: Answer, view: View) -> list[Block]:
    """An article with its deadline for the state asked, its gist, its terms; or all of them in a table."""
    rows = [item for item in answer.items if isinstance(item, ArticleItem)]
    if answer.many and len(rows) != 1:
        return [Grid(("Article", "Title", "Gist"), tuple((a.number, a.title, a.gist) for a in rows))]
    page: list[Block] = []
    for item in rows:
        name = f"Article {item.number}" if item.number.isdigit() else item.number
        page.append(Title("Article", item.title if name == item.title else f"{name}: {item.title}"))
        for due in item.deadlines:
            text = f"{item.country}: {due.duty} by {dates.a_day(due.date)}. {due.status.capitalize()}" + (
                f"; {due.note}" if due.note else ""
            )
            page.append(Headline("Deadline", text, due.date, due.status))
        page.append(Field("Gist", item.gist, prose=True))
        if item.deadline_rule:
            page.append(Field("Time limit", item.deadline_rule))
        if item.terms:
            page.append(Field("Terms", "; ".join(term.term for term in item.terms)))
        page.append(References(item.sources, whole=False))
        if item.deadlines:
            page.append(known.foot(item.known_to, answer.documents_to or item.known_to, item.as_of))
        all_states = (
            f"All states: treaty deadlines --article {item.number}. " if item.number in DUTY_ARTICLES else ""
        )
        more = f"{all_states}To quote: treaty cite article {item.number}."
        page.append(Foot(more, (("Data", item.data_version),)))
    return page


def _source_page(answer: Answer, view: View) -> list[Block]:
    """A source and what rests on it; or many in a table."""
    rows = [item for item in answer.items if isinstance(item, SourceItem)]
    if answer.many:
        cells = tuple(
            (s.id, s.title, s.publisher, s.date or "undated", s.tier or "", str(len(s.cited_by)))
            for s in rows
        )
        headers = ("Source", "Title", "Publisher", "Date", "Tier", "Cited")
        return [Grid(headers, cells, foot=counted(len(rows), "source"))]
    page: list[Block] = []
    for item in rows:
        page.append(Title("Source", item.title, item.id))
        pairs = (
            ("Publisher", item.publisher),
            ("Date", item.date),
            ("Tier", item.tier),
            ("Address", item.url),
            ("Seen at", item.seen_at),
            ("Note", item.note),
        )
        page += [Field(label, text) for label, text in pairs if text]
        tables: dict[str, list[Entry]] = {}
        for citation in item.cited_by:
            tables.setdefault(citation.table, []).append(Entry(citation.table, citation.id))
        for table, entries in tables.items():
            more = len(entries) - LISTED
            shown = entries[:LISTED] + ([Entry(table, f"and {more} more")] if more > 0 else [])
            rest = counted(len(entries), f"{table.removesuffix('s')} rests", f"{table} rest")
            page.append(Section("Rests on it", f"{rest} on it", tuple(shown)))
        page.append(Foot(f"To quote: treaty cite {item.id}."))
    return page


ARTICLE = Topic(ArticleItem, article, _article_page)
SOURCE = Topic(SourceItem, source, _source_page)
