"""The glossary: entries answer by every form, and definitions keep the house style."""

from __future__ import annotations

import json
import re
import runpy
import statistics

import pytest
from conftest import ROOT, run

from treatycli import names
from treatycli.records import Article, Form, Source, Term, Treaty
from treatycli.topics import languages

HRRC = (
    "anti-personnel mines", "assertion", "contaminated", "High Commissioner", "human rights chief",
    "humanitarian law", "impact", "justification", "notice of withdrawal", "Ottawa Convention",
    "stockpiling", "triggered", "UNMAS", "withdrawing",
)  # fmt: skip
"""The headwords of the article whose readers this tool is for."""
SPELLED_OUT = {"UN", "AP", "EU", "USA", "NATO"}


@pytest.fixture(scope="module")
def terms(package):
    return package.all(Term)


@pytest.fixture(scope="module")
def forms(package):
    return package.all(Form)


@pytest.mark.parametrize("word", HRRC)
def test_the_articles_own_glossary_answers(treaty, word):
    done = treaty("define", *word.split(), "--json")
    assert done.returncode == 0
    entry = json.loads(done.stdout)
    assert entry["matched"] in ("id", "name", "form")
    assert entry["plain"]
    assert entry["sources"]


def test_every_headword_and_every_form_answers_with_its_term(package, terms, forms):
    asked = [(t.term, t.id) for t in terms] + [(t.id, t.id) for t in terms]
    for text, key in asked + [(form.form, form.term_id) for form in forms]:
        found = names.resolve(package, text, "terms")
        assert isinstance(found, names.Found), text
        assert found.key.id == key, text
        assert found.matched != "spelling", text


def test_no_form_belongs_to_two_terms(terms, forms):
    owners: dict[str, str] = {}
    for text, key in [(t.term, t.id) for t in terms] + [(f.form, f.term_id) for f in forms]:
        assert owners.setdefault(names.fold(text), key) == key, text


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("withdrew", "withdrawing"),
        ("withdrawals", "withdrawal"),
        ("stockpiled", "stockpiling"),
        ("ratified", "ratification"),
        ("ratify", "ratification"),
        ("contamination", "contaminated"),
        ("trigger", "triggered"),
        ("landmines", "mine"),
        ("antipersonnel mines", "anti-personnel-mine"),
    ],
)
def test_pairs_that_stemmers_miss_are_forms(package, word, term):
    found = names.resolve(package, word, "terms")
    assert isinstance(found, names.Found)
    assert found.key.id == term


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9'-]+", text)


def test_definitions_keep_their_length(terms):
    assert [t.id for t in terms if not t.plain or len(words(t.plain)) > 45] == []
    assert [t.id for t in terms if t.legal and len(words(t.legal)) > 110] == []


def test_no_word_is_explained_by_itself(terms):
    guilty = []
    for term in terms:
        head = re.sub(r"\s*\(.*?\)", "", term.term).lower()
        opening = re.split(r"(?<=[.])\s", term.plain)[0].lower()
        if re.match(rf"(the |an? )?{re.escape(head)}\b.*\b(is|are|means?)\b", opening) or (
            len(head.split()) == 1 and re.search(rf"\b{re.escape(head)}\b", opening)
        ):
            guilty.append(term.id)
    assert guilty == []


def test_every_term_is_sourced_and_its_links_lead_somewhere(package, terms):
    ids = {term.id for term in terms}
    for term in terms:
        assert term.sources
        assert all(package.one(Source, key) for key in term.sources)
        assert set(term.see_also) <= ids - {term.id}


def test_abbreviations_in_definitions_are_entries(terms, forms):
    known = {f.form.lower() for f in forms} | {t.term.lower() for t in terms} | {t.id for t in terms}
    for term in terms:
        for text in (term.plain, term.legal or ""):
            for found in re.findall(r"\b[A-Z]{2,}[A-Za-z0-9]*\b", text):
                known_numeral = re.fullmatch(r"[IVX]+", found)
                assert found.lower() in known or found in SPELLED_OUT or known_numeral, (term.id, found)


