"""`treaty cite`: references that real citation programs read."""

from __future__ import annotations

import json
import warnings

import pytest
from conftest import run

from treatycli.records import Source

NAMES = (
    "stockpiling",
    "lithuania",
    "article 5",
    "untc-2026-02-03",
    "160-states-in-1999",
    "eth-stockpile-destroyed-2009",
    "lithuania-notifies-withdrawal-2025",
)


@pytest.mark.parametrize("name", NAMES)
def test_the_sources_are_cited_and_our_entry_with_its_versions_where_it_is_asked_for(name):
    done = run("cite", *name.split(), "--json").json
    first, *others = done["references"]
    assert first["id"]
    assert all(r["version"] is None for r in done["references"]), "the tool is cited only if it is asked for"
    if not name.startswith("untc"):
        own, *rest = run("cite", *name.split(), "--tool", "--json").json["references"]
        assert "data 20" in (own["version"] or rest[-1]["version"])
        assert len(rest) == len(others) + 1
    assert all(r["title"] and r["author"] for r in done["references"])


@pytest.mark.parametrize("name", NAMES)
def test_csl_json_is_processed_by_a_citation_processor(name):
    citeproc = pytest.importorskip("citeproc")
    from citeproc.source.json import CiteProcJSON

    entries = json.loads(run("cite", *name.split(), "--style", "csl-json").text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(
            style, CiteProcJSON(entries), citeproc.formatter.plain
        )
        for entry in entries:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(entry["id"])]))
        written = [str(item) for item in bibliography.bibliography()]
    assert len(written) == len(entries)
    assert all(entry["title"][:20] in " ".join(written) for entry in entries)


@pytest.mark.parametrize("name", NAMES)
def test_bibtex_is_parsed(name):
    bibtexparser = pytest.importorskip("bibtexparser")
    text = run("cite", *name.split(), "--style", "bibtex").text
    parsed = bibtexparser.loads(text) if hasattr(bibtexparser, "loads") else bibtexparser.parse_string(text)
    keys = [entry["ID"] if isinstance(entry, dict) else entry.key for entry in parsed.entries]
    expected = [r["id"] for r in run("cite", *name.split(), "--json").json["references"]]
    assert keys == expected


@pytest.mark.parametrize("name", NAMES)
def test_ris_is_parsed(name):
    rispy = pytest.importorskip("rispy")
    parsed = rispy.loads(run("cite", *name.split(), "--style", "ris").text)
    expected = run("cite", *name.split(), "--json").json["references"]
    assert [entry["id"] for entry in parsed] == [r["id"] for r in expected]
    assert [entry["title"] for entry in parsed] == [r["title"] for r in expected]


def test_latex_characters_are_escaped():
    from treatycli.show.references import render
    from treatycli.topics.cite import Reference

    reference = Reference("a", "R&D: 100% of {x}_y", "A & B", None, None, "2025-06", None)
    assert r"R\&D: 100\% of \{x\}\_y" in render([reference], "bibtex")


def test_an_unknown_entry_and_an_unknown_style_are_said():
    assert run("cite", "nothing-here").status == 1
    ran = run("cite", "stockpiling", "--style", "chicago")
    assert ran.status == 2
    assert "csl-json" in ran.err


def test_a_copy_is_cited_as_a_copy():
    text = run("cite", "hrw-2025-07-01").text
    assert "Seen at https://" in text
    (csl,) = run("cite", "hrw-2025-07-01", "--style", "csl-json").json
    assert csl["note"] == "seen in a copy at this address"
    assert csl["URL"].startswith("https://")
    assert "seen in a copy" in run("cite", "hrw-2025-07-01", "--style", "bibtex").text
    assert "Seen at" not in run("cite", "untc-2026-02-03").text


def test_no_source_of_a_publisher_stands_under_the_address_of_another(package):
    own = {"Human Rights Watch": "hrw.org", "Reuters": "reuters.com", "UN News": "news.un.org"}
    for source in package.all(Source):
        if source.publisher in own and source.url:
            assert own[source.publisher] in source.url, source.id
