"""The same lookups for Python: `treatycli.open()` gives records, and raises where the command would miss."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, BinaryIO, TypeVar

from treatycli import dates, options
from treatycli.answers import Answer, DataError, Item, Problem
from treatycli.commands import COMMANDS
from treatycli.options import NONE, Option
from treatycli.package import Package, open_package
from treatycli.topics.ahead import AheadItem
from treatycli.topics.claims import ClaimItem
from treatycli.topics.compare import Comparison
from treatycli.topics.deadlines import DeadlineItem
from treatycli.topics.documents import ArticleItem, SourceItem
from treatycli.topics.events import EventItem
from treatycli.topics.facts import FactItem
from treatycli.topics.gloss import GlossItem
from treatycli.topics.groups import GroupItem
from treatycli.topics.profile import Profile
from treatycli.topics.search import LIMIT, SearchItem
from treatycli.topics.standing import StateRow
from treatycli.topics.stats import Stats
from treatycli.topics.terms import Definition
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
    """What is asked makes no sense: an unknown group or status, no date, an end before its start."""


class Treaty:
    """The tables, open for questions. Days are ISO 8601 texts (`2025-10-01`); without one, today in UTC.

    Values of closed lists are read as the command line reads them: begun, and in any case.

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
        """Return a glossary entry. `exact` refuses misspellings; `lang`: only forms in `fr`, `lt,German`."""
        return self._one(Definition, "define", *_words(term), exact=exact, lang=lang)

    def terms(
        self, *, category: str | None = None, article: str | None = None, lang: str | None = None
    ) -> list[Definition]:
        """Return the glossary by headword, or the terms of a category, an article, a language."""
        return self._all(Definition, "terms", category=category, article=article, lang=lang)

    def country(self, name: str, *, as_of: str | None = None, exact: bool = False) -> Profile:
        """Return a state's profile on a day: `country("lithuania", as_of="2025-10-01").status`."""
        return self._one(Profile, "country", *_words(name), as_of=as_of, exact=exact)

    def countries(
        self,
        *,
        as_of: str | None = None,
        status: str | Sequence[str] = (),
        region: str | None = None,
        group: str | None = None,
        treaty: str = MINE_BAN,
        since: str | None = None,
        joined_after: str | None = None,
        sort: str | None = None,
    ) -> list[StateRow]:
        """Return the states with their status under a treaty on a day; or those bound since or after one."""
        return self._all(
            StateRow,
            "countries",
            as_of=as_of,
            status=status,
            region=region,
            group=group,
            treaty=treaty,
            since=since,
            joined_after=joined_after,
            sort=sort,
        )

    def compare(self, *names: str, as_of: str | None = None, treaty: str = MINE_BAN) -> Comparison:
        """Return states side by side on a day."""
        return self._one(Comparison, "compare", *names, as_of=as_of, treaty=treaty)

    def stats(self, *, as_of: str | None = None, treaty: str = MINE_BAN, group: str | None = None) -> Stats:
        """Return the counts by status and region on a day, and the parties at the end of each year."""
        return self._one(Stats, "stats", as_of=as_of, treaty=treaty, group=group)

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
            "timeline",
            *words,
            as_of=as_of,
            since=since,
            until=until,
            country=country,
            group=group,
            kind=kind,
            treaty=treaty,
            all=whole,
        )

    def ahead(self, *, as_of: str | None = None) -> list[AheadItem]:
        """Return what is still to come after a day, in order of time."""
        return self._all(AheadItem, "timeline", as_of=as_of, ahead=True)

    def deadlines(
        self,
        name: str | None = None,
        *,
        as_of: str | None = None,
        article: str | None = None,
        group: str | None = None,
        region: str | None = None,
        since: str | None = None,
        until: str | None = None,
        status: str | Sequence[str] = (),
    ) -> list[DeadlineItem]:
        """Return the deadlines of Articles 4 and 5 on a day, those ahead first, the soonest leading."""
        return self._all(
            DeadlineItem,
            "deadlines",
            as_of=as_of,
            state=name,
            article=article,
            group=group,
            region=region,
            since=since,
            until=until,
            status=status,
        )

    def groups(self, *, as_of: str | None = None) -> list[GroupItem]:
        """Return the groups of states, with their members on a day."""
        return self._all(GroupItem, "groups", as_of=as_of)

    def facts(
        self,
        *words: str,
        country: str | None = None,
        topic: str | None = None,
        year: str | None = None,
        since: str | None = None,
        until: str | None = None,
        world: bool = False,
    ) -> list[FactItem]:
        """Return sourced facts, newest first; words may begin with a state's name."""
        return self._all(
            FactItem,
            "facts",
            *words,
            country=country,
            topic=topic,
            year=year,
            since=since,
            until=until,
            world=world,
        )

    def claims(self, *words: str, as_of: str | None = None, treaty: str | None = None) -> list[ClaimItem]:
        """Return the claims on record that words or a sentence come near, with their verdicts."""
        return self._all(ClaimItem, "claims", *words, as_of=as_of, treaty=treaty)

    def article(
        self, number: str | int, *, country: str | None = None, as_of: str | None = None
    ) -> ArticleItem:
        """Return what an article says, with its deadline for a state where one is named."""
        return self._one(ArticleItem, "article", str(number), as_of=as_of, country=country)

    def source(self, key: str) -> SourceItem:
        """Return the document with this id, and what rests on it; Ambiguous for a part of several."""
        items = self._all(SourceItem, "source", key)
        if items[0].id != key:
            few = tuple(item.id for item in items[:5])
            raise Ambiguous(Problem("ambiguous", f"no source has the id {key!r}", "Some that hold it", few))
        return items[0]

    def search(self, *words: str, limit: int = LIMIT, as_of: str | None = None) -> list[SearchItem]:
        """Return the records that hold the words, best first."""
        return self._all(SearchItem, "search", *words, as_of=as_of, limit=limit)

    def gloss(self, text: str, *, as_of: str | None = None) -> list[GlossItem]:
        """Return what a text mentions: what to check first, then articles, states, terms."""
        import io

        stream = io.BytesIO(text.encode("utf-8", "replace"))
        return self._all(GlossItem, "gloss", stdin=stream, as_of=as_of)

    def _answer(
        self, name: str, words: Sequence[str], stdin: BinaryIO | None, given: dict[str, Any]
    ) -> Answer:
        """Look up what a command would; `given` are its options by name, read as the command line does."""
        command, today = COMMANDS[name], dates.today()
        asked: dict[str, Any] = {"day": today} if command.dated else {}
        for option in command.options:
            value = given.get(option.name.replace("-", "_"))
            if value not in (None, (), []):
                asked[option.parameter] = _read(option, value, today)
        if stdin is not None:
            asked["stdin"] = stdin
        spoken = () if command.takes == NONE else (tuple(words),)
        with self._lock:
            answer: Answer = command.topic().look_up(self._package, *spoken, **asked)
        for problem in answer.problems:
            if problem.code == "ambiguous":
                raise Ambiguous(problem)
            if problem.status == 2:
                raise UsageError(f"{problem.message}. {problem.hint}")
            raise NotFound(problem)
        return answer

    def _one(self, shape: type[R], name: str, *words: str, **given: Any) -> R:
        item = self._answer(name, words, None, given).items[0]
        if not isinstance(item, shape):
            raise TypeError(f"{name} answers with {type(item).__name__}")
        return item

    def _all(
        self, shape: type[R], name: str, *words: str, stdin: BinaryIO | None = None, **given: Any
    ) -> list[R]:
        items = self._answer(name, words, stdin, given).items
        return [item for item in items if isinstance(item, shape)]


def _words(text: str) -> list[str]:
    """Return the words of a name; TypeError for what is no text, as from a form left empty (None)."""
    if not isinstance(text, str):
        raise TypeError(f"a name is text, not {type(text).__name__}")
    return text.split()


def _read(option: Option, value: Any, today: str) -> Any:
    """Return the value of an option, of which a list may be given as one; UsageError where it makes none."""
    if option.kind == "flag":
        return bool(value)
    text = ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    try:
        return options.read(option, text, today)
    except ValueError as error:
        raise UsageError(f"{option.name.replace('-', '_')}: {error}") from None


def open(data: str | None = None) -> Treaty:
    """Open the bundled tables, or with those of the directory `data` laid over them.

    Raises DataError where a table is broken.
    """
    return Treaty(open_package(data))
