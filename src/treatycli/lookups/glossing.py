"""The glossary of a text: what a reader must check first, then what it mentions, or the text with notes."""

from __future__ import annotations

import os
import sys

from treatycli import gloss as engine
from treatycli import names, status, texts
from treatycli.answers import WRONG, Answer, Problem
from treatycli.items import Annotation, GlossItem, Occurrence
from treatycli.records import Action, Article, Claim, State, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from io import BufferedIOBase
    from typing import IO

    from treatycli.parties import Judgement
    from treatycli.tables import Package

ANNOTATED = 32 * 2**20
"""The largest text, in characters, that is annotated; it is held in memory whole."""
VERDICTS = ("wrong", "imprecise", "confirmed")
_CATEGORIES = (
    "weapon",
    "obligation",
    "treaty_law",
    "process",
    "mine_action",
    "humanitarian_law",
    "organisation",
    "general",
)
_CONTEXTS = ("", "weak", "topic", "near", "never")
COMMONEST = ("treaty", "civilian")
"""Terms that nearly every text on the subject has, and that no reader looks up; `--brief` leaves them out."""
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


def gloss(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    as_of: str | None = None,
    encoding: str | None = None,
    brief: bool = False,
    annotate: bool = False,
    page: bool = False,
    places: bool = False,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Find what a text mentions: claims to check, then articles, states and terms, with how often.

    `words` is the path of the file, or nothing or `-` for standard input; HTML is recognised and its
    tags are passed over. `as_of` is the day (ISO 8601) for the standing of states and for counts of
    parties, `today` where None. `brief` leaves everyday words out; `annotate` and `page` answer as
    `annotate` does; `places` keeps every place; `tick` is told how many bytes were read. Raises OSError.
    """
    if annotate:
        return annotated(package, words, today=today, as_of=as_of, encoding=encoding, page=page, tick=tick)
    day = as_of or today
    read = _read(package, words, encoding, tick, places=places, limit=None)
    if isinstance(read, Problem):
        return Answer("gloss", many=True, problems=(read,))
    _, _, counted = read
    items = _items(package, counted, day, brief=brief)
    notes = () if items else ("the text mentions nothing of the treaty",)
    return Answer("gloss", items, many=True, notes=notes, as_of=day, data_version=package.version)


def annotated(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    as_of: str | None = None,
    encoding: str | None = None,
    page: bool = False,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Answer with the text itself, its kind (plain, markdown, html) and what it mentions, with places.

    `page` asks for HTML whatever the kind; the rest is as for `gloss`. Raises OSError.
    """
    day = as_of or today
    read = _read(package, words, encoding, tick, places=True, limit=ANNOTATED)
    if isinstance(read, Problem):
        return Answer("gloss", many=True, problems=(read,))
    text, kind, counted = read
    noted = Annotation(text, kind, page, _items(package, counted, day, brief=False))
    return Answer("gloss annotate", (noted,), as_of=day, data_version=package.version)


def _read(
    package: Package,
    words: Sequence[str],
    encoding: str | None,
    tick: Callable[[int], None] | None,
    *,
    places: bool,
    limit: int | None,
) -> tuple[str, str, engine.Tally] | Problem:
    """Read the text that is named; return it (where `limit` asks for it), its kind and its mentions."""
    if len(words) > 1:
        return _usage("gloss reads one text", "Give one file: treaty gloss article.txt")
    path = words[0] if words and words[0] != "-" else None
    if path is None and (sys.stdin is None or sys.stdin.isatty()):
        return _usage("there is no text", "Name a file, or pipe a text in")
    if path is not None and os.path.isdir(path):
        return _usage(f"{path} is a directory", "Name a file in it")
    if encoding is not None and not texts.is_encoding(encoding):
        return _usage(f"there is no encoding of text {encoding!r}", "Try utf-8, latin-1 or cp1252")
    stream: BufferedIOBase | IO[bytes] = open(path, "rb") if path else sys.stdin.buffer  # noqa: SIM115
    try:
        held: list[str] = []
        parts = texts.parts(stream, encoding, tick)
        kind, text = _kind(parts if limit is None else _kept(parts, held, limit), path)
        counted = engine.tally(package, text, places=places)
        return "".join(held), kind, counted
    except texts.NotTextError as error:
        return Problem("not-text", error.what, error.hint, (), WRONG)
    except OverflowError as error:
        return Problem("too-large", str(error), "Leave --annotate out", (), WRONG)
    finally:
        if path:
            stream.close()


def _usage(message: str, hint: str) -> Problem:
    return Problem("usage", message, hint, (), WRONG)


def _kept(parts: Iterator[str], held: list[str], limit: int) -> Iterator[str]:
    """Pass the parts on and keep them; OverflowError where they are too large to hold."""
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            raise OverflowError(f"only texts of up to {limit // 2**20} MiB can be annotated")
        held.append(part)
        yield part


def _kind(parts: Iterator[str], path: str | None) -> tuple[str, engine.Text]:
    """Tell by its start whether a text is HTML, by its name whether it is Markdown; make it readable."""
    from itertools import chain

    start = ""
    for part in parts:
        start += part
        if start.lstrip() or len(start) > texts.PART:
            break
    whole = chain((start,), parts)
    if start.lstrip()[:1] == "<":
        from treatycli import html

        if html.is_page(start):
            return "html", html.Page(whole)
    markdown = path is not None and path.lower().endswith(_MARKDOWN)
    return "markdown" if markdown else "plain", engine.Plain(whole)


def _items(package: Package, counted: engine.Tally, day: str, *, brief: bool) -> tuple[GlossItem, ...]:
    """Return what is mentioned in the order of what a reader needs; see `_rank`."""
    ranked = []
    for (kind, key), count in counted.counts.items():
        entry = _entry(package, kind, key, day)
        if entry is None:
            continue
        title, definition, verdict, rank = entry
        if brief and kind == "term" and (key in COMMONEST or rank[0] >= _CONTEXTS.index("near")):
            continue
        places = counted.places.get((kind, key), ())
        item = GlossItem(
            kind=kind,
            id=key,
            title=title,
            count=count,
            first_line=counted.first[kind, key].line,
            definition=definition,
            brief=_first_sentence(definition, skip=verdict is not None),
            verdict=verdict,
            occurrences=tuple(
                Occurrence(places[i], places[i + 1], places[i + 2]) for i in range(0, len(places), 3)
            ),
        )
        ranked.append((_KINDS.index(kind), rank, names.fold(title), item))
    ranked.sort(key=lambda each: each[:3])
    return tuple(item for *_, item in ranked)


_KINDS = ("claim", "article", "state", "term")

Entry = tuple[str, str, "str | None", tuple[int, ...]]


def _entry(package: Package, kind: str, key: str, day: str) -> Entry | None:
    """Return title, definition, verdict and rank of what is mentioned; None where nothing can be said.

    The rank orders within a kind: claims wrong, imprecise, confirmed; articles by number; states by
    name; terms by how special they are: what means one thing anywhere before what needs its context,
    then weapons, obligations and treaty law before process, mine action, other law, bodies, the rest.
    """
    if kind == "term":
        term = package.get(Term, key)
        rank = (_CONTEXTS.index(term.context or ""), _CATEGORIES.index(term.category))
        return term.term, term.plain, None, rank
    if kind == "state":
        state = package.get(State, key)
        standing = status.status_on(package.find(Action, key), status.MINE_BAN, day)
        return state.short_name, f"{standing.status.capitalize()} on {day}.", None, ()
    if kind == "article":
        article = package.get(Article, key)
        number = int(article.number) if article.number.isdigit() else 0
        return f"Article {article.number}: {article.title}", article.gist, None, (number,)
    judged = package.one(Claim, key) or _count(package, key, day)
    if judged is None:
        return None
    definition = f"{judged.verdict.capitalize()}. {judged.correction}"
    return f"Claim: {judged.claim}", definition, judged.verdict, (VERDICTS.index(judged.verdict),)


def _count(package: Package, key: str, day: str) -> Judgement | None:
    from treatycli import parties

    count = parties.Count.read(key)
    actions = package.remembered(("actions",), lambda: package.all(Action))
    return parties.judge(actions, status.MINE_BAN, count, day) if count else None


def _first_sentence(text: str, *, skip: bool) -> str:
    """Return the first sentence of a text; behind a verdict, the one after it too."""
    place = text.find(". ") + 2 if skip else 0
    while True:
        end = text.find(". ", place)
        if end < 0:
            return text
        before, after = text[:end].rpartition(" ")[2], text[end + 2 : end + 3]
        if after.isupper() and len(before) > 2 and "." not in before:
            return text[: end + 1]
        place = end + 2
