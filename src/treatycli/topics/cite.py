"""A ready reference: to an entry of ours with its version and date, and to its sources."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import Answer, Item, failed
from treatycli.folding import article_number, notification_numbers
from treatycli.records import Action, Article, Claim, DeadlineRow, Event, Source, State, Term
from treatycli.topics import Topic, misses, no_page, sourced
from treatycli.values import Record
from treatycli.version import __version__
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.package import Package

WITHIN = "treaty: the mine-ban treaty, answered in your terminal"
AUTHOR = "treaty (treatycli), its editors"


class Reference(Record):
    """What a reference says. `within` and `version` are those of this tool, for an entry of ours.

    `seen_at` is the address of a copy, where that of the document itself is not known.
    """

    id: str
    title: str
    author: str
    within: str | None
    version: str | None
    issued: str | None
    url: str | None
    seen_at: str | None = None


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

    def as_line(self) -> str:
        """Return the references as they are pasted, for one line of several."""
        return self.text.rstrip("\n")


class _Entry(Record):
    """What is cited: an id, a title, the notifications that say it, and its sources' ids."""

    id: str
    title: str
    notifications: tuple[Action, ...]
    sources: tuple[str, ...]


def cite(package: Package, words: Sequence[str], *, style: str = "text", tool: bool = False) -> Answer:
    """Return references for a term, state, article, event, fact, claim, notification or source, in a style.

    What a lawyer cites leads: the depositary notification (`C.N.362.2025`), then the documents, the
    strongest first. A source, an event, a fact or a claim is named by its id, an article as
    `article 5`. `tool` adds the reference to our own entry, with the versions.
    """
    from treatycli.show import references as writer

    typed = " ".join(words)
    source = package.one(Source, typed)
    if source:
        entry = _Entry(source.id, source.title, (), (source.id,))
    else:
        named = _entry(package, typed)
        if named is None:
            hint = f"Name a term, a state, an article or an id: treaty search {misses.quote(typed)}"
            return failed("not-found", f"there is no entry {misses.shown(typed)}", hint)
        entry = named
    listed = [_to_notification(package, action) for action in entry.notifications]
    listed += [_to_source(row) for row in sourced.documents(package, list(dict.fromkeys(entry.sources)))]
    if tool or not listed:
        listed.append(_to_entry(package, entry.id, entry.title))
    item = References(
        what=typed,
        title=entry.title,
        style=style,
        references=tuple(listed),
        text=writer.render(listed, style),
    )
    return Answer((item,))


def _entry(package: Package, typed: str) -> _Entry | None:
    """Return the entry that is meant; None where nothing is."""
    event = package.one(Event, typed)
    if event:
        notices = tuple(
            action
            for code in event.countries
            for action in package.find(Action, code)
            if action.notification
            and action.treaty == (event.treaty or MINE_BAN)
            and event.date in (action.date, action.effective)
        )
        return _Entry(event.id, f"{event.title} ({event.date})", notices, event.sources)
    claim = package.one(Claim, typed)
    if claim:
        return _Entry(claim.id, f"Claim: {claim.claim}", (), claim.sources)
    if package.linked("facts_by_id", typed):
        fact = package.fact(typed)
        return _Entry(fact.id, fact.statement, (), fact.sources)
    return _named(package, typed) or _notified(package, typed) or _computed(package, typed)


def _computed(package: Package, typed: str) -> _Entry | None:
    """Return the entry of what is worked out and shown with an id: a deadline (`THA/5`), a count."""
    iso3, _, article = typed.partition("/")
    rows = [row for row in package.find(DeadlineRow, iso3.upper()) if row.article == article]
    if rows:
        title = f"{package.get(State, iso3.upper()).short_name}: deadlines of Article {article}"
        return _Entry(typed, title, (), tuple(key for row in rows for key in row.sources))
    from treatycli.topics.claims import count_of

    counted = count_of(package, typed)
    return _Entry(typed, f"Claim: {counted[0].id}", (), counted[1].sources) if counted else None


def _named(package: Package, typed: str) -> _Entry | None:
    if names.fold(typed).startswith(("article ", "art ")) or typed.lower() == "preamble":
        article = package.one(Article, article_number(typed))
        if article:
            return _Entry(f"article-{article.number.lower()}", article.title, (), article.sources)
    term = names.found(package, typed, "terms")
    if term:
        row = package.get(Term, term.key.id)
        return _Entry(row.id, row.term, (), row.sources)
    meant = names.found(package, typed, "states")
    if meant and meant.key.table == "states":
        state = package.get(State, meant.key.id)
        ban = [action for action in package.find(Action, state.iso3) if action.treaty == MINE_BAN]
        notices = tuple(action for action in ban if action.notification)
        cited = tuple(key for action in ban for key in action.sources)
        return _Entry(state.iso3, f"{state.name}: treaty actions", notices, cited)
    return None


def _notified(package: Package, typed: str) -> _Entry | None:
    """Return the action that a depositary notification announces: `C.N.362.2025` or its whole number.

    An action's own id, as `treaty source` shows it (`APMBC/LTU/withdrawal/2025-06-27`), is understood too.
    """
    numbers = notification_numbers(typed)
    for action in package.all(Action):
        number = notification_numbers(action.notification or "")
        whole = "/".join((action.treaty, action.iso3, action.action, action.date))
        if typed == whole or (len(numbers) > 1 and number[: len(numbers)] == numbers):
            state = package.get(State, action.iso3)
            title = f"{state.name}: {action.action.replace('_', ' ')} ({action.date})"
            return _Entry(whole, title, (action,) if action.notification else (), action.sources)
    return None


def _to_notification(package: Package, action: Action) -> Reference:
    state = package.get(State, action.iso3)
    what = action.action.replace("_", " ")
    return Reference(
        id=(action.notification or "").replace(".", "-"),
        title=f"{state.name}: {what}. Depositary notification {action.notification}",
        author="Secretary-General of the United Nations, as depositary",
        within=None,
        version=None,
        issued=action.date,
        url=None,
    )


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
        seen_at=None if source.url else source.seen_at,
    )


CITE = Topic(References, cite, no_page)
