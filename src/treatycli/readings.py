"""What a name may mean that no row of the tables holds: the one reading that is certain, or candidates.

A state answers to its own name with the designators that one of its names carries, in any order or
abbreviation (`Korea, Dem. People's Rep.`), and to two of its names at once (`Iran (Persia)`). A
designator that contradicts (`Kingdom of Togo`) only suggests. A misspelling answers if it is a slip in
the distinctive words of an English name, nothing else is near, and no word of it is one that names
another state, an English word or a place of its own (the table `decoys`).
"""

from __future__ import annotations

from treatycli.designators import DIRECTIONS, PLAIN, SORTS, apart, by_script, parts, trimmed, ways
from treatycli.folding import fold
from treatycli.records import Decoy, Name, State

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatycli.package import Package
    from treatycli.spelling import Candidates

    Line = list[str]
    Reading = tuple[str, list[Line]]

_SECTION = "names_by_fold"
_FOLDED, _TABLE, _ID, _HOW, _LABEL = range(5)
_ANSWERING = ("id", "name", "alias", "form")
_ORDER = {"name": 0, "id": 1, "form": 2, "alias": 2, "ambiguous": 3, "adjective": 4, "cldr": 5, "namesake": 6}
_SPACES_MOVED = 7
"""The fewest letters of a name that answers though its spaces stand elsewhere (`south kor ea`)."""
_SIDE_BY_SIDE = 4
"""The most names of one state that stand side by side (`Schweiz/Suisse/Svizzera/Svizra`)."""
_ANOTHER_CHINA = ("CHN", frozenset(("republic",)))
"""The Republic of China is not the People's Republic: it is Taiwan, an area of the tables."""
_TERRITORIES = (
    "american samoa|anguilla|antarctica|aruba|bermuda|bonaire|british virgin islands|cayman islands|"
    "christmas island|cocos islands|curacao|falkland islands|faroe islands|french guiana|french polynesia|"
    "gibraltar|greenland|guadeloupe|guam|guernsey|hong kong|isle of man|jersey|macao|macau|martinique|"
    "mayotte|montserrat|new caledonia|norfolk island|northern mariana islands|pitcairn|puerto rico|reunion|"
    "saint barthelemy|saint helena|saint martin|san martin|saint pierre and miquelon|sint maarten|"
    "south georgia|svalbard|tokelau|turks and caicos islands|virgin islands|wallis and futuna"
).split("|")
"""What ISO 3166-1 lists that is none of the 197 states: a misspelling may mean one of these."""


def read(package: Package, typed: str, tables: Sequence[str], *, spelled: bool) -> Reading:
    """Return how a name answers (alias, spelling) and its line; or "" and lines to suggest, best first.

    `spelled` says whether a misspelling may answer.
    """
    if "states" in tables:
        return _States(package, typed, tables).read(spelled=spelled)
    return _read_term(package, fold(typed), tables, spelled=spelled)


def certain(package: Package, typed: str, tables: Sequence[str]) -> Reading:
    """Return how a name answers without a guess at its spelling, and its line; or "" and what was doubted."""
    return _States(package, typed, tables).certain() if "states" in tables else ("", [])


def _read_term(package: Package, folded: str, tables: Sequence[str], *, spelled: bool) -> Reading:
    from treatycli.spelling import most_edits, shared, sure_edits

    near = []
    if len(folded) > 3:
        near = _candidates(package, tables, "whole").near(folded, most_edits(folded))
        near.sort(key=lambda pair: (pair[0], _ORDER[pair[1][_HOW]], -shared(folded, pair[1][_FOLDED])))
        near = _first_of_each(near)
    if near and spelled:
        edits, best = near[0]
        clear = len(near) == 1 or near[1][0] >= edits + 2
        certain = clear and edits <= sure_edits(folded) and best[_HOW] in _ANSWERING
        if certain and not package.find(Decoy, folded):
            return "spelling", [best]
    return "", _suggested(package, folded, tables, near)


