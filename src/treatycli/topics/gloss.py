"""The glossary of a text: what a reader must check first, then what it mentions, or the text with notes."""

from __future__ import annotations

import os
from _collections_abc import Sequence  # `collections` itself imports what nothing here needs

from treatycli import names
from treatycli.answers import WRONG, Answer, Item, Problem
from treatycli.gloss import decoding
from treatycli.gloss import tally as engine
from treatycli.records import Action, Article, Claim, State, Term
from treatycli.show.blocks import Block, Entry, Gap, Section, until_when
from treatycli.topics import Topic, known, no_page
from treatycli.topics.standing import sentence, state_row
from treatycli.values import Record
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, BinaryIO

    from treatycli.package import Package
    from treatycli.parties import Judgement
    from treatycli.show.blocks import View

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
_CONTEXTS = ("", "weak", "topic", "near", "mine", "never")
COMMONEST = ("treaty", "civilian")
"""Terms that nearly every text on the subject has, and that no reader looks up; `--brief` leaves them out."""
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


class Occurrence(Record):
    """A place in a text: character offsets from its start, and the line from 1."""

    start: int
    end: int
    line: int


class Places(Sequence[Occurrence]):
    """Occurrences as a tally keeps them, three numbers each: a large text has a million of them."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers) // 3

    def __getitem__(self, place: Any) -> Any:
        at = range(0, len(self._numbers), 3)[place]
        return Occurrence(*self._numbers[at : at + 3]) if isinstance(at, int) else [self[i // 3] for i in at]


class GlossItem(Item):
    """`treaty gloss`: something that a text mentions; `kind` is term, state, article or claim.

    `brief` is the first sentence of `definition`; `verdict` is that on a claim (wrong, imprecise,
    confirmed).
    """

    COLUMNS = ("kind", "title", "count", "first_line", "brief")

    kind: str
    id: str
    title: str
    count: int
    first_line: int
    definition: str
    brief: str
    verdict: str | None
    known_to: str
    occurrences: Sequence[Occurrence]


class Annotation(Item):
    """`treaty annotate`: a text of a `text_kind` (plain, markdown, html), and what it mentions.

    `marked` is the text with its notes, in its own kind.
    """

    COLUMNS = ("marked",)

    text: str
    text_kind: str
    items: tuple[GlossItem, ...]
    foot: str
    marked: str

    def as_text(self) -> str:
        """Return the text with its notes."""
        return self.marked


def gloss(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    encoding: str | None = None,
    brief: bool = False,
    stdin: BinaryIO | None = None,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Find what a text mentions: claims to check, then articles, states and terms, with every place.

    `words` is the path of the file, or nothing or `-` for `stdin`; HTML is recognised and its tags are
    passed over. `day` (ISO 8601) is that for the standing of states and for counts of parties; `brief`
    leaves everyday words out; `tick` is told how many bytes were read. Raises OSError.
    """
    read = _read(package, words, encoding, stdin, tick, limit=None)
    if isinstance(read, Problem):
        return Answer(many=True, problems=(read,))
    items = _items(package, read[2], day, brief=brief)
    notes = () if items else ("the text mentions nothing of the treaty",)
    return Answer(items, many=True, notes=notes, known_to=known.known_to(package))


def annotate(
    package: Package,
    words: Sequence[str] = (),
    *,
    day: str,
    encoding: str | None = None,
    form: str | None = None,
    stdin: BinaryIO | None = None,
    tick: Callable[[int], None] | None = None,
) -> Answer:
    """Answer with the text itself, marked and with notes in its own kind, or in the `form` asked for.

    Forms are `plain`, `markdown` and `html`. The rest is as for `gloss`. Raises OSError.
    """
    from treatycli.show import annotate as writer

    read = _read(package, words, encoding, stdin, tick, limit=ANNOTATED)
    if isinstance(read, Problem):
        return Answer(problems=(read,))
    text, kind, counted = read
    items = _items(package, counted, day, brief=False)
    foot = f"As of {day}, data {package.version}. " + until_when(known.known_to(package), package.as_of)
    note = Annotation(text, kind, items, foot, "")
    writers = {"html": writer.page, "markdown": writer.markdown, "plain": writer.text}
    marked = writers[form or kind](note, foot)
    return Answer((note.replace(marked=marked),), known_to=known.known_to(package))


