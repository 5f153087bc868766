"""The glossary: define a term, list the terms."""

from __future__ import annotations

from treatycli import names
from treatycli.answers import Answer, Item, Problem, counted
from treatycli.folding import article_number
from treatycli.records import Form, Source, Term
from treatycli.show.blocks import Block, Field, Foot, Gap, Grid, References, Title
from treatycli.topics import Topic, languages, misses, sourced
from treatycli.values import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from treatycli.package import Package
    from treatycli.show.blocks import View


class Translation(Record):
    """The term in another language; `official` where a treaty text or a gazette has it."""

    lang: str
    form: str
    official: bool
    article: str | None
    sources: tuple[str, ...]


class Definition(Item):
    """`treaty define`: a glossary entry."""

    COLUMNS = ("id", "term", "plain")

    id: str
    term: str
    category: str
    plain: str
    legal: str | None
    articles: tuple[str, ...]
    see_also: tuple[str, ...]
    leads_here: tuple[str, ...]
    forms: tuple[str, ...]
    translations: tuple[Translation, ...]
    matched: str
    language: str | None
    query: str
    known_to: str
    data_version: str
    sources: tuple[Source, ...]


def define(
    package: Package,
    words: Sequence[str],
    *,
    exact: bool = False,
    lang: str | None = None,
    full: bool = False,
) -> Answer:
    """Define the term that the words name together, or each of several that they name one by one.

    `["notice", "of", "withdrawal"]` is one term, `["withdrawal", "suspension"]` are two. `exact` turns
    spelling off; `lang` (`fr`, `lt,German`) keeps only the forms of those languages; `full` shows all of
    the entry.
    """
    wanted = languages.asked(package, lang)
    if isinstance(wanted, Answer):
        return wanted
    typed = " ".join(words)
    parts = frozenset(("full",)) if full else frozenset()
    meant = names.resolve(package, typed, "terms", exact=exact)
    if isinstance(meant, names.Found):
        entry = definition(package, meant, typed, wanted)
        notes = (*misses.spelling_note(meant, typed), *_language_note(entry), *_lacking(entry, wanted))
        return Answer((entry,), parts=parts, notes=notes)
    single = [one for word in words if (one := names.found(package, word, "terms"))]
    if 1 < len(words) == len(single):
        pairs = zip(single, words, strict=True)
        entries = tuple(definition(package, one, word, wanted) for one, word in pairs)
        notes = tuple(note for entry in entries for note in _lacking(entry, wanted))
        return Answer(entries, many=True, whole=True, parts=parts, notes=notes)
    return misses.missed("terms", package, meant)


def _language_note(entry: Definition) -> tuple[str, ...]:
    if not entry.language:
        return ()
    return (f"{entry.query!r} is {languages.name(entry.language)}: the English entry is {entry.term}",)


def _lacking(entry: Definition, wanted: Sequence[str] | None) -> tuple[str, ...]:
    """Return the note that an entry has no form in some of the languages asked for, if that is so."""
    there = {translation.lang for translation in entry.translations}
    lacking = [languages.name(code) for code in wanted or () if code not in there]
    return (f"{entry.term} has no form on record in {', '.join(lacking)}",) if lacking else ()


def definition(
    package: Package, meant: names.Found, typed: str, wanted: Sequence[str] | None = None
) -> Definition:
    """Return the entry of the term that a name leads to, with its forms in the languages that are wanted."""
    term = package.get(Term, meant.key.id)
    return _entry(package, term, meant.matched, typed, names.fold(typed), wanted)


def _entry(
    package: Package,
    term: Term,
    matched: str,
    typed: str,
    folded: str = "",
    wanted: Sequence[str] | None = None,
) -> Definition:
    def forms() -> list[Form]:
        return package.remembered(("forms", term.id), lambda: package.find(Form, term.id))

    def language() -> str | None:
        if not folded or any(names.fold(name) == folded for name in (term.term, *entry.forms)):
            return None
        translated = (row for row in forms() if row.kind == "translation")
        return next((row.lang for row in translated if names.fold(row.form) == folded), None)

    later: dict[str, Callable[[], Any]] = {
        "leads_here": lambda: tuple(
            sorted(cells[1] for cells in package.linked("terms_by_see_also", term.id))
        ),
        "forms": lambda: tuple(row.form for row in forms() if row.kind != "translation"),
        "translations": lambda: tuple(
            Translation(code, row.form, bool(row.official), row.article, row.sources)
            for row in forms()
            if row.kind == "translation"
            for code in row.lang.split(";")
            if wanted is None or code in wanted
        ),
        "language": language,
        **sourced.later(package, term.sources),
    }
    entry = Definition.putting_off(
        later,
        id=term.id,
        term=term.term,
        category=term.category,
        plain=term.plain,
        legal=term.legal,
        articles=term.articles,
        see_also=term.see_also,
        matched=matched,
        query=typed,
        known_to=package.as_of,
        data_version=package.version,
    )
    return entry


