"""The glossary: define a term, list the terms."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import Answer, Problem
from treatycli.items import Definition
from treatycli.lookups import misses
from treatycli.records import Form, Source, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package


def define(package: Package, words: Sequence[str], *, today: str, exact: bool = False) -> Answer:
    """Define the term that the words name together: `["notice", "of", "withdrawal"]`.

    `exact` turns spelling off. The answer holds one Definition, or a Problem with suggestions.
    """
    typed = " ".join(words)
    found = names.resolve(package, typed, "terms", exact=exact)
    if isinstance(found, names.Missed):
        return misses.missed("define", package, found)
    term = package.get(Term, found.key.id)
    entry = package.remembered(("define", term.id), lambda: _definition(package, term, "id", term.id))
    return Answer(
        "define",
        (entry.replace(matched=found.matched, query=typed),),
        notes=misses.spelling_note(found, typed),
        as_of=package.as_of,
        data_version=package.version,
    )


def _definition(package: Package, term: Term, matched: str, query: str) -> Definition:
    return Definition(
        **{
            **{name: value for name, value in term.pairs() if name != "context"},
            "forms": tuple(form.form for form in package.find(Form, term.id)),
            "matched": matched,
            "query": query,
            "as_of": package.as_of,
            "data_version": package.version,
            "sources": package.many(Source, term.sources),
        }
    )


def terms(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    category: str | None = None,
    article: str | None = None,
) -> Answer:
    """List the glossary by headword, or the terms of a category or of an article (`5`)."""
    rows = sorted(package.all(Term), key=lambda term: names.fold(term.term))
    if category:
        rows = [term for term in rows if term.category == category]
    if article:
        ids = {cells[1] for cells in package.linked("terms_by_article", article)}
        rows = [term for term in rows if term.id in ids]
    problems = () if rows else (Problem("not-found", "no term is in both", "See `treaty terms`"),)
    return Answer(
        "terms",
        tuple(_definition(package, term, "id", term.id) for term in rows),
        many=True,
        problems=problems,
        as_of=package.as_of,
        data_version=package.version,
    )
