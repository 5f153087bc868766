"""The glossary of a text: what it mentions, in alphabetical order, or the text itself with notes."""

from __future__ import annotations

import os
import sys

from treatycli import gloss as engine
from treatycli import names, status
from treatycli.answers import WRONG, Answer, Problem
from treatycli.items import Annotation, GlossItem, Occurrence
from treatycli.records import Action, Article, Claim, State, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from io import BufferedIOBase
    from typing import IO

    from treatycli.package import Package

PART = 1 << 18
"""About how many characters are read at a time; a part ends where a paragraph ends."""
ANNOTATED = 32 * 2**20
"""The largest text, in bytes, that is annotated; it is held in memory whole."""


def gloss(
    package: Package,
    words: Sequence[str] = (),
    *,
    today: str,
    encoding: str = "utf-8",
    annotate: bool = False,
    page: bool = False,
    places: bool = False,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Find what a text mentions: terms, states, articles, claims; alphabetically, with how often.

    `words` is the path of the file, or nothing or `-` for standard input; HTML is recognised and its
    tags are passed over. `annotate` answers with the text itself and what it mentions, to be shown as
    text with notes, or as HTML if `page`. `places` keeps every place; `tick` is told how many bytes
    were read. Raises OSError.
    """
    if len(words) > 1:
        return _problem("usage", "gloss reads one text", "Give one file: treaty gloss article.txt")
    path = words[0] if words and words[0] != "-" else None
    if path is None and (sys.stdin is None or sys.stdin.isatty()):
        return _problem("usage", "there is no text", "Name a file, or pipe a text in")
    if path is not None and os.path.isdir(path):
        return _problem("usage", f"{path} is a directory", "Name a file in it")
    tree = engine.tree_of(package)
    stream: BufferedIOBase | IO[bytes] = open(path, "rb") if path else sys.stdin.buffer  # noqa: SIM115
    try:
        read = _parts(stream, encoding, tick)
        parts = list(_limited(read)) if annotate else read
        counted = engine.tally(tree, parts, places=places or annotate)
    except LookupError:
        return _problem("usage", f"there is no encoding {encoding!r}", "Try utf-8, latin-1 or cp1252")
    except UnicodeDecodeError:
        return _problem(
            "not-text", f"this is not text in {encoding}", "Name its encoding: --encoding latin-1"
        )
    except ValueError as error:
        return _problem("too-large", str(error), "Leave --annotate out")
    finally:
        if path:
            stream.close()
    items = _items(package, counted, today)
    if annotate:
        noted = Annotation("".join(parts), page, items)
        return Answer("gloss annotate", (noted,), as_of=today, data_version=package.version)
    notes = () if items else ("the text mentions nothing of the treaty",)
    return Answer("gloss", items, many=True, notes=notes, as_of=today, data_version=package.version)


def _problem(code: str, message: str, hint: str) -> Answer:
    return Answer("gloss", many=True, problems=(Problem(code, message, hint, (), WRONG),))


def _limited(parts: Iterator[str]) -> Iterator[str]:
    size = 0
    for part in parts:
        size += len(part)
        if size > ANNOTATED:
            raise ValueError(f"only texts of up to {ANNOTATED // 2**20} MiB can be annotated")
        yield part


def _parts(
    stream: BufferedIOBase | IO[bytes], encoding: str, tick: Callable[[int], None] | None
) -> Iterator[str]:
    """Yield a text in parts that end with a paragraph, a line or at least a word.

    Raises UnicodeDecodeError for what is not text in the encoding; a NUL byte is not text.
    """
    import codecs

    decoder = codecs.getincrementaldecoder(encoding)()
    held, page = "", None
    while True:
        data = stream.read(PART)
        if tick:
            tick(len(data))
        if b"\0" in data and not encoding.lower().startswith(("utf-16", "utf-32", "utf16", "utf32")):
            raise UnicodeDecodeError(encoding, data[:1], 0, 1, "a NUL byte")
        text = decoder.decode(data, final=not data)
        if page is None and (held + text).strip():
            page = _is_page(held + text)
        held += text.removeprefix("\ufeff") if not held else text
        if not data:
            break
        if page:
            continue
        cut = max(held.rfind("\n\n"), 0) or held.rfind("\n") or held.rfind(" ")
        if cut > 0:
            yield held[: cut + 1]
            held = held[cut + 1 :]
    if page:
        from treatycli.markup import mask_tags

        held = mask_tags(held)
    if held:
        yield held


def _is_page(text: str) -> bool:
    start = text.lstrip()[:200].lower()
    return start.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body", "<article", "<div", "<p>"))


def _items(package: Package, counted: engine.Tally, today: str) -> tuple[GlossItem, ...]:
    items = []
    for (kind, key), count in counted.counts.items():
        title, definition = _entry(package, kind, key, today)
        places = counted.places.get((kind, key), ())
        items.append(
            GlossItem(
                kind=kind,
                id=key,
                title=title,
                count=count,
                first_line=counted.first[kind, key].line,
                definition=definition,
                occurrences=tuple(
                    Occurrence(places[i], places[i + 1], places[i + 2]) for i in range(0, len(places), 3)
                ),
            )
        )
    return tuple(sorted(items, key=lambda item: (names.fold(item.title), item.kind)))


def _entry(package: Package, kind: str, key: str, today: str) -> tuple[str, str]:
    """Return the title and the plain definition of what is mentioned."""
    if kind == "term":
        term = package.get(Term, key)
        return term.term, term.plain
    if kind == "state":
        state = package.get(State, key)
        standing = status.status_on(package.find(Action, key), status.MINE_BAN, today)
        return state.short_name, f"{standing.status.capitalize()} on {today}."
    if kind == "article":
        article = package.get(Article, key)
        return f"Article {article.number}: {article.title}", article.gist
    claim = package.get(Claim, key)
    return f"Claim: {claim.claim}", f"{claim.verdict.capitalize()}. {claim.correction}"
