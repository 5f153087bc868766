"""The words of a section -> everything in it that could be a mention, each kind in a walk of its own."""

from __future__ import annotations

from treatycli.folding import ONES, TENS
from treatycli.gloss.articles import articles_in
from treatycli.gloss.denials import is_denied, is_of_another, is_subject
from treatycli.gloss.patterns import DENIALS, Target
from treatycli.gloss.phrases import Phrases
from treatycli.gloss.stretch import SENTENCE
from treatycli.gloss.tokens import in_capitals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from treatycli.gloss.patterns import Pattern
    from treatycli.gloss.phrases import Node
    from treatycli.gloss.stretch import Words

_PREPOSITIONS = frozenset(("of", "to", "for", "from", "by", "on", "in", "under", "against", "with"))
_STREETS = frozenset(("street", "road", "avenue", "lane", "square", "drive", "boulevard"))
_TITLE = 9
"""From how many words on a form is a title, in which every name counts."""
_COUNTED = frozenset(("hundred", *map(str, range(100, 200))))
"""What a text has that may speak of the number of parties."""
_ONES = frozenset(ONES)


class Found:
    """A possible mention: first and last word, where it starts and ends in the section, and what it is."""

    __slots__ = ("end", "first", "last", "start", "target")

    def __init__(
        self, words: Words, first: int, last: int, target: Target, span: tuple[int, int] | None = None
    ):
        self.first, self.last, self.target = first, last, target
        self.start, self.end = span or (words.starts[first], words.end(last))


def names(words: Words, phrases: Phrases) -> Iterator[Found]:
    """Yield the names of terms and states: from each word the longest, then from behind it on."""
    nodes = phrases.of(words.folded)
    folded, place, count = words.folded, 0, len(words)
    while place < count:
        node = nodes.get(folded[place])
        if node is None or not ("" in node or (place + 1 < count and folded[place + 1] in node)):
            place += 1
            continue
        best = _longest(words, phrases, node, place, count)
        if best is None:
            place += 1
            continue
        last, targets = best
        is_decoy = any(target.kind == "decoy" for target in targets)
        if is_decoy and len(targets) == 1 and _reaching_out(words, phrases, nodes, place, last):
            place += 1
            continue
        for target in targets:
            if target.kind != "decoy":
                yield Found(words, place, last, target)
        if last > place and not is_decoy and any(target.is_open for target in targets):
            yield from _inside(words, phrases, nodes, place, last)
        longer = _reaching_out(words, phrases, nodes, place, last)
        place = longer[0] if longer and longer[1] - longer[0] > last - place else last + 1


def _reaching_out(
    words: Words, phrases: Phrases, nodes: Mapping[str, Node | None], first: int, last: int
) -> tuple[int, int] | None:
    """Return first and last word of a name that starts within another and goes on behind it.

    `lead [mine clearance]`, `party to the [Convention on Cluster Munitions]`.
    """
    for place in range(first + 1, last + 1):
        node = nodes.get(words.folded[place])
        best = _longest(words, phrases, node, place, len(words)) if node else None
        if best and best[0] > last and all(target.kind != "decoy" for target in best[1]):
            return place, best[0]
    return None


def _longest(
    words: Words, phrases: Phrases, node: Node, place: int, limit: int
) -> tuple[int, list[Target]] | None:
    best = None
    last = place
    while True:
        targets = node.get("")
        if targets:
            fitting: list[Target] = []
            for target in targets:
                if not isinstance(target, str) and _stands(words, phrases, place, last, target):
                    fitting.append(target)
            best = (last, fitting) if fitting else best
        last += 1
        if last >= limit:
            return best
        following = node.get(words.folded[last])
        if following is None or not words.adjoins(last):
            return best
        node = following  # type: ignore[assignment]


def _inside(
    words: Words, phrases: Phrases, nodes: Mapping[str, Node | None], first: int, last: int
) -> Iterator[Found]:
    """Yield the states in a longer form, its head term and what it is about: `[use] of [landmines]`."""
    is_title = last - first + 1 >= _TITLE
    place = first
    while place <= last:
        node = nodes.get(words.folded[place])
        limit = last + 1 if place > first else last
        best = _longest(words, phrases, node, place, limit) if node else None
        if best is None or (is_title and place == first):
            place += 1
            continue
        end, targets = best
        about = is_title or (place > first and words.folded[place - 1] in _PREPOSITIONS)
        heads = end < last and words.folded[end + 1] in _PREPOSITIONS
        for target in targets:
            if target.kind == "state" or ((about or heads) and target.kind == "term"):
                yield Found(words, place, end, target)
        place = end + 1


def _stands(words: Words, phrases: Phrases, first: int, last: int, target: Target) -> bool:
    """Tell whether a form stands in the text as it must be spelt, and is not part of a person's name."""
    spelling = target.spelling
    if spelling in ("exact", "short"):
        shown = words.shown(first, last).removesuffix("s")
        return in_capitals(shown) and (len(shown) > 3 or not _is_headline(words, first))
    if spelling == "initials":
        return words.shown(first, first).isupper() and not _is_headline(words, first)
    if spelling == "capital" and not words.text[words.starts[first]].isupper():
        return False
    if spelling == "the":
        return first in words.after_the
    if target.kind != "state":
        return True
    return not (_is_address(words, last) or (first == last and _is_person(words, phrases, first)))