class _States:
    """A typed name of a state, and what the tables hold about its words."""

    def __init__(self, package: Package, typed: str, tables: Sequence[str]) -> None:
        self._package = package
        self._tables = tables
        self._folded = fold(typed)
        self._parts = parts(typed) or [typed]
        self._lists = (parts(typed, commas=False), self._parts, by_script(typed))

    def read(self, *, spelled: bool) -> Reading:
        how, lines = self.certain()
        if how:
            return how, lines
        doubted = [*lines, *self._without_directions(next(ways(self._parts)), "")]
        return self._spelled(doubted, spelled=spelled)

    def certain(self) -> Reading:
        """Read a name that is composed of the words of one state's names, or of several such names."""
        doubted: list[Line] = []
        for words in ways(self._parts):
            how, lines = self._composed(words)
            if how:
                return how, lines
            doubted += lines
        for names in self._lists:
            how, lines = self._double(names) if 1 < len(names) <= _SIDE_BY_SIDE else ("", [])
            if how:
                return how, lines
            doubted += lines
        return "", doubted

    def _known(self, text: str) -> list[Line]:
        """Return the lines of exactly this name, but for codes."""
        lines = self._package.linked(_SECTION, text)
        return [line for line in lines if line[_TABLE] in self._tables and line[_HOW] != "code"]

    def _named(self, text: str) -> list[Line]:
        """Return the lines that name best, as the exact name does."""
        lines = [line for line in self._known(text) if line[_HOW] != "namesake"]
        best = min((_ORDER[line[_HOW]] for line in lines), default=0)
        return [line for line in lines if _ORDER[line[_HOW]] == best]

    def _composed(self, words: Sequence[str]) -> Reading:
        """Read words as a name that is there, or as a state's own name with its own designators."""
        for text in dict.fromkeys((" ".join(words), " ".join(trimmed(words)))):
            lines = self._named(text)
            if lines:
                return _only(lines)
        for keep in ((), ("islands",)):
            sorts, own = apart(words, keep)
            lines = sorted(self._known(own), key=lambda line: _ORDER[line[_HOW]]) if sorts and own else []
            if lines:
                return self._of_sort(words, sorts, lines)
        return "", []

    def _of_sort(self, words: Sequence[str], sorts: frozenset[str], lines: list[Line]) -> Reading:
        """Choose of the states with this name of their own the one that is of this sort."""
        ids = {line[_ID] for line in lines}
        if len(ids) > 1:
            own = {line[_ID]: self._sorts_among(line[_ID], ids) for line in lines}
            fitting = [line for line in lines if sorts in own[line[_ID]]]
            fitting += [line for line in lines if line not in fitting and _part_of(sorts, own[line[_ID]])]
            exact = [line for line in fitting if sorts in own[line[_ID]]]
            said = sum(len(SORTS[word]) for word in words if word in SORTS)
            chosen = (exact or fitting) if said == len(sorts) else []  # a sort said twice: two names
            rest = [*fitting, *(line for line in lines if line not in fitting)]
            return ("alias", chosen) if len(chosen) == 1 else ("", rest)
        line = lines[0]
        if (line[_ID], sorts) == _ANOTHER_CHINA:
            return "", [*self._known("taiwan"), line]
        own_sorts = [held for held, _ in self._names_of(line)]
        if sorts in own_sorts:
            return "alias", [line]
        if line[_HOW] != "adjective" and _part_of(sorts, own_sorts):
            others = self._without_directions(words, line[_ID])
            return ("", [line, *others]) if others else ("alias", [line])
        return "", [line]

    def _without_directions(self, words: Sequence[str], iso3: str) -> list[Line]:
        """Return what the words name without their point of the compass, but for this state."""
        plain = [word for word in words if word not in DIRECTIONS]
        lines = self._composed(plain)[1] if len(plain) < len(words) else []
        return [line for line in lines if line[_ID] != iso3]

    def _names_of(self, line: Line) -> list[tuple[frozenset[str], str]]:
        """Return the designators and the distinctive words of each name of a line's state."""

        def take_apart() -> list[tuple[frozenset[str], str]]:
            names = [row.name for row in self._package.find(Name, line[_ID]) if "en" in row.lang.split(";")]
            names += [row.name for row in self._package.find(State, line[_ID])]
            pairs = [apart(fold(name).split()) for name in names]
            return [(sorts, own) for sorts, own in pairs if sorts]

        return self._package.remembered(("designators", line[_ID]), take_apart)

    def _sorts_among(self, iso3: str, ids: set[str]) -> list[frozenset[str]]:
        """Return the designators of a state's names whose distinctive words name these same states."""
        line = ["", "states", iso3, "", ""]
        return [s for s, own in self._names_of(line) if {held[_ID] for held in self._known(own)} == ids]

    def _double(self, names: Sequence[str]) -> Reading:
        """Read names side by side: they answer if they mean one state (`Iran (Persia)`)."""
        named = [self._of_part(name) for name in names]
        every = [line for lines in named for line in lines]
        common = set.intersection(*({line[_ID] for line in lines} for lines in named))
        if len(common) == 1:
            for lines in named:
                if {line[_ID] for line in lines} == common:
                    return "alias", lines[:1]
        return "", every

    def _of_part(self, part: str) -> list[Line]:
        if part.strip().isupper() and part.isascii():
            codes = self._package.linked(_SECTION, fold(part))
            codes = [line for line in codes if line[_HOW] == "code" and line[_TABLE] in self._tables]
            if codes:
                return codes
        for words in ways(parts(part) or [part]):
            how, lines = self._composed(words)
            if how or self._named(" ".join(words)):
                return [*lines, *self._known(" ".join(words))]
        return []

    def _spelled(self, doubted: list[Line], *, spelled: bool) -> Reading:
        from treatycli import spelling

        typed = next(ways(self._parts))
        words = typed
        if len(typed) > 1:
            words = [w if w in SORTS or self._known(w) else spelling.mended(w, PLAIN) for w in typed]
        if words != typed:
            how, lines = self._composed(words)
            if how and spelled:
                return "spelling", lines
            doubted = [*doubted, *lines]
        sorts, own = apart(words)
        text = own or " ".join(words)
        near: list[tuple[int, Line]] = []
        if len(text) > 3:
            near = _candidates(self._package, self._tables, "own").near(text, spelling.most_edits(text))
            near.sort(key=lambda pair: (pair[0], *self._unlikeness(sorts, text, pair[1])))
            near = _first_of_each(near)
        if spelled and near and not doubted and self._is_certain(sorts, text, near):
            return "spelling", [near[0][1]]
        closed = self._folded.replace(" ", "")
        if (not near or near[0][0] > 1) and len(closed) > 3:
            candidates = _candidates(self._package, self._tables, "closed")
            joined = _first_of_each(candidates.near(closed, spelling.most_edits(closed)))
            moved = [line for edits, line in joined if edits == 0 and line[_HOW] in _ANSWERING]
            if spelled and not doubted and len(moved) == 1 and len(closed) >= _SPACES_MOVED:
                return "spelling", moved
            near += joined
        lines = _suggested(self._package, self._folded, self._tables, near)
        for word in reversed(words):
            lines += self._known(word) if word not in SORTS and len(word) > 3 else []
        return "", _each_once([*doubted, *lines])

    def _is_certain(self, sorts: frozenset[str], text: str, near: list[tuple[int, Line]]) -> bool:
        """Tell whether the nearest line is what was meant, and nothing else can be."""
        from treatycli import spelling

        edits, best = near[0]
        best_sorts, best_own = _compared(best)
        return (
            edits > 0
            and all(other >= edits + 2 for other, line in near[1:] if self._is_rival(line, best, sorts))
            and sorts == best_sorts
            and best[_HOW] in _ANSWERING
            and spelling.is_slip(text, best_own)
            and all(best[_ID] in ids for ids in self._named_by_words(text))
            and all(spelling.edits(text, other) > edits + 1 for other in _TERRITORIES)
            and not self._package.find(Decoy, self._folded)
            and not self._package.find(Decoy, text)
            and self._is_english(best)
        )

    def _is_rival(self, line: Line, best: Line, sorts: frozenset[str]) -> bool:
        """Tell whether a line may be meant as well: of one distinctive word, those of this sort alone."""
        if not sorts or _compared(line)[1] != _compared(best)[1]:
            return True
        return any(held == sorts for held, _ in self._names_of(line))

    def _named_by_words(self, text: str) -> list[set[str]]:
        """Return the states that each word names which is by itself a name: it is no misspelling."""
        named = [self._known(word) for word in text.split()]
        return [{line[_ID] for line in lines} for lines in named if lines and lines[0][_HOW] != "cldr"]

    def _is_english(self, line: Line) -> bool:
        rows = self._package.find(Name, line[_ID])
        return line[_HOW] != "alias" or any(row.name == line[_LABEL] and "en" in row.lang for row in rows)

    def _unlikeness(self, sorts: frozenset[str], text: str, line: Line) -> tuple[int, int, int]:
        """Return how ill a line of equal distance fits: its designators, how it names, its first letters."""
        from treatycli.spelling import shared

        held = [own for own, _ in self._names_of(line)]
        unlike = 0 if not sorts or sorts in held else 1 if _part_of(sorts, held) else 2
        return unlike, _ORDER[line[_HOW]], -shared(text, line[_FOLDED])


