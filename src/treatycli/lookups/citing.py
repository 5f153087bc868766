"""A ready reference: to an entry of ours with its version and date, and to its sources."""

from __future__ import annotations

from treatycli import __version__, citing, names
from treatycli.answers import Answer, Problem
from treatycli.items import Reference, References
from treatycli.lookups import misses
from treatycli.lookups.documents import article_number
from treatycli.records import Action, Article, Claim, Event, Source, State, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package

WITHIN = "treaty: the mine-ban treaty, answered in your terminal"
AUTHOR = "The treaty authors"


def cite(package: Package, words: Sequence[str], *, today: str, style: str = "text") -> Answer:
    """Return references for a term, state, article, event, fact, claim or source, in a style.

    The first is to our entry, with the version of tool and data; then come its sources. A source is
    named by its id, an event, fact or claim by its id, an article as `article 5`.
    """
    typed = " ".join(words)
    source = package.one(Source, typed)
    if source:
        references = [_to_source(source)]
        title = source.title
    else:
        entry = _entry(package, typed)
        if isinstance(entry, Answer):
            return entry
        key, title, cited = entry
        references = [_to_entry(package, key, title)]
        references += [_to_source(row) for row in package.many(Source, list(dict.fromkeys(cited)))]
    made = References(
        what=typed,
        title=title,
        style=style,
        references=tuple(references),
        text=citing.render(references, style),
    )
    return Answer("cite", (made,), as_of=package.as_of, data_version=package.version)


def _entry(package: Package, typed: str) -> tuple[str, str, Sequence[str]] | Answer:
    """Return id, title and sources of the entry that is meant, or the answer that it is not found."""
    event = package.one(Event, typed)
    if event:
        return event.id, f"{event.title} ({event.date})", event.sources
    claim = package.one(Claim, typed)
    if claim:
        return claim.id, f"Claim: {claim.claim}", claim.sources
    if package.linked("facts_by_id", typed):
        fact = package.fact(typed)
        return fact.id, fact.statement, fact.sources
    if names.fold(typed).startswith(("article ", "art ")) or typed.lower() == "preamble":
        article = package.one(Article, article_number(typed))
        if article:
            return f"article-{article.number.lower()}", article.title, article.sources
    term = names.resolve(package, typed, "terms", exact=True)
    if isinstance(term, names.Found):
        row = package.get(Term, term.key.id)
        return row.id, row.term, row.sources
    found = names.resolve(package, typed, "states", exact=True)
    if isinstance(found, names.Found) and found.key.table == "states":
        state = package.get(State, found.key.id)
        actions = package.find(Action, state.iso3)
        cited = [key for action in actions if action.treaty == "APMBC" for key in action.sources]
        return state.iso3, f"{state.name}: profile", cited
    hint = f"Name a term, a state, an article or an id: treaty search {misses.quote(typed)}"
    problem = Problem("not-found", f"there is no entry {typed!r}", hint)
    return Answer("cite", problems=(problem,), as_of=package.as_of, data_version=package.version)


def _to_entry(package: Package, key: str, title: str) -> Reference:
    return Reference(
        id=f"treaty-{key}",
        title=title,
        author=AUTHOR,
        within=WITHIN,
        version=f"version {__version__}, data {package.version}",
        issued=package.as_of,
        url=None,
    )


def _to_source(source: Source) -> Reference:
    return Reference(
        id=source.id,
        title=source.title,
        author=source.publisher,
        within=None,
        version=None,
        issued=source.date,
        url=source.url,
    )
