"""Full-text search: one ranked list over the tables, each hit with its words in context."""

from __future__ import annotations

from treatycli import duties
from treatycli.answers import Answer, Item, counted, failed
from treatycli.records import Action, Area, Article, Claim, Event, Group, State, Term
from treatycli.search import notifications, question
from treatycli.search.idioms import STOP_WORDS
from treatycli.search.stems import stems_of
from treatycli.show.blocks import Block, Entry, Foot, Section
from treatycli.topics import Topic, groups, known
from treatycli.topics.standing import rows_on, sentence, state_row
from treatycli.vocabulary import MINE_BAN, PARTY, SEARCHED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package
    from treatycli.search.ranking import Hit
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
    "groups": "group",
    "deadlines": "deadline",
}


class SearchItem(Item):
    """`treaty search`: a record that holds the words; `matches` are those words as the snippet has them.

    `command` opens the record; `verdict` says what a claim is worth.
    """

    COLUMNS = ("table", "id", "title", "snippet", "command")

    table: str
    id: str
    title: str
    snippet: str
    score: float
    matches: tuple[str, ...]
    command: str
    verdict: str | None


class Wanted:
    """The words of a question, to tell which words of a text are among them in any form."""

    def __init__(self, typed: str) -> None:
        self._stems = frozenset(stems_of(typed))
        self._told: dict[str, bool] = dict.fromkeys(STOP_WORDS, False)

    def hold(self, word: str) -> bool:
        """Tell whether a word of a text is one of these; texts have many words in common."""
        if word not in self._told:
            self._told[word] = not self._stems.isdisjoint(stems_of(word))
        return self._told[word]


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
    result = question.find(package, typed, tables, limit, day)
    wanted = Wanted(typed)
    notes = [*result.notes]
    if result.hits and not result.whole:
        notes.append("nothing holds all of these words; these hold the most of them")
    if result.count > limit:
        notes.append(f"{limit} of {result.count} hits shown; --limit {result.count} shows all")
    if not result.hits:
        from treatycli.topics import misses

        hint = "See what there is: treaty terms"
        if number := notifications.named(typed):
            message = f"no depositary notification C.N.{number} is in the data"
            return failed(
                "not-found", message, "See the exits: treaty countries --status 'former party'", many=True
            )
        return failed("not-found", f"nothing holds {misses.shown(typed)}", hint, many=True)
    items = tuple(_item(package, hit, wanted, day) for hit in result.hits)
    return Answer(
        items, many=True, notes=tuple(notes), known_to=known.known_to(package), margin=(result.count,)
    )


def _item(package: Package, hit: Hit, wanted: Wanted, day: str) -> SearchItem:
    title, text, command = _texts(package, hit, day)
    snippet = _context(text, wanted, whole=hit.table == "claims")
    verdict = package.get(Claim, hit.id).verdict if hit.table == "claims" else None
    title += f" ({verdict})" if verdict else ""
    return SearchItem.putting_off(
        {"matches": lambda: _held(snippet, wanted)},
        table=hit.table,
        id=hit.id,
        title=title,
        snippet=snippet,
        score=hit.score,
        command=f"treaty {command}",
        verdict=verdict,
    )


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
        return claim.claim.rstrip("."), claim.correction, f"claims {claim.id}"
    if hit.table == "groups":
        group = package.get(Group, hit.id)
        return group.name, _members(package, group.id, day), f"countries --group {group.id.lower()}"
    if hit.table == "deadlines":
        iso3, _, number = hit.id.partition("/")
        name = package.get(State, iso3).short_name
        return f"{name}, Article {number}", _due(package, iso3, number, day), f"deadlines {name.lower()}"
    fact = package.fact(hit.id)
    named, area = package.one(State, fact.subject), package.one(Area, fact.subject)
    about = named.short_name if named else area.name if area else fact.subject.capitalize()
    return f"{about} {fact.stated}".strip(), fact.statement, f"cite {fact.id}"


def _members(package: Package, group: str, day: str) -> str:
    """Return where a group's members stand, those outside named."""
    members = groups.members_on(package, group, day)
    rows = rows_on(package, MINE_BAN, day, members if isinstance(members, frozenset) else None)
    by_status: dict[str, list[str]] = {}
    for row in rows:
        by_status.setdefault(row.status, []).append(row.iso3)
    stands = [
        f"{len(codes)} {name}" + (f" ({', '.join(codes)})" if name != PARTY and len(codes) < 12 else "")
        for name, codes in sorted(by_status.items(), key=lambda pair: -len(pair[1]))
    ]
    return "; ".join(stands)


def _due(package: Package, iso3: str, article: str, day: str) -> str:
    due = [d for d in duties.due(package, iso3, day) if d.article == article]
    return f"{due[0].date}, {due[0].status}; {due[0].note or ''}" if due else "no deadline runs on this day"


def _held(text: str, wanted: Wanted) -> tuple[str, ...]:
    """Return the words in a text that are wanted, each once."""
    return tuple(dict.fromkeys(word.strip(".,;:()") for word in text.split(" ") if wanted.hold(word)))


def _context(text: str, wanted: Wanted, *, whole: bool) -> str:
    """Return the part of a text around its first word that is wanted.

    `whole`: from the beginning, which says most, as in a correction.
    """
    words = text.split(" ")
    start = 0
    if len(text) > _CONTEXT and not whole:
        start = max(0, next((place for place, word in enumerate(words) if wanted.hold(word)), 0) - 6)
    shown, length = [], 0
    for word in words[start:]:
        length += len(word) + 1
        if length > _CONTEXT:
            break
        shown.append(word)
    cut = start + len(shown) < len(words)
    return ("... " if start else "") + " ".join(shown) + (" ..." if cut else "")


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
    count = max(len(hits), *answer.margin)
    heading = f"{len(hits)} of {counted(count, 'hit')}" if count > len(hits) else counted(count, "hit")
    page: list[Block] = [Section("Hit", heading, entries)]
    if any(hit.table == "states" for hit in hits) and answer.known_to:
        page.append(known.foot_of(answer))
    return [*page, Foot("To quote one: treaty cite ID.")]


SEARCH = Topic(SearchItem, search, _page)
