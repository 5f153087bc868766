"""A text -> the terms, states, articles and claims that it mentions, with where.

Names are found in one walk through the words, the longest match first; claims and wordings, articles
and counts of parties each in a walk of their own, so that they may overlap the names. Then each
stretch of some two thousand words is judged: is it about mines at all, and which of the common words
count (docs/gloss.md). A name's `context` says

- ``: the name means one thing anywhere, and puts a stretch on the topic (Ottawa Convention);
- `weak`: so do several of them, for the length of the stretch (landmine: also a figure of speech);
- `topic`: counts in a stretch that is on the topic (ratification, Lithuania, mine);
- `near`: only within a few words of a mention that counts (impact, signed, deposit);
- `mine`: only within a few words of a weapon, an obligation or the Convention (use, transfer);
- `never`: for looking up only.

Memory does not grow with the text, but for the places of the mentions where they are asked for.
"""

from __future__ import annotations

from bisect import bisect_left

from treatycli.gloss import mentions
from treatycli.gloss.phrases import Phrases, phrases_of
from treatycli.gloss.stretch import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, MutableSequence, Sequence
    from typing import Protocol

    from treatycli.gloss.mentions import Found
    from treatycli.gloss.patterns import Target
    from treatycli.package import Package

    class Text(Protocol):
        """A text to read: its readable stretches, and where a place of them is in the text itself."""

        def __iter__(self) -> Iterator[str]: ...
        def origin(self, section: str, base: int, start: int, end: int) -> tuple[int, int, int]: ...
        def passed(self, section: str, base: int) -> None: ...


NEAR = 8
"""How many words away a mention may be that makes a common word or an abbreviation plausible."""
SECTION = 12_000
"""From how many characters on a section may end; it ends with a paragraph, at twice as many at last."""
SPARSE = 200
"""In how many words one weak name must stand for a section to be on the topic."""
SHORT = 40
"""Up to how many words a text is taken to be on the topic for one weak name."""
TAIL = 500
"""The last section of a text, if shorter than so many words, is on the topic where the one before is."""
_WEAPONS = frozenset(("weapon", "weapons"))
"""What stands for a mine where it was named before."""


class Mention:
    """A place in a text, as character offsets from its start, its line from 1, and what stands there."""

    __slots__ = ("context", "end", "id", "kind", "line", "start")

    def __init__(self, kind: str, key: str, context: str, start: int, end: int, line: int) -> None:
        self.kind, self.id, self.context = kind, key, context
        self.start, self.end, self.line = start, end, line


