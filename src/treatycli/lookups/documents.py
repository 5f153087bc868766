"""Documents: the articles of the Convention, and the sources with what rests on them."""

from __future__ import annotations

from treatycli import names, status
from treatycli.answers import Answer, Problem
from treatycli.items import ArticleItem, Citation, DeadlineItem, Link, SourceItem
from treatycli.lookups import misses
from treatycli.records import Action, Article, Fact, Source, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package


def article(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    country: str | None = None,
    as_of: str | None = None,
) -> Answer:
    """Say what an article says (`5`, `Article 5(1)`, `preamble`), or list all of them.

    `country` (a name or code) adds the article's deadline for that state on the day `as_of`,
    an ISO 8601 day, `today` where None.
    """
    day = as_of or today
    if words:
        number = article_number(" ".join(words))
        found = package.one(Article, number)
        if found is None:
            return _no_article(package, " ".join(words))
        rows = [found]
    else:
        rows = sorted(package.all(Article), key=lambda a: int(a.number) if a.number.isdigit() else 0)
    deadlines: tuple[DeadlineItem, ...] = ()
    notes: tuple[str, ...] = ()
    if country:
        state = names.resolve(package, country, "states")
        if isinstance(state, names.Missed):
            return misses.missed("article", package, state)
        key = state.key.id
        notes = misses.spelling_note(state, country)
        due = status.deadlines(package.find(Action, key), package.find(Fact, key), day)
        deadlines = tuple(DeadlineItem(**dict(deadline.pairs())) for deadline in due)
        if not due:
            notes += (f"no deadline runs for {misses.title(package, state.key)} on {day}",)
    return Answer(
        "article",
        tuple(_article(package, row, deadlines, day) for row in rows),
        many=not words,
        notes=notes,
        as_of=day,
        data_version=package.version,
    )


def article_number(typed: str) -> str:
    """Return the key of an article as people write it: `Art. 5(1)` gives `5`."""
    words = names.fold(typed).split()
    kept = [word for word in words if word not in ("article", "articles", "art", "no", "number")]
    number = kept[0] if kept else ""
    return "Preamble" if number == "preamble" else number.lstrip("0")


def _no_article(package: Package, typed: str) -> Answer:
    problem = Problem(
        "not-found",
        f"the Convention has no article {typed!r}",
        "It has a preamble and articles 1 to 22: treaty article",
    )
    return Answer("article", problems=(problem,), as_of=package.as_of, data_version=package.version)


def _article(package: Package, row: Article, deadlines: Sequence[DeadlineItem], day: str) -> ArticleItem:
    keys = [cells[1] for cells in package.linked("terms_by_article", row.number)]
    return ArticleItem(
        **{
            **dict(row.pairs()),
            "terms": tuple(Link(term.id, term.term) for term in package.many(Term, keys)),
            "deadlines": tuple(d for d in deadlines if d.article == row.number),
            "as_of": day,
            "data_version": package.version,
            "sources": package.many(Source, row.sources),
        }
    )


def source(package: Package, words: Sequence[str] = (), *, today: str) -> Answer:
    """Show the source with an id and what rests on it; or list those that hold all the words."""
    typed = " ".join(words)
    exact = package.one(Source, typed)
    wanted = names.fold(typed).split()
    chosen = (
        [exact]
        if exact
        else [
            row
            for row in package.all(Source)
            if all(w in names.fold(f"{row.id} {row.title} {row.publisher} {row.date}") for w in wanted)
        ]
    )
    problems: tuple[Problem, ...] = ()
    if not chosen:
        problems = (
            Problem("not-found", f"no source holds {typed!r}", "List them all: treaty source --field id"),
        )
    return Answer(
        "source",
        tuple(_source(package, row) for row in chosen),
        many=exact is None,
        problems=problems,
        as_of=package.as_of,
        data_version=package.version,
    )


def _source(package: Package, row: Source) -> SourceItem:
    cited_by = package.linked("cited_by", row.id)
    return SourceItem(
        **{
            **dict(row.pairs()),
            "cited_by": tuple(Citation(table, key) for _, table, key in cited_by),
        }
    )
