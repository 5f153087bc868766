"""A text -> the terms, states, articles and claims that it mentions, with where.

One pass over the words of a text against a tree of every form of every name; the longest match wins,
and a claim's cue may overlap the names in it.
Common words count only where the text makes them plausible (docs/gloss.md): a name's `context` says

- ``: the name means one thing anywhere (landmine, Ottawa Convention);
- `topic`: only in a text that holds such a name (ratification, Lithuania, mine);
- `near`: only within a few words of a mention that counts (use, transfer, impact);
- `never`: for looking up only.

Memory does not grow with the text, but for the places of the mentions where they are asked for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left

from treatycli.names import fold
from treatycli.records import Claim, Form, Name, State, Term
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatycli.package import Package

NEAR = 8
"""How many words away a mention may be that makes a common word plausible."""
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ][^\W_]+)*|%|§")
_GAP = re.compile(r"[ \t\r\n\-‐‑–/&'’\"“”(),*_]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ELSEWHERE = re.compile(
    r"\W*(?:\([^)]*\)\W*)?of (?:the |its )?(?!Ottawa|Mine|Anti|AP |Conven|Treaty)(?:[\w-]+ ){0,4}?"
    r"(?:Charter|Vienna|Protocol|Constitution|Geneva|Covenant|NATO|EU|Rome|Statutes?|CCW|Treaty|Pact|Law)\b"
)
"""What makes an article that of another treaty: `Article 51 of the UN Charter`."""
_ARTICLES = frozenset(("article", "articles", "art", "arts"))


class Target(Record):
    """What a form leads to: kind (term, state, article, claim), id, context, and how it is spelt."""

    kind: str
    id: str
    context: str
    spelling: str
    also: str


class Mention(Record):
    """A place in a text, as character offsets from its start, its line from 1, and what stands there."""

    kind: str
    id: str
    context: str
    start: int
    end: int
    line: int


class Tree:
    """The forms as a tree of folded words: each node is a dict, with its targets under the empty word."""

    def __init__(self) -> None:
        self.root: dict[str, object] = {}

    def add(self, form: str, target: Target) -> None:
        """Add a form, unless it folds to nothing."""
        node = self.root
        words = _tokens(form)
        for word in words:
            node = node.setdefault(word, {})  # type: ignore[assignment]
        targets = node.setdefault("", [])
        if words and target not in targets:  # type: ignore[operator]
            targets.append(target)  # type: ignore[attr-defined]


def _tokens(form: str) -> list[str]:
    return [_folded(match.group()) for match in _WORD.finditer(form)]


def _folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    if word == "%":
        return "percent"
    if word[-2:] in ("'s", "’s"):
        word = word[:-2]
    return fold(word).replace(" ", "")


def tree_of(package: Package) -> Tree:
    """Build the tree of everything that a text can mention."""
    tree = Tree()
    for term in package.all(Term):
        head, _, _ = term.term.partition(" (")
        for form in dict.fromkeys((term.term, head)):
            tree.add(form, Target("term", term.id, term.context or "", _spelling(form, head=True), ""))
    for row in package.all(Form):
        if row.context != "never":
            kind = _spelling(row.form, head=row.kind != "abbreviation")
            tree.add(row.form, Target("term", row.term_id, row.context or "", kind, ""))
    for state in package.all(State):
        for text in (state.name, state.short_name):
            tree.add(text, Target("state", state.iso3, "topic", "capital", ""))
    for name in package.all(Name):
        if name.lang in ("", "en") and name.kind not in ("ambiguous", "cldr"):
            spelling = "exact" if name.name.isupper() else "capital"
            tree.add(name.name, Target("state", name.iso3, "topic", spelling, ""))
    for claim in package.all(Claim):
        for cue in claim.cues:
            phrase, _, also = cue.partition("+")
            tree.add(phrase, Target("claim", claim.id, "topic", "", also))
    return tree


def _spelling(form: str, *, head: bool) -> str:
    """Return how a form must be spelt: exactly (an abbreviation), with a capital, or in any case."""
    if len(form) < 9 and _in_capitals(form):
        return "exact"
    return "capital" if not head and form[:1].isupper() and " " not in form else ""


class Reader:
    """Finds mentions in the parts of one text, given in order, whole paragraphs at a time."""

    def __init__(self, tree: Tree) -> None:
        self._root = tree.root
        self._offset = 0
        self._line = 1
        self.on_topic = False

    def read(self, part: str) -> Iterator[Mention]:
        """Yield the mentions in the next part, in order; those in `topic` context count only if, at
        the end of the whole text, `on_topic` is true."""
        text = _ADDRESS.sub(lambda m: " " * len(m.group()), part) if "://" in part or "www." in part else part
        words = [(*match.span(), match[0]) for match in _WORD.finditer(text)]
        found = list(self._find(text, words))
        sure = [place for place, _, target in found if target.context != "near"]
        self.on_topic = self.on_topic or any(target.context == "" for _, _, target in found)
        line, seen = self._line, 0
        for place, last, target in found:
            if target.context == "near" and not _is_near(place, sure):
                continue
            start, end = words[place][0], _without_possessive(words[last])
            line += text.count("\n", seen, start)
            seen = start
            yield Mention(
                target.kind, target.id, target.context, self._offset + start, self._offset + end, line
            )
        self._line += part.count("\n")
        self._offset += len(part)

    def _find(self, text: str, words: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, Target]]:
        """Yield first word, last word and target of the longest match from each word on."""
        root, count, place = self._root, len(words), 0
        folded = [_folded(word) for _, _, word in words]
        gap = _GAP.fullmatch
        while place < count:
            node = root.get(folded[place])
            if node is None:
                if folded[place] in _ARTICLES:
                    yield from self._article(text, words, place)
                place += 1
                continue
            best: tuple[int, list[Target]] | None = None
            claim: tuple[int, list[Target]] | None = None
            last = place
            while True:
                targets = node.get("")  # type: ignore[attr-defined]
                if targets:
                    shown = text[words[place][0] : words[last][1]]
                    fitting = [t for t in targets if t.kind != "claim" and _spelt(t, shown)]
                    claimed = [t for t in targets if t.kind == "claim" and _holds(folded, place, t.also)]
                    best = (last, fitting) if fitting else best
                    claim = (last, claimed) if claimed else claim
                last += 1
                if last >= count or not gap(text, words[last - 1][1], words[last][0]):
                    break
                node = node.get(folded[last])  # type: ignore[attr-defined]
                if node is None:
                    break
            for end, targets in filter(None, (claim, best)):
                for target in targets:
                    yield place, end, target
            if folded[place] in _ARTICLES:
                yield from self._article(text, words, place)
            place = best[0] + 1 if best else place + 1

    @staticmethod
    def _article(
        text: str, words: list[tuple[int, int, str]], place: int
    ) -> Iterator[tuple[int, int, Target]]:
        """Yield the article that `Article 5(1)` names, unless it is one of another treaty."""
        if place + 1 < len(words):
            number = words[place + 1][2]
            apart = text[words[place][1] : words[place + 1][0]]
            ours = number.isdecimal() and len(number) < 3 and 1 <= int(number) <= 22
            if ours and not apart.strip(" .\u00a0") and not _ELSEWHERE.match(text, words[place + 1][1]):
                yield place, place + 1, Target("article", str(int(number)), "topic", "", "")


def _spelt(target: Target, found: str) -> bool:
    if target.spelling == "exact":
        return _in_capitals(found)
    return target.spelling != "capital" or found[:1].isupper()


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2


def _holds(folded: list[str], place: int, also: str) -> bool:
    """Tell whether one of the words of `also` (`ukraine|ukrainian`; empty: any) stands around a place."""
    if not also:
        return True
    around = folded[max(0, place - 25) : place + 25]
    return any(word in around for word in also.split("|"))


def _is_near(place: int, sure: Sequence[int]) -> bool:
    """Tell whether one of the ascending places is within NEAR words."""
    nearest = bisect_left(sure, place - NEAR)
    return nearest < len(sure) and sure[nearest] <= place + NEAR


def _without_possessive(word: tuple[int, int, str]) -> int:
    return word[1] - 2 if word[2][-2:] in ("'s", "’s") else word[1]


class Tally:
    """Counts mentions by what they mention; keeps their places only where asked."""

    def __init__(self, *, places: bool) -> None:
        self._places = places
        self.counts: dict[tuple[str, str], int] = {}
        self.first: dict[tuple[str, str], Mention] = {}
        self.places: dict[tuple[str, str], array[int]] = {}

    def add(self, mention: Mention) -> None:
        """Count one mention."""
        key = mention.kind, mention.id
        self.counts[key] = self.counts.get(key, 0) + 1
        self.first.setdefault(key, mention)
        if self._places:
            self.places.setdefault(key, array("Q")).extend((mention.start, mention.end, mention.line))


def tally(tree: Tree, parts: Iterable[str], *, places: bool = False) -> Tally:
    """Read a text given in parts; return what it mentions, with common words where they count."""
    reader = Reader(tree)
    counted = Tally(places=places)
    for part in parts:
        for mention in reader.read(part):
            counted.add(mention)
    if not reader.on_topic:
        return Tally(places=places)
    return counted
