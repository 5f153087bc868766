"""`treaty gloss`: what an editor would list, and next to nothing in a text about something else."""

from __future__ import annotations

import json
import runpy
from html.parser import HTMLParser
from typing import ClassVar

import pytest
from conftest import ROOT

from treatycli import gloss
from treatycli.markup import mask_tags

TEXTS = ROOT / "tests" / "gloss"


@pytest.fixture(scope="module")
def tree(package):
    return gloss.tree_of(package)


def mentioned(tree, text):
    return {f"{kind} {key}" for kind, key in gloss.tally(tree, [text]).counts}


def test_precision_and_recall_on_the_texts_written_for_it():
    scores = runpy.run_path(str(ROOT / "tools" / "score_gloss.py"))["scores"]()
    right = sum(len(found & expected) for found, expected in scores.values())
    assert right / sum(len(found) for found, _ in scores.values()) >= 0.95
    assert right / sum(len(expected) for _, expected in scores.values()) >= 0.95


@pytest.mark.parametrize("name", [p.name for p in sorted(TEXTS.glob("off-*.txt"))])
def test_a_text_about_something_else_yields_nothing(tree, name):
    assert mentioned(tree, (TEXTS / name).read_text("utf-8")) == set()


def test_the_longest_match_wins(tree):
    found = mentioned(tree, "Anti-personnel mines were found.")
    assert found == {"term anti-personnel-mine"}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Landmines were used.", {"term mine": 1, "term use": 1}),
        ("He used a spoon. " + "It was a long day in the hot sun. " * 3 + "Landmines.", {"term mine": 1}),
        ("Landmines kill. MAG clears them.", {"term mine": 1, "term mag": 1}),
        ("Landmines in a mag.", {"term mine": 1}),
        ("Lithuania's landmines", {"state LTU": 1, "term mine": 1}),
        ("Niger and Nigeria have landmines", {"state NER": 1, "state NGA": 1, "term mine": 1}),
        ("a turkey stepped on a landmine", {"term mine": 1}),
        ("Art. 5(1) of the Ottawa Convention", {"article 5": 1, "term ottawa-convention": 1}),
        ("Article 51 of the UN Charter; landmines", {"term mine": 1}),
        ("Article 5 of the North Atlantic Treaty; landmines", None),
    ],
)
def test_common_words_and_names_count_where_they_are_plausible(tree, text, counts):
    found = {f"{kind} {key}": n for (kind, key), n in gloss.tally(tree, [text]).counts.items()}
    if counts is None:
        assert "article 5" not in found
    else:
        assert {key: found.get(key) for key in counts} == counts
        assert not {key for key in found if key.startswith("state")} - set(counts)


def test_every_place_is_told_by_offsets_and_line(treaty, tmp_path):
    text = "First line.\n\nThe Ottawa Convention bans landmines.\nLithuania’s landmines are gone.\n"
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    found = {i["id"]: i for i in json.loads(treaty("gloss", str(path), "--json").stdout)}
    assert found["mine"]["count"] == 2
    shown = [(text[o["start"] : o["end"]], o["line"]) for i in found.values() for o in i["occurrences"]]
    expected = {("Lithuania", 4), ("Ottawa Convention", 3), ("landmines", 3), ("landmines", 4)}
    assert set(shown) == expected
    assert found["LTU"]["first_line"] == 4


def test_a_text_read_in_parts_is_read_the_same(tree):
    text = (TEXTS / "baltic-exit.txt").read_text("utf-8")
    whole = gloss.tally(tree, [text], places=True)
    parts = gloss.tally(tree, [part + "\n\n" for part in text.split("\n\n")], places=True)
    assert whole.counts == parts.counts
    assert whole.places == parts.places


def test_html_is_read_without_its_tags_and_places_stay(treaty, tmp_path):
    page = (
        "<!doctype html><html><head><title>landmines</title></head><body><p>The\n<b>Ottawa</b> Convention</p>"
    )
    page += "<script>var landmine = 1</script><p>C&ocirc;te d&#39;Ivoire has no landmines.</p></body></html>"
    masked = mask_tags(page)
    assert len(masked) == len(page)
    assert "var" not in masked
    path = tmp_path / "page.html"
    path.write_text(page, "utf-8")
    found = {i["id"]: i for i in json.loads(treaty("gloss", str(path), "--json").stdout)}
    assert found["mine"]["count"] == 1
    (place,) = found["mine"]["occurrences"]
    assert page[place["start"] : place["end"]] == "landmines"
    assert "ottawa-convention" in found


def test_annotated_text_keeps_the_text_and_numbers_the_notes(treaty):
    text = (TEXTS / "six-states.md").read_text("utf-8")
    done = treaty("gloss", "--annotate", stdin=text).stdout
    body, _, notes = done.partition("\nNotes\n")
    assert "".join(c for c in body if c.isalpha()) == "".join(c for c in text if c.isalpha())
    numbers = [line.split("]")[0][1:] for line in notes.splitlines() if line.startswith("[")]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert all(f"[{n}]" in body or f",{n}]" in body or f"[{n}," in body for n in numbers)


def test_annotated_markdown_has_footnotes_and_html_stands_alone(treaty):
    text = (TEXTS / "baltic-exit.txt").read_text("utf-8")
    marked = treaty("gloss", "--annotate", "--format", "md", stdin=text).stdout
    assert "**Ottawa Convention**[^" in marked
    assert "[^1]: **" in marked
    page = treaty("gloss", "--annotate", "--html", stdin=text + "\n<script>alert(1)</script>").stdout

    class Links(HTMLParser):
        outside: ClassVar[list[str]] = []

        def handle_starttag(self, tag, attrs):
            assert tag != "script"
            self.outside += [v for k, v in attrs if k in ("src", "href") and not v.startswith("#")]

    reader = Links()
    reader.feed(page)
    assert reader.outside == []
    assert page.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("content", "status", "word"),
    [
        (b"\x00\x01\xff\xfe" * 50, 2, "not text"),
        (b"caf\xe9 landmine", 2, "--encoding latin-1"),
        (b"", 0, "nothing"),
    ],
)
def test_bytes_that_are_no_text_and_an_empty_file_are_said(treaty, tmp_path, content, status, word):
    path = tmp_path / "file"
    path.write_bytes(content)
    done = treaty("gloss", str(path))
    assert (done.returncode, done.stdout) == (status, "")
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_another_encoding_is_read_when_it_is_named(treaty, tmp_path):
    path = tmp_path / "file"
    path.write_bytes("Côte d’Ivoire has landmines".encode("cp1252"))
    assert "Côte d" in treaty("gloss", str(path), "--encoding", "cp1252", "--format", "text").stdout
    assert treaty("gloss", str(path), "--encoding", "klingon").returncode == 2


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_missing_file_and_a_directory_are_exit_2(treaty, tmp_path, name):
    done = treaty("gloss", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_memory_stays_flat_for_a_large_text(tree):
    import tracemalloc

    part = (TEXTS / "clearance.txt").read_text("utf-8") + "\n\n"

    def peak(times):
        tracemalloc.start()
        gloss.tally(tree, (part for _ in range(times)))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(400) < peak(40) * 1.5 + 100_000