def terms(
    package: Package, *, category: str | None = None, article: str | None = None, lang: str | None = None
) -> Answer:
    """List the glossary by headword, or the terms of a category, an article (`5`), languages (`fr`)."""
    wanted = languages.asked(package, lang)
    if isinstance(wanted, Answer):
        return wanted.replace(many=True)
    rows = sorted(package.all(Term), key=lambda term: names.fold(term.term))
    if category:
        rows = [term for term in rows if term.category == category]
    if article:
        ids = [cells[1] for cells in package.linked("terms_by_article", article_number(article))]
        rows = [term for term in rows if term.id in ids]
    if wanted:
        translated = package.all(Form, kind="translation")
        ids = [row.term_id for row in translated if not frozenset(row.lang.split(";")).isdisjoint(wanted)]
        rows = [term for term in rows if term.id in ids]
    entries = [_entry(package, term, "id", term.id, "", wanted) for term in rows]
    if not entries:
        problem = Problem("not-found", "no term is in all of these", "See `treaty terms`")
        return Answer(many=True, problems=(problem,))
    return Answer(tuple(entries), many=True)


def _define_page(answer: Answer, view: View) -> list[Block]:
    """Each entry: plain first, then what the law says, what leads on, the languages, the sources."""
    full = "full" in answer.parts
    entries = [item for item in answer.items if isinstance(item, Definition)]
    return [block for entry in entries for block in _page(entry, view, full=full)]


def _page(entry: Definition, view: View, *, full: bool) -> list[Block]:
    where = ", ".join(article_name(a) for a in entry.articles)
    tag = entry.category.replace("_", " ") + (f", {where}" if where else "")
    page: list[Block] = [Title("Term", entry.term, tag), Field("", entry.plain, name="Plain", prose=True)]
    if entry.legal:
        page.append(Field("In law", entry.legal, prose=True))
    page.append(Gap())
    width = 10**6 if full or not view.drawn else min(view.width, 88) - 12
    others = [key for key in entry.leads_here if key not in entry.see_also]
    pairs = (
        ("Articles", "", ", ".join(entry.articles)),
        ("See also", fitting(entry.see_also, width), ""),
        ("Leads here", fitting(others, width), ""),
        ("Also", fitting(entry.forms, width), ""),
        ("Languages", fitting(_languages(entry.translations), width), ""),
    )
    page += [Field(label, text, bare=bare) for label, text, bare in pairs if text or bare]
    page.append(References(entry.sources if full else entry.sources[:3], whole=full))
    if not full:
        more = f"More: treaty define {entry.id} --full. To quote: treaty cite {entry.id}."
        page.append(Foot(more, (("Data", entry.data_version),)))
    return page


def fitting(words: Sequence[str], width: int) -> str:
    """Return as many of the words, joined by commas, as fit in so many columns; dots where more follow."""
    said = ", ".join(words)
    if len(said) <= width:
        return said
    shown = [word for count, word in enumerate(words, 1) if len(", ".join(words[:count])) + 5 <= width]
    return ", ".join([*shown, "..."])


def _languages(translations: Sequence[Translation]) -> list[str]:
    """Return one form a language, those of a treaty text preferred: `fr stockage`."""
    best: dict[str, Translation] = {}
    for one in sorted(translations, key=lambda t: (not t.official, t.lang)):
        best.setdefault(one.lang, one)
    return [f"{lang} {best[lang].form}" for lang in sorted(best)]


def article_name(reference: str) -> str:
    """Return an article reference in words: `5(3)` is `Article 5(3)`, `1-22` is `Articles 1-22`."""
    if not reference[0].isdigit():
        return reference
    return ("Articles " if "-" in reference else "Article ") + reference


def _terms_page(answer: Answer, view: View) -> list[Block]:
    """The glossary, one term a line with the first words of its definition."""
    rows = [item for item in answer.items if isinstance(item, Definition)]
    longest = max((len(term.term) for term in rows), default=0)
    width = max(24, view.width - min(longest, 34) - 2)
    cells = tuple((term.term, first_words(term.plain, width)) for term in rows)
    return [Grid(("Term", "Definition"), cells, foot=counted(len(rows), "term"))]


def first_words(text: str, width: int) -> str:
    """Return as many words of a text as fit in the columns, and dots where more follow."""
    if len(text) <= width:
        return text
    return text[: width - 3].rsplit(" ", 1)[0] + " ..."


DEFINE = Topic(Definition, define, _define_page)
TERMS = Topic(Definition, terms, _terms_page)