def _is_address(words: Words, last: int) -> bool:
    """Tell whether a name is that of a street: `Niger Street`."""
    return (
        last + 1 < len(words)
        and words.folded[last + 1] in _STREETS
        and words.shown(last + 1, last + 1)[0].isupper()
        and words.text[words.ends[last] : words.starts[last + 1]] == " "
    )


def _is_headline(words: Words, place: int) -> bool:
    """Tell whether the words around are in capitals all of them, so that capitals say nothing."""
    around = [words.shown(i, i) for i in words.sentence(place, 6) if words.folded[i].isalpha()]
    return len(around) > 4 and all(word.isupper() for word in around)


def _is_person(words: Words, phrases: Phrases, place: int) -> bool:
    """Tell whether a word that is also a personal name is one: `Michael Jordan`, `Chad Smith`."""
    if words.folded[place] not in phrases.listed("person"):
        return False
    beside = phrases.listed("beside")
    if place + 1 < len(words) and words.text[words.ends[place] : words.starts[place + 1]] == " ":
        after = words.shown(place + 1, place + 1)
        if after[:1].isupper() and not after.isupper() and words.folded[place + 1] not in beside:
            return True
    if place and words.text[words.ends[place - 1] : words.starts[place]] == " ":
        before = words.shown(place - 1, place - 1)
        return before[:1].isupper() and not before.isupper() and words.folded[place - 1] not in beside
    return False


def others(words: Words, phrases: Phrases, names: Sequence[Found]) -> Iterator[Found]:
    """Yield what may overlap the names: claims and wordings, articles, counts of parties."""
    titles = [(m.first, m.last) for m in names if m.last - m.first + 1 >= _TITLE]
    states = {m.first: m.last for m in names if m.target.kind == "state"}
    patterns = list(_patterns(words, phrases, titles, states))
    yield from patterns
    for named in articles_in(words):
        target = Target("article", str(named.number), "topic", "", "")
        yield Found(words, named.first, named.last, target, named.span)
    if _COUNTED.isdisjoint(words.folded):
        return
    from treatycli.gloss.numbers import counts_in

    claims = [m for m in patterns if m.target.kind == "claim"]
    for first, last, count in counts_in(words):
        known = any(m.first <= last and first <= m.last for m in claims)
        if not known and not is_denied(words, first, last):
            yield Found(words, first, last, Target("claim", count.id, "topic", "", ""))


def _patterns(
    words: Words, phrases: Phrases, titles: Sequence[tuple[int, int]], states: Mapping[int, int]
) -> Iterator[Found]:
    """Yield the claims and wordings, starting at each word."""
    phrases.of(words.folded)
    sentence = range(0)
    likely: Mapping[str, Sequence[Pattern]] = {}
    for place, word in enumerate(words.folded):
        if place not in sentence:
            sentence = words.sentence(place, len(words))
            there = _there(words, sentence, states)
            likely = phrases.patterns(there)
        if word not in likely:
            continue
        is_long = len(sentence) > SENTENCE
        near = words.sentence(place) if is_long else sentence
        if is_long:
            there = _there(words, near, states)
        if word in _ONES and _ends_number(words, place):
            continue
        said = f" {' '.join(words.folded[near.start : near.stop])} "
        for pattern in likely[word]:
            if (is_long and not pattern.may_stand(there)) or not pattern.suits(said, there):
                continue
            last = pattern.end(words, place)
            if last is None:
                continue
            if pattern.target.kind == "claim":
                inside = any(first <= place and last <= end for first, end in titles)
                if (
                    inside
                    or is_denied(words, place, last, says_not=pattern.says_not or word in DENIALS)
                    or is_of_another(words, place, last)
                ):
                    continue
                if not is_subject(words, place, last, pattern.subject):
                    continue
            yield Found(words, place, last, pattern.target)


def _there(words: Words, held: range, states: Mapping[int, int]) -> frozenset[str]:
    """Return the words of a sentence, and those that they mean."""
    return frozenset(words.folded[held.start : held.stop]).union(_meant(words, held, states))


def _ends_number(words: Words, place: int) -> bool:
    """Tell whether a numeral is the end of a longer one: `sixty-six members`, `one hundred and six`."""
    before = words.folded[max(0, place - 2) : place]
    return bool(before) and (before[-1] in TENS or before[-1] == "hundred" or before == ["hundred", "and"])


def _meant(words: Words, sentence: range, states: Mapping[int, int]) -> list[str]:
    """Return the state that `it` means at the start of a sentence: the subject, and only one, of that before.

    `Finland is cold. It was the last EU state to join.`
    """
    if words.folded[sentence.start] != "it" or not sentence.start or "\n\n" in words.gap(sentence.start):
        return []
    before = words.sentence(sentence.start - 1)
    named = [place for place in before if place in states]
    return words.folded[named[0] : states[named[0]] + 1] if named == [before.start] else []


def claims_in(words: Words, phrases: Phrases) -> list[str]:
    """Return the ids of the claims whose cues stand in a text, in their order, each once."""
    claims = [m for m in _patterns(words, phrases, (), {}) if m.target.kind == "claim"]
    return list(dict.fromkeys(m.target.id for m in claims))