class Plain:
    """A text without markup, given in parts of any size."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._parts = parts
        self._line, self._place = 1, 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def origin(self, section: str, base: int, start: int, end: int) -> tuple[int, int, int]:
        """Return a place of the text and its line, for places that are asked for in their order."""
        self._line += section.count("\n", self._place - base, start - base)
        self._place = start
        return start, end, self._line

    def passed(self, section: str, base: int) -> None:
        """Count the lines of the rest of a section."""
        self.origin(section, base, base + len(section), 0)


def sections(parts: Iterable[str]) -> Iterator[str]:
    """Cut a text into sections of some two thousand words, the same however its parts are cut."""
    held, place = "", 0
    for part in parts:
        held, place = held[place:] + part, 0
        while len(held) - place > 2 * SECTION:
            cut = _cut(held, place + SECTION, place + 2 * SECTION)
            yield held[place:cut]
            place = cut
    if held[place:]:
        yield held[place:]


def _cut(text: str, low: int, high: int) -> int:
    """Return where a section ends: behind a paragraph, a line, a sentence, a word, or at last anywhere."""
    line = text.find("\n", low, high)
    while line >= 0:
        following = text.find("\n", line + 1, high)
        if following >= 0 and text[line:following].isspace():
            return following + 1
        line = following
    for mark in ("\n", ". ", " "):
        place = text.rfind(mark, low, high)
        if place >= 0:
            return place + len(mark)
    return high


class Reader:
    """Finds the mentions in the sections of one text, given in order."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._was_on_topic = False
        self._spelt_out: set[tuple[str, str]] = set()

    def read(self, section: str) -> list[Found]:
        """Return what counts in the next section, in order; of two alike that overlap the first."""
        words = Words(section, self._phrases.known)
        if not len(words):
            return []
        names = list(mentions.names(words, self._phrases))
        self._was_on_topic = self._is_on_topic(words, names)
        if not self._was_on_topic:
            return []
        all_mentions = [*names, *mentions.others(words, self._phrases, names)]
        all_mentions = self._plausible(words, all_mentions)
        all_mentions.sort(key=lambda m: (m.start, -m.end, m.target.kind, m.target.id))
        ends: dict[tuple[str, str], int] = {}
        kept = []
        for mention in all_mentions:
            key = mention.target.kind, mention.target.id
            if mention.start >= ends.get(key, 0):
                ends[key] = mention.end
                kept.append(mention)
        return kept

    def _is_on_topic(self, words: Words, names: Sequence[Found]) -> bool:
        """Tell whether a section is about mines: by one strong name, or by enough weak ones.

        An abbreviation under five letters is weak, and so is a proper name without its capitals (an
        `Ottawa convention` of collectors).

        Weak names are also figures of speech: in more than a few lines there must be one in `SPARSE`
        words, and one at least beside a word of war (killed, soldiers, cleared).
        """
        if len(words) < TAIL and self._was_on_topic:
            return True
        weak = []
        for name in names:
            target = name.target
            if target.kind != "term" or target.context not in ("", "weak"):
                continue
            is_short = target.spelling == "exact" and name.end - name.start < 5
            uncapped = target.is_proper and words.text[words.starts[name.last]].islower()
            if target.context == "" and not is_short and not uncapped:
                return True
            weak.append(name)
        if not weak or len(words) <= SHORT:
            return bool(weak)
        if len(weak) * SPARSE < len(words):
            return False
        war = self._phrases.listed("war")
        own = {place for name in weak for place in range(name.first, name.last + 1)}
        places = [i for i, word in enumerate(words.folded) if word in war and i not in own]
        return any(_is_near(name.first, places, NEAR + 2) for name in weak)

    def _plausible(self, words: Words, likely: Sequence[Found]) -> list[Found]:
        """Return the mentions that count: all but common words and abbreviations without company."""
        sure, strong, mines = [], [], []
        for mention in likely:
            target = mention.target
            if target.context not in ("near", "mine") and target.spelling != "short":
                sure += [mention.first, mention.last]
                self._spelt_out.add((target.kind, target.id))
                if target.context in ("", "weak"):
                    strong += [mention.first, mention.last]
                if target.kind == "term" and target.id in self._phrases.listed("mine"):
                    mines += [mention.first, mention.last]
        mines += [i for i, word in enumerate(words.folded) if word in _WEAPONS]
        for places in (sure, strong, mines):
            places.sort()
        settled = {(m.target.kind, m.target.id) for m in likely if not self._is_doubtful(words, m)}
        kept = []
        for mention in likely:
            target = mention.target
            key = target.kind, target.id
            if target.spelling == "short" and key not in self._spelt_out:
                if mention.end - mention.start < 3:
                    sentence = words.sentence(mention.first, NEAR)
                    accompanied = any(place in sentence for place in strong)
                else:
                    accompanied = _is_near(mention.first, sure, NEAR)
                if not accompanied:
                    continue
            company = {"near": sure, "mine": mines}.get(target.context)
            if company is not None and not _is_near(mention.first, company, NEAR):
                continue
            if key not in settled and self._is_doubtful(words, mention):
                continue
            kept.append(mention)
        return kept

    def _is_doubtful(self, words: Words, mention: Found) -> bool:
        """Tell whether a mention may be another word with a capital for its place: `Poles`, `Polish`."""
        return (
            mention.target.kind == "state"
            and mention.first == mention.last
            and words.folded[mention.first] in self._phrases.listed("doubtful")
            and words.starts_sentence(mention.first)
        )


def _is_near(place: int, others: Sequence[int], most: int) -> bool:
    """Tell whether one of the ascending places is within so many words."""
    nearest = bisect_left(others, place - most)
    return nearest < len(others) and others[nearest] <= place + most


class Tally:
    """Counts mentions by what they mention; keeps their places only where asked."""

    def __init__(self, *, places: bool) -> None:
        self._places = places
        self._packed: Callable[[Iterable[int]], MutableSequence[int]] = list
        self.counts: dict[tuple[str, str], int] = {}
        self.first: dict[tuple[str, str], Mention] = {}
        self.places: dict[tuple[str, str], MutableSequence[int]] = {}

    def add(self, mention: Mention) -> None:
        """Count one mention."""
        key = mention.kind, mention.id
        self.counts[key] = self.counts.get(key, 0) + 1
        self.first.setdefault(key, mention)
        if self._places:
            if key not in self.places:
                self.places[key] = self._packed(())
            self.places[key].extend((mention.start, mention.end, mention.line))

    def pack(self) -> None:
        """Hold places in a quarter of the memory from now on.

        What does it costs more to import than a page to read: it is for texts of several sections.
        """
        from array import array

        def packed(numbers: Iterable[int]) -> MutableSequence[int]:
            return array("Q", numbers)

        if self._packed is list:
            self._packed = packed
            self.places = {key: packed(numbers) for key, numbers in self.places.items()}


def tally(package: Package, text: Text, *, places: bool = False) -> Tally:
    """Read a text; return what it mentions, with common words where they count."""
    counted = Tally(places=places)
    reader = Reader(phrases_of(package))
    base = 0
    for section in sections(text):
        if places and base:
            counted.pack()
        for mention in reader.read(section):
            start, end, line = text.origin(section, base, base + mention.start, base + mention.end)
            target: Target = mention.target
            counted.add(Mention(target.kind, target.id, target.context, start, end, line))
        text.passed(section, base)
        base += len(section)
    return counted