def test_plain_definitions_are_readable_at_fourteen(terms):
    textstat = pytest.importorskip("textstat")
    grades = {term.id: textstat.flesch_kincaid_grade(term.plain) for term in terms}
    assert {key: grade for key, grade in grades.items() if grade > 13} == {}
    assert statistics.median(grades.values()) <= 9


def test_definitions_use_plain_punctuation(terms):
    for term in terms:
        for text in filter(None, (term.plain, term.legal)):
            assert text.endswith("."), term.id
            assert not re.search("[‘’“”–—]|  ", text), term.id
        assert ";" not in term.plain, term.id


def test_no_eight_words_in_a_row_stand_in_the_treaty_or_the_article(terms, package):
    shingles = set((ROOT / "tests" / "shingles.txt").read_text("ascii").split())
    hashes = runpy.run_path(str(ROOT / "tools" / "make_shingles.py"))["hashes"]
    title = package.get(Treaty, "APMBC").name
    texts = [(t.id, text.replace(title, "")) for t in terms for text in (t.plain, t.legal) if text]
    texts += [(a.number, a.gist) for a in package.all(Article)]
    assert len(shingles) > 5000
    assert [key for key, text in texts if hashes(text) & shingles] == []


def test_terms_are_listed_one_a_line_and_by_article(treaty):
    everything = treaty("terms").stdout.splitlines()
    assert len(everything) >= 340
    ids = treaty("terms", "--article", "5", "--field", "id").stdout.split()
    assert "mined-area" in ids
    assert "stockpile-destruction" not in ids
    assert treaty("terms", "--category", "wepon").returncode == 2


def test_define_shows_plain_then_legal_then_where_it_stands(treaty):
    labels = [line.split(":")[0] for line in treaty("define", "stockpiling").stdout.splitlines()]
    assert labels[:4] == ["Term", "Plain", "In law", "Articles"]
    assert labels[-1] == "Data"


def test_a_word_without_legal_meaning_shows_none(treaty):
    assert "Legal:" not in treaty("define", "assertion").stdout
    assert json.loads(treaty("define", "assertion", "--json").stdout)["legal"] is None


@pytest.mark.parametrize(
    ("asked", "langs"),
    [("FR", {"fr"}), ("lt, fr", {"lt", "fr"}), ("German", {"de"}), ("german,LT", {"de", "lt"})],
)
def test_languages_are_asked_for_by_code_or_name_in_any_case_and_several_at_once(asked, langs):
    entry = run("define", "stockpiling", "--lang", asked, "--json").json
    assert {one["lang"] for one in entry["translations"]} == langs
    listed = run("terms", "--lang", asked, "--json").json
    assert {one["lang"] for entry in listed for one in entry["translations"]} == langs
    assert all(entry["translations"] for entry in listed)


@pytest.mark.parametrize("command", [["define", "stockpiling"], ["terms"]], ids=" ".join)
@pytest.mark.parametrize("asked", ["xx", "fr,xx", "Klingon", "ge", ""])
def test_what_is_no_language_of_the_glossary_is_refused_with_those_there_are(command, asked):
    ran = run(*command, "--lang", asked)
    assert (ran.status, ran.out) == (2, b"")
    assert "\n  fr French\n" in ran.err


def test_every_language_of_the_glossary_has_a_name(package):
    assert [code for code in languages.codes(package) if code not in languages.NAMES] == []


def test_a_term_without_a_form_in_the_language_asked_for_says_so():
    ran = run("define", "unmas", "--lang", "da,fr")
    assert ran.status == 0
    assert "has no form on record in Danish." in ran.err
    assert "Languages: fr " in ran.text
    several = run("define", "unmas", "stockpiling", "--lang", "da")
    assert several.err.count("has no form on record in Danish") == 2
