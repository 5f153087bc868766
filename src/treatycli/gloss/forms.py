"""The tables -> the lines of the index by which `gloss` finds everything that a text can mention.

A state that begins a line of kind `subject` means in a cue all that the line lists: its official name,
its capital. A line of kind `class` gives a name to words that many cues have: `#treaty
convention|treaty|pact`; its parts behind the name are joined (`#left walked|pulled out` is walked out or
pulled out), and lines of one name add up. A number in a cue is also its numeral (`68`, sixty-eight), a day
each way to write it (`27_june`, June 27): `ways.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import product
from zlib import crc32

from treatycli.gloss.patterns import CLASS, Parts
from treatycli.gloss.phrases import CLASSES, KNOWN, NONE, PATTERN
from treatycli.gloss.tokens import folded_word, form_words, in_capitals
from treatycli.gloss.ways import ways_of
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatycli.package.rows import Tables

_LISTS = ("war", "person", "beside", "doubtful")
_MINE_CATEGORIES = ("weapon", "obligation")
"""The entries beside which a word of context `mine` counts, with the Convention."""
_ORDINALS = frozenset(("First", "Second", "Third", "Fourth", "Fifth"))
_SMALL = frozenset(("of", "the", "and", "on", "for", "to", "in", "with", "&"))
_MODEL = re.compile(r"[A-Z]{1,5}(?:-?\d{1,3}[A-Z]?\d?)?")
"""The name of a model, which has a plural: `PFM-1s`, `POM-3s`, `M14s`."""
_INITIALS = re.compile(r"(?:AP|AT|AV) ")
"""What is a word but for its capitals: `AT mine`, not `look at mine`."""
_NON = re.compile(r"\bnon-(?=[a-z])")
"""What is also written without its hyphen: `nonstate groups`."""


def gloss_lines(tables: Tables) -> Iterator[tuple[str, list[str]]]:
    """Yield all that a text can mention: literal forms, patterns, what tells of these, lists of words."""
    known: set[str] = set()
    told: dict[str, dict[str, set[str]]] = {}
    forms: dict[str, dict[str, list[list[str]]]] = {}
    classes, common = _classes(tables), _common(tables)

    def class_of(name: str) -> str:
        return "|".join(classes.get(name, [name]))

    parts = Parts(class_of)
    for first, rest, kind, key, context, spelling, more in _compiled(tables, classes):
        known.add(first)
        known.update(word for part in rest for word in part.rstrip("?").replace("_", "|").split("|"))
        line = [first, " ".join(rest), kind, key, context, spelling, more]
        if spelling == PATTERN:
            name = f"{key}-{crc32(' '.join(line).encode()):08x}"  # the same whatever stands before it
            line[0] = PATTERN + name
            rarest, also = _telling(parts.wanted(line[1], more), common)
            for word in rarest or {first}:
                by_first = told.setdefault(word, {})
                by_first.setdefault(first, set()).add(f" {name} {'|'.join(sorted(also)) or NONE}")
            yield line[0], line
        else:
            _add(forms.setdefault(first, {}).setdefault(line[1], []), line[2:])
    for word in {**forms, **told}:
        by_rest = forms.get(word, {}).items()
        cells = [cell for rest, targets in by_rest for target in targets for cell in (rest, *target)]
        tells = sorted(first + "".join(sorted(names)) for first, names in told.get(word, {}).items())
        yield word, [word, ";".join(tells), *cells]
    for name in _LISTS:
        listed = [
            line.by_field["phrase"] for line in tables["phrases"].values() if line.by_field["kind"] == name
        ]
        yield "=" + name, ["=" + name, " ".join(sorted({folded_word(word) for word in listed}))]
    near = [t.by_field["id"] for t in tables["terms"].values() if t.by_field["category"] in _MINE_CATEGORIES]
    yield "=mine", ["=mine", " ".join(sorted([*near, "ottawa-convention"]))]
    for name, choices in classes.items():
        known.update(word for choice in choices for word in choice.split("_"))
        yield CLASSES, [CLASSES, name, "|".join(choices)]
    yield KNOWN, [KNOWN, " ".join(sorted(known))]


_WIDTH = {"": 0, "weak": 1, "topic": 2, "near": 3, "mine": 3}


def _add(targets: list[list[str]], new: list[str]) -> None:
    """Add what a form leads to, one a kind and id: of two the one that counts in more places stays."""
    for i, held in enumerate(targets):
        if held[:2] == new[:2]:
            width, other = (_WIDTH.get(t[2], 4) + bool(t[3]) / 2 for t in (held, new))
            if other < width:
                targets[i] = new
            return
    targets.append(new)


def _classes(tables: Tables) -> dict[str, list[str]]:
    """Return the choices of each class of words by its name; lines of one name add up."""
    classes: dict[str, list[str]] = {}
    for line in tables["phrases"].values():
        if line.by_field["kind"] == "class":
            name, _, rest = line.by_field["phrase"].partition(" ")
            classes.setdefault(name, []).extend(map(_choice, _expanded(rest)))
    return {name: list(dict.fromkeys(choices)) for name, choices in classes.items()}


Compiled = tuple[str, list[str], str, str, str, str, str]


def _compiled(tables: Tables, classes: Mapping[str, list[str]]) -> Iterator[Compiled]:
    for line in tables["terms"].values():
        cell = line.by_field
        if cell["context"] == "never":
            continue
        head, _, _ = cell["term"].partition(" (")
        plural = "s" if cell["category"] == "weapon" and _MODEL.fullmatch(head) else ""
        for form in dict.fromkeys(
            (cell["term"], head, head + plural, _NON.sub("non", head).replace("Non-", "Non"))
        ):
            spelling = _spelling(form, "term", cell["context"])
            yield from _literal(
                form, "term", cell["id"], cell["context"], spelling, _inner(form, cell["category"])
            )
    for line in tables["forms"].values():
        cell = line.by_field
        if cell["context"] != "never":
            category = tables["terms"][cell["term_id"],].by_field["category"]
            spelling = _spelling(cell["form"], cell["kind"], cell["context"])
            more = _inner(cell["form"], category)
            plural = "s" if category == "weapon" and _MODEL.fullmatch(cell["form"]) else ""
            joined = _NON.sub("non", cell["form"])
            for form in dict.fromkeys((cell["form"], cell["form"] + plural, joined)):
                yield from _literal(form, "term", cell["term_id"], cell["context"], spelling, more)
    yield from _states(tables)
    yield from _doubled(tables)
    subjects = {
        line.by_field["phrase"].partition("|")[0]: line.by_field["phrase"]
        for line in tables["phrases"].values()
        if line.by_field["kind"] == "subject"
    }
    for line in tables["claims"].values():
        for cue in line.list_of("cues"):
            yield from _pattern(cue, "claim", line.by_field["id"], "topic", classes, subjects)
    for line in tables["phrases"].values():
        cell = line.by_field
        if cell["kind"] == "decoy":
            for form in _expanded(cell["phrase"]):
                yield from _literal(form, "decoy", "", "", "")
        elif cell["kind"] == "wording":
            yield from _pattern(cell["phrase"], "term", cell["term_id"], cell["context"], classes)
    yield from _titles(tables)


def _literal(
    form: str, kind: str, key: str, context: str, spelling: str, more: str = ""
) -> Iterator[Compiled]:
    words = form_words(form)
    if words:
        yield words[0], list(words[1:]), kind, key, context, spelling, more


def _pattern(
    cue: str,
    kind: str,
    key: str,
    context: str,
    classes: Mapping[str, list[str]],
    subjects: Mapping[str, str] | None = None,
) -> Iterator[Compiled]:
    parts: list[str] = []
    conditions: list[str] = []
    for raw in cue.split(" "):
        sign = raw[:1] if raw[:1] in "+!" and len(raw) > 1 else ""
        optional = "?" if raw[-1:] == "?" else ""
        typed = raw.removeprefix(sign).removesuffix("?").split("|")
        if subjects and sign != "!":
            typed = [name for choice in typed for name in subjects.get(choice.lower(), choice).split("|")]
        written = typed if sign else [way for choice in typed for way in ways_of(choice)]
        choices = list(dict.fromkeys(map(_choice, written)))
        part = "~" if raw == "~" else "|".join(choice for choice in choices if choice) + optional
        if part.rstrip("?"):
            (conditions if sign else parts).append(sign + part)
    named = {_choice(name) for line in (subjects or {}).values() for name in line.split("|")}
    for first in (way for choice in parts[0].split("|") for way in classes.get(choice, [choice])):
        start, *more = first.split("_")
        subject = [f"@{1 + len(more)}"] if first in named else []
        yield start, [*more, *parts[1:]], kind, key, context, PATTERN, " ".join([*conditions, *subject])


def _telling(sought: list[frozenset[str]], common: Mapping[str, int]) -> list[frozenset[str]]:
    """Return the words of which a sentence must have one beside the first to hold a pattern, the rarest.

    Then those of which it must have another; nothing where a pattern wants no more.
    """
    by_rarity = sorted(sought, key=lambda words: sum(common.get(word, 0) for word in words))
    return [*by_rarity, frozenset(), frozenset()][:2]


def _common(tables: Tables) -> Mapping[str, int]:
    """Return how often each word stands in our own sentences and cues: as often as in a text on the topic."""
    return Counter(
        word
        for table, cell in (("terms", "plain"), ("facts", "statement"), ("claims", "cues"))
        for line in tables[table].values()
        for word in form_words(line.by_field[cell])
    )


def _choice(text: str) -> str:
    return text if text[:1] == CLASS else "_".join(form_words(text.replace("_", " ")))


def _expanded(phrase: str) -> Iterator[str]:
    for words in product(*(part.split("|") for part in phrase.split(" "))):
        yield " ".join(words).replace("_", " ")


def _spelling(form: str, kind: str, context: str) -> str:
    """Return how a form must be spelt: see `Target`."""
    if form.startswith("the "):
        return "the"
    if len(form) < 9 and in_capitals(form):
        short = kind == "abbreviation" and context == "topic" and sum(map(str.isalnum, form)) < 5
        return "short" if short else "exact"
    one_word = kind != "term" and form[:1].isupper() and " " not in form
    if one_word or form.partition(" ")[0] in _ORDINALS:
        return "capital"
    return "initials" if _INITIALS.match(form) else ""


def _inner(form: str, category: str) -> str:
    """Return `proper` for a proper name, `open` for a form in which the names count too, else nothing."""
    if _is_proper(form):
        return "proper" if " " in form else ""
    return "" if category == "organisation" else "open"


def _is_proper(form: str) -> bool:
    """Tell whether a form is a proper name as a whole: `Danish Demining Group`, not `Finland withdrawal`."""
    words = [word for word in form.replace("-", " ").split() if word not in _SMALL]
    return all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def _states(tables: Tables) -> Iterator[Compiled]:
    for line in tables["states"].values():
        for text in dict.fromkeys((line.by_field["name"], line.by_field["short_name"])):
            yield from _literal(text, "state", line.by_field["iso3"], "topic", "capital")
            yield from _turned(text, line.by_field["iso3"])
    dotted = {
        n.by_field["name"].replace(".", "") for n in tables["names"].values() if "." in n.by_field["name"]
    }
    for line in tables["names"].values():
        name, kind = line.by_field["name"], line.by_field["kind"]
        if line.by_field["lang"] not in ("", "en") or kind in ("ambiguous", "cldr"):
            continue
        spelling = "capital" if name[0].isupper() or name.startswith("the ") else ""
        if kind == "abbreviation" and " " not in name and in_capitals(name):
            spelling = "exact" if name.replace(".", "") in dotted or len(name) > 4 else "short"
        yield from _literal(name, "state", line.by_field["iso3"], "topic", spelling)
        if kind in ("official", "alternative"):
            yield from _turned(name, line.by_field["iso3"])


def _doubled(tables: Tables) -> Iterator[Compiled]:
    """Yield what names two states by the name that they share: `both Koreas`, `the two Congos`."""
    shared: dict[str, list[str]] = {}
    for line in tables["names"].values():
        cell = line.by_field
        if cell["kind"] == "ambiguous" and cell["lang"] in ("", "en"):
            shared.setdefault(cell["name"], []).append(cell["iso3"])
    for name, states in shared.items():
        for iso3 in states if len(states) == 2 else ():
            for number in ("both", "two"):
                yield from _literal(f"{number} {name.removesuffix('s')}s", "state", iso3, "topic", "")


def _turned(name: str, iso3: str) -> Iterator[Compiled]:
    """Yield the forms of lists: `Democratic Republic of the Congo` is `Congo, Dem. Rep.` there."""
    front, of, place = name.partition(" of ")
    if not of or front.split(" ")[-1] != "Republic":
        return
    place = place.removeprefix("the ")
    short = front.replace("Democratic", "Dem").replace("Republic", "Rep").replace("Islamic", "I")
    half = front.replace("Republic", "Rep")
    for form in dict.fromkeys((short, half)):
        yield from _literal(f"{form} {place}", "state", iso3, "topic", "capital")
        yield from _literal(f"{form} of {place}", "state", iso3, "topic", "capital")
    for form in dict.fromkeys((front, short, half)):
        yield from _literal(f"{place} {form}", "state", iso3, "topic", "capital")
        yield from _literal(f"{place} {form} of", "state", iso3, "topic", "capital")


def _titles(tables: Tables) -> Iterator[Compiled]:
    """Yield the full titles of the treaties that are entries of the glossary."""
    for line in tables["treaties"].values():
        if line.by_field["id"] == MINE_BAN:
            title, cut = line.by_field["name"], " of Anti-Personnel Mines"
            for form in (title, title.partition(" and on ")[0], title.partition(cut)[0]):
                yield from _literal(form, "term", "ottawa-convention", "", "", "open")
