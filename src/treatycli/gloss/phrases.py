"""The forms that `gloss` looks for: found by their first word, so that a short text reads few.

A line of the section `gloss` (`forms.py`) is keyed by the first folded word of a form. Literal forms make
a tree of words. A pattern (`patterns.py`) is a line of its own, read when a sentence has its first word and
two that tell of it, of all its words the rarest in texts on the topic.
"""

from __future__ import annotations

from functools import cache

from treatycli.gloss.patterns import Pattern, Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatycli.package import Package

    Node = dict[str, "Node | list[Target]"]

SECTION = "gloss"
KNOWN = "=known"
CLASSES = "=class"
PATTERN = "=pattern"
"""What begins the lines of all words, of a class of words and of a pattern; a form begins with a word."""
NONE = "-"
"""What stands where a pattern wants no second word to tell of it."""
_MANY = 400
"""How many different words are looked up one by one before all are read at once."""


_WIDTH = {"": 0, "weak": 1, "topic": 2, "near": 3, "mine": 3}


def _add(targets: list[Target], new: Target) -> None:
    """Add a target, one a kind and id: of two the one that counts in more places stays."""
    for i, held in enumerate(targets):
        if (held.kind, held.id) == (new.kind, new.id):
            width, other = (_WIDTH.get(t.context, 4) + bool(t.spelling) / 2 for t in (held, new))
            if other < width:
                targets[i] = new
            return
    targets.append(new)


class _Read:
    """What was read so far: literal forms by their first word, names of patterns by what tells of them."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node | None] = {}
        self.told: dict[str, dict[str, list[tuple[str, str]]]] = {}

    def add(self, word: str, lines: Iterable[list[str]]) -> None:
        """Add the forms that begin with a word, and the patterns of which it tells."""
        root: Node = {}
        for _, rest, kind, *cells in lines:
            if kind == PATTERN:
                by_first = self.told.setdefault(word, {})
                told = rest.split(" ")
                for first, name, also in zip(told[::3], told[1::3], told[2::3], strict=True):
                    by_first.setdefault(first, []).append((name, also))
                continue
            key, context, spelling, more = cells
            node = root
            for following in rest.split(" ") if rest else ():
                node = node.setdefault(following, {})  # type: ignore[assignment]
            _add(node.setdefault("", []), Target(kind, key, context, spelling, more))  # type: ignore[arg-type]
        self.nodes[word] = root or None


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


class Phrases:
    """The compiled forms of a package; those of a word are read when it is first met."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._read = _Read()
        self._whole = False
        self._patterns: dict[str, Pattern] = {}
        self._lists: dict[str, frozenset[str]] = {}
        self._classes: dict[str, str] | None = None

    def of(self, words: Iterable[str]) -> Mapping[str, Node | None]:
        """Return the literal forms by their first word, those of these words among them."""
        if self._whole:
            return self._read.nodes
        new = {word for word in words if word not in self._read.nodes}
        if len(self._read.nodes) + len(new) > _MANY:
            by_first: dict[str, list[list[str]]] = {}
            for line in self._package.listed(SECTION):
                by_first.setdefault(line[0], []).append(line)
            whole = _Read()
            for first, lines in by_first.items():
                if first[0] != "=":
                    whole.add(first, lines)
            self._read, self._whole = whole, True
        else:
            for word in new:
                self._read.add(word, self._package.linked(SECTION, word))
        return self._read.nodes

    def patterns(self, there: frozenset[str]) -> dict[str, list[Pattern]]:
        """Return the patterns that may stand in a stretch of words given to `of`, by their first word."""
        found: dict[str, dict[Pattern, None]] = {}
        told = self._read.told
        for word in told.keys() & there:
            for first in told[word].keys() & there:
                for name, also in told[word][first]:
                    if also != NONE and _words(also).isdisjoint(there):
                        continue
                    pattern = self._patterns.get(name) or self._pattern(name)
                    if pattern.may_stand(there):
                        found.setdefault(first, {})[pattern] = None
        return {first: list(patterns) for first, patterns in found.items()}

    def _pattern(self, name: str) -> Pattern:
        _, rest, kind, key, context, _, more = self._package.linked(SECTION, PATTERN + name)[0]
        pattern = Pattern(rest, more, Target(kind, key, context, "", ""), self.class_of)
        return self._patterns.setdefault(name, pattern)

    def class_of(self, name: str) -> str:
        """Return the choices of a class of words, joined by `|`; the name itself for none that is known."""
        if self._classes is None:
            self._classes = {line[1]: line[2] for line in self._package.linked(SECTION, CLASSES)}
        return self._classes.get(name, name)

    def known(self) -> frozenset[str]:
        """Return every word of every form."""
        return self.listed(KNOWN[1:])

    def listed(self, kind: str) -> frozenset[str]:
        """Return the words of a list: war, person, beside, doubtful; `mine`: what the context asks for."""
        if kind not in self._lists:
            lines = self._package.linked(SECTION, "=" + kind)
            self._lists[kind] = frozenset(lines[0][1].split(" ")) if lines else frozenset()
        return self._lists[kind]


def phrases_of(package: Package) -> Phrases:
    """Return the compiled forms of a package, the same ones each time."""
    return package.remembered(("phrases",), lambda: Phrases(package))
