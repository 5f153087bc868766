"""The same lookups for Python: `treatycli.open()` gives records, and raises where the command would miss."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, TypeVar

from treatycli import dates
from treatycli.answers import Answer, DataError, Item, Problem
from treatycli.package import Package, open_package
from treatycli.topics import claims as claims_topic
from treatycli.topics import compare as compare_topic
from treatycli.topics import country as country_topic
from treatycli.topics import counts, deadlines, documents, facts, groups, standing, timeline, words
from treatycli.topics import gloss as gloss_topic
from treatycli.topics import search as search_topic
from treatycli.topics.ahead import AheadItem
from treatycli.topics.claims import ClaimItem
from treatycli.topics.compare import Comparison
from treatycli.topics.counts import Stats
from treatycli.topics.deadlines import DeadlineItem
from treatycli.topics.documents import ArticleItem, SourceItem
from treatycli.topics.events import EventItem
from treatycli.topics.facts import FactItem
from treatycli.topics.gloss import GlossItem
from treatycli.topics.groups import GroupItem
from treatycli.topics.profile import Profile
from treatycli.topics.search import SearchItem
from treatycli.topics.standing import StateRow
from treatycli.topics.words import Definition
from treatycli.vocabulary import MINE_BAN

__all__ = ["Ambiguous", "DataError", "NotFound", "Treaty", "UsageError", "open"]

R = TypeVar("R", bound=Item)


class NotFound(LookupError):  # noqa: N818
    """Nothing is found under a name. `suggestions` are commands that may be meant."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.suggestions = problem.suggestions


class Ambiguous(NotFound):
    """A name means several things alike; `suggestions` are the candidates."""


class UsageError(ValueError):
    """What is asked makes no sense: an unknown group, a range whose end is before its start."""