def _only(lines: list[Line]) -> Reading:
    one = len({line[_ID] for line in lines}) == 1 and lines[0][_HOW] != "ambiguous"
    return ("alias", lines[:1]) if one else ("", lines)


def _part_of(sorts: frozenset[str], names: Iterable[frozenset[str]]) -> bool:
    """Tell whether designators are an abridgement of those of a name: a republic of some sort."""
    return "republic" in sorts and any(sorts < held for held in names)


def _compared(line: Line) -> tuple[frozenset[str], str]:
    """Return the designators of a line's name, and the text that a misspelling is compared with.

    In other languages that is the whole name: what is left of it may be no more than an adjective.
    """
    sorts, own = apart(line[_FOLDED].split())
    return sorts, own if own and line[_HOW] != "cldr" else line[_FOLDED]


def _candidates(package: Package, tables: Sequence[str], by: str) -> Candidates:
    """Return the lines that a misspelling may mean: by their distinctive words, without spaces, or whole."""
    from treatycli import spelling

    def prepared() -> Candidates:
        lines = list(_meant(package.listed(_SECTION), tables))
        if by == "own":
            return spelling.Candidates((_compared(line)[1], line) for line in lines)
        if by == "closed":
            return spelling.Candidates((line[_FOLDED].replace(" ", ""), line) for line in lines)
        return spelling.Candidates((line[_FOLDED], line) for line in lines)

    return package.remembered(("candidates", by, *tables), prepared)


def _meant(lines: Iterable[Line], tables: Sequence[str]) -> Iterable[Line]:
    """Yield the lines that a misspelling may mean: no codes, no mere namesakes."""
    return (line for line in lines if line[_TABLE] in tables and line[_HOW] not in ("code", "namesake"))


def _first_of_each(near: list[tuple[int, Line]]) -> list[tuple[int, Line]]:
    first: dict[str, tuple[int, Line]] = {}
    for edits, line in near:
        first.setdefault(line[_ID], (edits, line))
    return list(first.values())


def _suggested(
    package: Package, folded: str, tables: Sequence[str], near: list[tuple[int, Line]]
) -> list[Line]:
    """Return what is near and what begins so, the likelier first, each record once."""
    begun = list(_meant(package.starting(_SECTION, folded), tables)) if len(folded) > 2 else []
    begun.sort(key=lambda line: _ORDER[line[_HOW]])
    by_spelling = [line for _, line in near]
    first = begun and (len(folded) < 6 or (near and near[0][0] > 1))
    return _each_once([*begun, *by_spelling] if first else [*by_spelling, *begun])


def _each_once(lines: Iterable[Line]) -> list[Line]:
    """Return the first line of each record, in their order."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line[_ID], line)
    return list(first.values())
