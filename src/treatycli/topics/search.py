"""Full-text search: one ranked list over the tables, each hit with its words in context."""

from __future__ import annotations

from treatycli import search as engine
from treatycli.answers import Answer, Item, failed
from treatycli.records import Action, Article, Claim, Event, State, Term
from treatycli.show.blocks import Block, Entry, Foot, Section
from treatycli.topics import Topic, known, misses
from treatycli.topics.standing import sentence, state_row
from treatycli.vocabulary import MINE_BAN, SEARCHED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.search import Hit
    from treatycli.show.blocks import View

LIMIT = 20
_CONTEXT = 150
KINDS = {
    "terms": "term",
    "states": "state",
    "articles": "article",
    "events": "event",
    "facts": "fact",
    "claims": "claim",
}


class SearchItem(Item):
    """`treaty search`: a record that holds the words; `matches` are those words as the snippet has them.

    `command` opens the record.
    """

    COLUMNS = ("table", "id", "title", "snippet", "command")

    table: str
    id: str
    title: str
    snippet: str
    score: float
    matches: tuple[str, ...]
    command: str


def search(
    package: Package,
    words: Sequence[str],
    *,
    day: str,
    tables: Sequence[str] = SEARCHED,
    limit: int = LIMIT,
) -> Answer:
    """List the records that hold the words, best first, at most `limit`; `tables` names where to look.

    A state comes with where it stands on the day.
    """
    typed = " ".join(words)
    hits, complete = engine.find(package, typed, tables)
    wanted = frozenset(engine.words_of(typed)) - engine.STOP_WORDS
    notes = []
    if hits and not complete:
        notes.append("nothing holds all of these words; these hold the most of them")
    if len(hits) > limit:
        notes.append(f"{limit} of {len(hits)} hits shown; --limit {len(hits)} shows all")
    if not hits:
        hint = "See what there is: treaty terms"
        return failed("not-found", f"nothing holds {misses.shown(typed)}", hint, many=True)
    items = tuple(_item(package, hit, wanted, day) for hit in hits[:limit])
    return Answer(items, many=True, notes=tuple(notes), known_to=known.known_to(package))


def _item(package: Package, hit: Hit, wanted: frozenset[str], day: str) -> SearchItem:
    title, text, command = _texts(package, hit, day)
    snippet, matches = _context(text, wanted)
    return SearchItem(hit.table, hit.id, title, snippet, hit.score, matches, f"treaty {command}")


def _texts(package: Package, hit: Hit, day: str) -> tuple[str, str, str]:
    """Return a record's title, its text, and the command that opens it."""
    if hit.table == "terms":
        term = package.get(Term, hit.id)
        return term.term, f"{term.plain} {term.legal or ''}".strip(), f"define {term.id}"
    if hit.table == "states":
        state = package.get(State, hit.id)
        row = state_row(state, package.find(Action, state.iso3), MINE_BAN, day, known.known_to(package))
        return state.short_name, sentence(row), f"country {state.short_name.lower()}"
    if hit.table == "articles":
        article = package.get(Article, hit.id)
        return article.title, article.gist, f"article {article.number.lower()}"
    if hit.table == "events":
        event = package.get(Event, hit.id)
        code = f" ({event.treaty})" if event.treaty and event.treaty != MINE_BAN else ""
        return f"{event.date} {event.title}{code}", event.detail, f"cite {event.id}"
    if hit.table == "claims":
        claim = package.get(Claim, hit.id)
        return claim.claim.rstrip("."), f"{claim.verdict}: {claim.correction}", f"claims {claim.id}"
    fact = package.fact(hit.id)
    named = package.one(State, fact.subject)
    about = named.short_name if named else fact.subject.capitalize()
    return f"{about} {fact.date or fact.as_of or ''}".strip(), fact.statement, f"cite {fact.id}"


def _context(text: str, wanted: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return the part of a text around its first matching word, and its words that match."""
    words = text.split(" ")
    held = [any(_matches(part, wanted) for part in engine.words_of(word)) for word in words]
    matches = tuple(dict.fromkeys(w.strip(".,;:()") for w, hit in zip(words, held, strict=True) if hit))
    start = max(0, held.index(True) - 6) if any(held) and len(text) > _CONTEXT else 0
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


def _page(answer: Answer, view: View) -> list[Block]:
    """Hits, best first, each with its id and the command that opens it."""
    hits = [item for item in answer.items if isinstance(item, SearchItem)]
    entries = tuple(
        Entry(
            KINDS[hit.table],
            f"{hit.title}: {hit.snippet}",
            tail=hit.command,
            strong=(hit.title, *hit.matches),
        )
        for hit in hits
    )
    page: list[Block] = [Section("Hit", f"{len(hits)} hits", entries)]
    if any(hit.table == "states" for hit in hits) and answer.known_to:
        page.append(known.foot(answer.known_to, answer.documents_to or answer.known_to))
    return [*page, Foot("To quote one: treaty cite ID.")]


SEARCH = Topic(SearchItem, search, _page)