def _read(
    package: Package,
    words: Sequence[str],
    encoding: str | None,
    stdin: BinaryIO | None,
    tick: Callable[[int], None] | None,
    *,
    limit: int | None,
) -> tuple[str, str, engine.Tally] | Problem:
    """Read the text that is named; return it (where `limit` asks for it), its kind and its mentions."""
    path = words[0] if words and words[0] != "-" else None
    if path is None and stdin is None:
        return _usage("there is no text", "Name a file, or pipe a text in")
    if path is not None and os.path.isdir(path):
        return _usage(f"{path} is a directory", "Name a file in it")
    if encoding is not None and not decoding.is_encoding(encoding):
        return _usage(f"there is no encoding of text {encoding!r}", "Try utf-8, latin-1 or cp1252")
    stream = open(path, "rb") if path else stdin  # noqa: SIM115
    assert stream is not None
    try:
        held: list[str] = []
        parts = decoding.parts(stream, encoding, tick)
        kind, text = _kind(parts if limit is None else _kept(parts, held, limit), path)
        counted = engine.tally(package, text, places=True)
        return "".join(held), kind, counted
    except decoding.NotTextError as error:
        return Problem("not-text", error.what, error.hint, (), WRONG)
    except OverflowError as error:
        return Problem("too-large", str(error), "Use gloss, which reads texts of any size", (), WRONG)
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
        if start.lstrip() or len(start) > decoding.PART:
            break
    whole = chain((start,), parts)
    if start.lstrip()[:1] == "<":
        from treatycli.gloss import html

        if html.is_page(start):
            return "html", html.Page(whole)
    markdown = path is not None and path.lower().endswith(_MARKDOWN)
    return "markdown" if markdown else "plain", engine.Plain(whole)


def _items(package: Package, counted: engine.Tally, day: str, *, brief: bool) -> tuple[GlossItem, ...]:
    """Return what is mentioned in the order of what a reader needs; see `_rank`."""
    ranked = []
    known_to = known.known_to(package)
    for (kind, key), count in counted.counts.items():
        entry = _entry(package, kind, key, day)
        if entry is None:
            continue
        title, definition, verdict, rank = entry
        if brief and kind == "term" and (key in COMMONEST or rank[0] >= _CONTEXTS.index("near")):
            continue
        item = GlossItem(
            kind=kind,
            id=key,
            title=title,
            count=count,
            first_line=counted.first[kind, key].line,
            definition=definition,
            brief=_first_sentence(definition, skip=verdict is not None),
            verdict=verdict,
            known_to=known_to,
            occurrences=Places(counted.places.get((kind, key), ())),
        )
        ranked.append((_KINDS.index(kind), rank, names.fold(title), item))
    ranked.sort(key=lambda each: each[:3])
    return tuple(item for *_, item in ranked)


_KINDS = ("claim", "article", "state", "term")


def _entry(
    package: Package, kind: str, key: str, day: str
) -> tuple[str, str, str | None, tuple[int, ...]] | None:
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
        row = state_row(state, package.find(Action, key), MINE_BAN, day, known.known_to(package))
        said = sentence(row, capital=False)
        return state.short_name, f"{said[:1].upper()}{said[1:]}.", None, ()
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
    counts = package.remembered(("counts",), lambda: parties.counts_under(package, MINE_BAN))
    return parties.judge(counts, count, day) if count else None


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


def _page(answer: Answer, view: View) -> list[Block]:
    """What to check first, then articles, states and terms, with how often and where first."""
    items = [item for item in answer.items if isinstance(item, GlossItem)]
    page: list[Block] = []
    for kind, heading in _HEADINGS.items():
        entries = tuple(
            Entry(
                "",
                f"{item.title.rstrip('.')}. {item.brief}",
                tail=_where(item),
                strong=(item.title,),
                tone=item.verdict or "",
            )
            for item in items
            if item.kind == kind
        )
        if entries:
            page.append(Section(kind.capitalize(), heading, entries))
    if any(item.kind in ("state", "claim") for item in items) and answer.known_to:
        page += [Gap(), known.foot_of(answer, answer.as_of)]
    return page


_HEADINGS = {"claim": "Check these", "article": "Articles", "state": "States", "term": "Terms"}


def _where(item: GlossItem) -> str:
    times = "once" if item.count == 1 else f"{item.count} times, first"
    return f"{times} on line {item.first_line}"


GLOSS = Topic(GlossItem, gloss, _page)
ANNOTATE = Topic(Annotation, annotate, no_page)
