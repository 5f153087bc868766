"""The glossary of a text: what it mentions, in alphabetical order, or the text itself with notes."""

from __future__ import annotations

import os

from treatycli import gloss as engine
from treatycli import names
from treatycli.answers import WRONG, Answer, Item, failed
from treatycli.records import Action, Article, Claim, State, Term
from treatycli.show.blocks import Block, Entry, Section
from treatycli.topics import Topic, known
from treatycli.topics.standing import sentence, state_row
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from treatycli.package import Package
    from treatycli.show.blocks import View

PART = 1 << 18
"""About how many characters are read at a time; a part ends where a paragraph ends."""
ANNOTATED = 32 * 2**20
"""The largest text, in bytes, that is annotated; it is held in memory whole."""


class Occurrence(Record):
    """A place in a text: character offsets from its start, and the line from 1."""

    start: int
    end: int
    line: int


class GlossItem(Item):
    """`treaty gloss`: something that a text mentions; `kind` is term, state, article or claim."""

    COLUMNS = ("title", "count", "first_line", "definition")

    kind: str
    id: str
    title: str
    count: int
    first_line: int
    definition: str
    occurrences: tuple[Occurrence, ...]


class Annotation(Item):
    """`treaty annotate`: a text, and what it mentions."""

    COLUMNS = ("text",)

    text: str
    items: tuple[GlossItem, ...]
    foot: str

    def as_text(self) -> str:
        """Return the text with its notes."""
        from treatycli.show import annotate

        return annotate.text(self, self.foot)


def gloss(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    encoding: str = "utf-8",
    stdin: BinaryIO | None = None,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Find what a text mentions: terms, states, articles, claims; with how often and every place.

    `words` is the path of the file, or nothing or `-` for `stdin`; HTML is recognised and its tags are
    passed over. `day` is the day on which states stand; `tick` is told how many bytes were read.
    Raises OSError.
    """
    read = _read(package, words, encoding, stdin, tick, whole=False)
    if isinstance(read, Answer):
        return read
    items = _items(package, read[1], day)
    notes = () if items else ("the text mentions nothing of the treaty",)
    return Answer(items, many=True, notes=notes, known_to=known.known_to(package))


def annotate(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    encoding: str = "utf-8",
    stdin: BinaryIO | None = None,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Answer with the text itself and what it mentions, to be shown as text with notes. As `gloss`."""
    read = _read(package, words, encoding, stdin, tick, whole=True)
    if isinstance(read, Answer):
        return read.replace(many=False)
    known_to = known.known_to(package)
    foot = f"As of {day}. " + known.sentence(known_to, package.as_of)
    item = Annotation("".join(read[0]), _items(package, read[1], day), foot)
    return Answer((item,), known_to=known_to)


def _read(
    package: Package,
    words: Sequence[str],
    encoding: str,
    stdin: BinaryIO | None,
    tick: Callable[[int], None] | None,
    *,
    whole: bool,
) -> tuple[list[str], engine.Tally] | Answer:
    path = words[0] if words and words[0] != "-" else None
    if path is None and stdin is None:
        return _problem("usage", "there is no text", "Name a file, or pipe a text in")
    if path is not None and os.path.isdir(path):
        return _problem("usage", f"{path} is a directory", "Name a file in it")
    tree = engine.tree_of(package)
    stream = open(path, "rb") if path else stdin  # noqa: SIM115
    assert stream is not None
    try:
        parts = _parts(stream, encoding, tick)
        held = list(_limited(parts)) if whole else []
        return held, engine.tally(tree, held if whole else parts, places=True)
    except LookupError:
        return _problem("usage", f"there is no encoding {encoding!r}", "Try utf-8, latin-1 or cp1252")
    except UnicodeDecodeError:
        return _problem(
            "not-text", f"this is not text in {encoding}", "Name its encoding: --encoding latin-1"
        )
    except ValueError as error:
        return _problem("too-large", str(error), "Use gloss, which reads texts of any size")
    finally:
        if path:
            stream.close()


def _problem(code: str, message: str, hint: str) -> Answer:
    return failed(code, message, hint, status=WRONG, many=True)


def _limited(parts: Iterator[str]) -> Iterator[str]:
    size = 0
    for part in parts:
        size += len(part)
        if size > ANNOTATED:
            raise ValueError(f"only texts of up to {ANNOTATED // 2**20} MiB can be annotated")
        yield part


def _parts(stream: BinaryIO, encoding: str, tick: Callable[[int], None] | None) -> Iterator[str]:
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


def _items(package: Package, counted: engine.Tally, day: str) -> tuple[GlossItem, ...]:
    items = []
    for (kind, key), count in counted.counts.items():
        title, definition = _entry(package, kind, key, day)
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


def _entry(package: Package, kind: str, key: str, day: str) -> tuple[str, str]:
    """Return the title and the plain definition of what is mentioned."""
    if kind == "term":
        term = package.get(Term, key)
        return term.term, term.plain
    if kind == "state":
        state = package.get(State, key)
        row = state_row(state, package.find(Action, key), MINE_BAN, day, known.known_to(package))
        said = sentence(row, capital=False)
        return state.short_name, f"{said[:1].upper()}{said[1:]}."
    if kind == "article":
        article = package.get(Article, key)
        return f"Article {article.number}: {article.title}", article.gist
    claim = package.get(Claim, key)
    return f"Claim: {claim.claim}", f"{claim.verdict.capitalize()}. {claim.correction}"


def _page(answer: Answer, view: View) -> list[Block]:
    """What the text mentions, with how often and where first."""
    items = [item for item in answer.items if isinstance(item, GlossItem)]
    entries = tuple(
        Entry("", f"{item.title}. {item.definition}", tail=_where(item), strong=(item.title,))
        for item in items
    )
    page: list[Block] = [Section("Entry", f"Glossary: {len(items)} entries", entries)]
    if any(item.kind == "state" for item in items) and answer.known_to:
        page.append(known.foot(answer.known_to, answer.documents_to or answer.known_to, answer.as_of))
    return page


def _where(item: GlossItem) -> str:
    times = "once" if item.count == 1 else f"{item.count} times, first"
    return f"{item.kind}, {times} on line {item.first_line}"


def _no_page(answer: Answer, view: View) -> list[Block]:
    """A text of its own; there is no page."""
    return []


GLOSS = Topic(GlossItem, gloss, _page)
ANNOTATE = Topic(Annotation, annotate, _no_page)
