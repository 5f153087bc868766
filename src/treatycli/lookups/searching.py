"""Full-text search: one ranked list over the tables, each hit with its words in context."""

from __future__ import annotations

from treatycli import search as engine
from treatycli.answers import WRONG, Answer, Problem
from treatycli.items import SearchItem
from treatycli.records import Article, Claim, Event, State, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.search import Hit

LIMIT = 20
_CONTEXT = 150


def search(
    package: Package,
    words: Sequence[str],
    *,
    today: str,
    tables: Sequence[str] = engine.TABLES,
    limit: int = LIMIT,
) -> Answer:
    """List the records that hold the words, best first, at most `limit`; `tables` names where to look."""
    typed = " ".join(words)
    unknown = [name for name in tables if name not in engine.TABLES]
    if unknown:
        problem = Problem(
            "usage", f"there is no {unknown[0]!r} to search", f"Use {', '.join(engine.TABLES)}", (), WRONG
        )
        return Answer("search", many=True, problems=(problem,))
    hits, whole = engine.find(package, typed, tables)
    wanted = frozenset(engine.words_of(typed)) - engine.STOP_WORDS
    notes = []
    if hits and not whole:
        notes.append("nothing holds all of these words; these hold the most of them")
    if len(hits) > limit:
        notes.append(f"{limit} of {len(hits)} hits shown; --limit {len(hits)} shows all")
    problems: tuple[Problem, ...] = ()
    if not hits:
        problems = (Problem("not-found", f"nothing holds {typed!r}", "See what there is: treaty terms"),)
    return Answer(
        "search",
        tuple(_item(package, hit, wanted) for hit in hits[:limit]),
        many=True,
        notes=tuple(notes),
        problems=problems,
        as_of=package.as_of,
        data_version=package.version,
    )


def _item(package: Package, hit: Hit, wanted: frozenset[str]) -> SearchItem:
    title, text = _texts(package, hit)
    snippet, matches = _context(text, wanted)
    return SearchItem(hit.table, hit.id, title, snippet, hit.score, matches)


def _texts(package: Package, hit: Hit) -> tuple[str, str]:
    if hit.table == "terms":
        term = package.get(Term, hit.id)
        return term.term, f"{term.plain} {term.legal or ''}".strip()
    if hit.table == "states":
        state = package.get(State, hit.id)
        return state.short_name, f"{state.name}, {state.subregion}"
    if hit.table == "articles":
        article = package.get(Article, hit.id)
        return article.title, article.gist
    if hit.table == "events":
        event = package.get(Event, hit.id)
        return f"{event.date} {event.title}", event.detail
    if hit.table == "claims":
        claim = package.get(Claim, hit.id)
        return claim.claim, f"{claim.verdict}: {claim.correction}"
    fact = package.fact(hit.id)
    return f"{fact.subject} {fact.date or fact.as_of or ''}".strip(), fact.statement


def _context(text: str, wanted: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return the part of a text around its first matching word, and its words that match."""
    words = text.split(" ")
    held = [any(_matches(part, wanted) for part in engine.words_of(word)) for word in words]
    matches = tuple(dict.fromkeys(w.strip(".,;:()") for w, hit in zip(words, held, strict=True) if hit))
    start = max(0, held.index(True) - 6) if any(held) else 0
    shown, length = [], 0
    for word in words[start:]:
        length += len(word) + 1
        if length > _CONTEXT:
            break
        shown.append(word)
    cut = start + len(shown) < len(words)
    return ("... " if start else "") + " ".join(shown) + (" ..." if cut else ""), matches


def _matches(word: str, wanted: frozenset[str]) -> bool:
    return word in wanted or any(len(w) > 2 and word.startswith(w) for w in wanted)
