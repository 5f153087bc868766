"""The forms that `gloss` looks for: found by their first word, so that a short text reads few.

A line of the section `gloss` (`forms.py`) holds all forms that begin with a folded word, a tree of words. A
pattern (`patterns.py`) is a line of its own, read when a sentence has its first word and two that tell of it,
of all its words the rarest in texts on the topic.
"""

from __future__ import annotations

from treatycli.gloss.patterns import Parts, Pattern, Target

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatycli.package import Package

    Node = dict[str, "Node | list[Target]"]
    Told = list[tuple[list[str], list[str]]]

SECTION = "gloss"
KNOWN = "=known"
CLASSES = "=class"
PATTERN = "=pattern"
"""What begins the lines of all words, of a class of words and of a pattern; a form begins with a word."""
FORM = 6
"""How many cells a form has in the line of its first word: the words behind it, and what it leads to."""
NONE = "-"
"""What stands where a pattern wants no second word to tell of it."""
_MANY = 400
"""How many different words are looked up one by one before all are read at once."""


class _Read:
    """What was read so far: literal forms by their first word, names of patterns by what tells of them."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node | None] = {}
        self.told: dict[str, dict[str, str | Told]] = {}
        self.firsts: set[str] = set()

    def add(self, word: str, line: list[str]) -> None:
        """Add the forms that begin with a word, and the patterns of which it tells."""
        if line[1]:
            tells = [told.partition(" ") for told in line[1].split(";")]
            self.told[word] = {first: patterns for first, _, patterns in tells}
            self.firsts.update(self.told[word])
        root: Node = {}
        for at in range(2, len(line), FORM):
            node = root
            for following in line[at].split(" ") if line[at] else ():
                node = node.setdefault(following, {})  # type: ignore[assignment]
            node.setdefault("", []).append(Target(*line[at + 1 : at + FORM]))  # type: ignore[union-attr]
        self.nodes[word] = root or None

    def told_by(self, word: str, first: str) -> Told:
        """Return the patterns that begin with a word, of which another tells, by the words of which one must
        be there too.
        """
        told = self.told[word][first]
        if isinstance(told, str):  # only what a sentence has the first word of is taken apart
            cells, by_also = told.split(" "), dict[str, list[str]]()
            for name, also in zip(cells[::2], cells[1::2], strict=True):
                by_also.setdefault(also, []).append(name)
            told = self.told[word][first] = [(also.split("|"), names) for also, names in by_also.items()]
        return told


class Phrases:
    """The compiled forms of a package; those of a word are read when it is first met."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._read = _Read()
        self._whole = False
        self._patterns: dict[str, Pattern] = {}
        self._parts = Parts(self.class_of)
        self._lists: dict[str, frozenset[str]] = {}
        self._classes: dict[str, str] | None = None

    def of(self, words: Iterable[str]) -> Mapping[str, Node | None]:
        """Return the literal forms by their first word, those of these words among them."""
        if self._whole:
            return self._read.nodes
        new = {word for word in words if word not in self._read.nodes}
        if len(self._read.nodes) + len(new) > _MANY:
            whole = _Read()
            for line in self._package.listed(SECTION):
                if line[0][0] != "=":
                    whole.add(line[0], line)
            self._read, self._whole = whole, True
        else:
            for word in new:
                lines = self._package.linked(SECTION, word)
                self._read.add(word, lines[0] if lines else [word, ""])
        return self._read.nodes

    def patterns(self, there: frozenset[str]) -> dict[str, list[Pattern]]:
        """Return the patterns that may stand in a stretch of words given to `of`, by their first word."""
        found: dict[str, dict[Pattern, None]] = {}
        told, firsts = self._read.told, there & self._read.firsts
        for word in told.keys() & there:
            for first in told[word].keys() & firsts:
                for also, names in self._read.told_by(word, first):
                    if also != [NONE] and there.isdisjoint(also):
                        continue
                    for name in names:
                        pattern = self._patterns.get(name) or self._pattern(name)
                        if pattern.may_stand(there):
                            found.setdefault(first, {})[pattern] = None
        return {first: list(patterns) for first, patterns in found.items()}

    def _pattern(self, name: str) -> Pattern:
        _, rest, kind, key, context, _, more = self._package.linked(SECTION, PATTERN + name)[0]
        pattern = Pattern(rest, more, Target(kind, key, context, "", ""), self._parts)
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