class Treaty:
    """The tables, open for questions. Days are ISO 8601 texts (`2025-10-01`); without one, today in UTC.

    Safe from several threads: a lookup runs under a lock. Every method returns the records that the
    command of its name prints as JSON; it raises NotFound, Ambiguous, UsageError or DataError.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._lock = threading.RLock()

    @property
    def version(self) -> str:
        """The version of the data."""
        return self._package.version

    @property
    def documents_to(self) -> str:
        """The day of the latest document that the data rest on (ISO 8601)."""
        return self._package.as_of

    def define(self, term: str, *, exact: bool = False, lang: str | None = None) -> Definition:
        """Return a glossary entry. `exact` refuses misspellings; `lang` (`fr`) keeps one language's forms."""
        return self._one(Definition, words.define, term.split(), exact=exact, lang=lang)

    def terms(
        self, *, category: str | None = None, article: str | None = None, lang: str | None = None
    ) -> list[Definition]:
        """Return the glossary by headword, or the terms of a category, an article, a language."""
        return self._all(Definition, words.terms, category=category, article=article, lang=lang)

    def country(self, name: str, *, as_of: str | None = None, exact: bool = False) -> Profile:
        """Return a state's profile on a day: `country("lithuania", as_of="2025-10-01").status`."""
        return self._one(Profile, country_topic.country, name.split(), day=_day(as_of), exact=exact)

    def countries(
        self,
        *,
        as_of: str | None = None,
        status: str | Sequence[str] = (),
        region: str | None = None,
        group: str | None = None,
        treaty: str = MINE_BAN,
    ) -> list[StateRow]:
        """Return the states with their status under a treaty on a day."""
        return self._all(
            StateRow,
            standing.countries,
            day=_day(as_of),
            wanted=_several(status),
            region=region,
            group=group,
            treaty=treaty,
        )

    def compare(self, *names: str, as_of: str | None = None, treaty: str = MINE_BAN) -> Comparison:
        """Return states side by side on a day."""
        return self._one(Comparison, compare_topic.compare, names, day=_day(as_of), treaty=treaty)

    def stats(self, *, as_of: str | None = None, treaty: str = MINE_BAN, group: str | None = None) -> Stats:
        """Return the counts by status and region on a day, and the parties at the end of each year."""
        return self._one(Stats, counts.stats, day=_day(as_of), treaty=treaty, group=group)

    def timeline(
        self,
        *words: str,
        since: str | None = None,
        until: str | None = None,
        country: str | None = None,
        group: str | None = None,
        kind: str | None = None,
        treaty: str | None = None,
        whole: bool = False,
        as_of: str | None = None,
    ) -> list[EventItem]:
        """Return the turning points, or all events that fit what is asked; `whole` for all there are."""
        return self._all(
            EventItem,
            timeline.timeline,
            words,
            day=_day(as_of),
            since=since,
            until=until,
            country=country,
            group=group,
            kind=kind,
            treaty=treaty,
            whole=whole,
        )

    def ahead(self, *, as_of: str | None = None) -> list[AheadItem]:
        """Return what is still to come after a day, in order of time."""
        return self._all(AheadItem, timeline.timeline, (), day=_day(as_of), ahead=True)

    def deadlines(
        self,
        name: str | None = None,
        *,
        as_of: str | None = None,
        article: str | None = None,
        group: str | None = None,
        until: str | None = None,
        status: str | Sequence[str] = (),
    ) -> list[DeadlineItem]:
        """Return the deadlines of Articles 4 and 5 on a day, those ahead first, the soonest leading."""
        return self._all(
            DeadlineItem,
            deadlines.deadlines,
            (),
            day=_day(as_of),
            state=name,
            article=article,
            group=group,
            until=until,
            wanted=_several(status),
        )

    def groups(self, *, as_of: str | None = None) -> list[GroupItem]:
        """Return the groups of states, with their members on a day."""
        return self._all(GroupItem, groups.groups, (), day=_day(as_of))

    def facts(
        self, *words: str, country: str | None = None, topic: str | None = None, world: bool = False
    ) -> list[FactItem]:
        """Return sourced facts, newest first; words may begin with a state's name."""
        return self._all(FactItem, facts.facts, words, country=country, topic=topic, world=world)

    def claims(self, *words: str, as_of: str | None = None, treaty: str | None = None) -> list[ClaimItem]:
        """Return the claims on record that words or a sentence come near, with their verdicts."""
        return self._all(ClaimItem, claims_topic.claims, words, day=_day(as_of), treaty=treaty)

    def article(self, number: str, *, country: str | None = None, as_of: str | None = None) -> ArticleItem:
        """Return what an article says, with its deadline for a state where one is named."""
        return self._one(ArticleItem, documents.article, (number,), day=_day(as_of), country=country)

    def source(self, key: str) -> SourceItem:
        """Return a document by its id, and what rests on it."""
        return self._one(SourceItem, documents.source, (key,))

    def search(
        self, *words: str, limit: int = search_topic.LIMIT, as_of: str | None = None
    ) -> list[SearchItem]:
        """Return the records that hold the words, best first."""
        return self._all(SearchItem, search_topic.search, words, day=_day(as_of), limit=limit)

    def gloss(self, text: str, *, as_of: str | None = None) -> list[GlossItem]:
        """Return what a text mentions: what to check first, then articles, states, terms."""
        import io

        stream = io.BytesIO(text.encode("utf-8", "replace"))
        return self._all(GlossItem, gloss_topic.gloss, (), day=_day(as_of), stdin=stream)

    def _answer(self, look_up: Any, *arguments: Any, **named: Any) -> Answer:
        with self._lock:
            answer: Answer = look_up(self._package, *arguments, **named)
        for problem in answer.problems:
            if problem.code == "ambiguous":
                raise Ambiguous(problem)
            if problem.status == 2:
                raise UsageError(f"{problem.message}. {problem.hint}")
            raise NotFound(problem)
        return answer

    def _one(self, shape: type[R], look_up: Any, *arguments: Any, **named: Any) -> R:
        item = self._answer(look_up, *arguments, **named).items[0]
        if not isinstance(item, shape):
            raise TypeError(f"{look_up.__name__} answers with {type(item).__name__}")
        return item

    def _all(self, shape: type[R], look_up: Any, *arguments: Any, **named: Any) -> list[R]:
        items = self._answer(look_up, *arguments, **named).items
        return [item for item in items if isinstance(item, shape)]


def _several(status: str | Sequence[str]) -> tuple[str, ...]:
    return (status,) if isinstance(status, str) else tuple(status)


def _day(as_of: str | None) -> str:
    if as_of is not None and not dates.is_day(as_of):
        raise UsageError(f"{as_of!r} is not a day; write it as 2025-06-27")
    return as_of or dates.today()


def open(data: str | None = None) -> Treaty:
    """Open the bundled tables, or with those of the directory `data` laid over them.

    Raises DataError where a table is broken.
    """
    return Treaty(open_package(data))
