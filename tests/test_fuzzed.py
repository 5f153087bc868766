"""What fuzzing found, kept as tests; and arguments and environments of arbitrary bytes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from commands import CALLS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from treatycli import gloss, html, tables

WORD = st.binary(max_size=24).filter(lambda word: b"\0" not in word)
PACKAGE = tables.open_package()


def places(page, size=7):
    """Return the first place of each thing that a page mentions; the page is read in small parts."""
    parts = [page[i : i + size] for i in range(0, len(page), size)]
    return list(gloss.tally(PACKAGE, html.Page(parts)).first.values())


@pytest.mark.parametrize(
    "text",
    ["-\n\n<![\n", "<![CDATA[x]]>", "<!", "</", "&#", "&#xfffffff;", "<p", "<![if x]>y", "<svg/>", "<a b='"],
)
def test_broken_markup_is_read_to_its_end(text):
    scanner = html.Scanner()
    assert sum(piece.end - piece.start for piece in scanner.feed(text, final=True)) == len(text)
    assert scanner.text == ""


@settings(max_examples=300, deadline=None)
@example("<![\n")
@given(st.text(max_size=300))
def test_any_text_is_glossed_and_every_place_lies_in_it(text):
    whole = "landmine. " + text
    for mention in [*gloss.tally(PACKAGE, gloss.Plain([whole])).first.values(), *places(whole)]:
        assert 0 <= mention.start < mention.end <= len(whole)
        assert mention.line == whole.count("\n", 0, mention.start) + 1


PIECES = ("<p>", "</p>", "<b>", "</b>", "<!--", "-->", "<script>", "</script>", "&amp;", "&shy;", "&uuml;", "\n", " ", "<br/>",
          "Ottawa ", "Convention", "land", "mine", "Peru", "<svg>", "</svg>", "<a href='>'>", "&", "<", ">", "'")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(1, 50))
def test_a_page_reads_the_same_in_parts_of_any_size(pieces, size):
    page = "<p>landmine</p>" + "".join(pieces)
    shown = [(m.kind, m.id, m.start, m.end, m.line) for m in places(page, size)]
    assert shown == [(m.kind, m.id, m.start, m.end, m.line) for m in places(page, 10_000)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(command=st.sampled_from(sorted(CALLS)), words=st.lists(WORD, max_size=3))
def test_any_bytes_as_arguments_end_without_a_traceback(command, words):
    done = subprocess.run(
        [sys.executable, "-m", "treatycli", *command.split(), *words],
        input=b"", capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(
        ["TREATY_DATA", "COLUMNS", "TERM", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM", "VTE_VERSION", "HOME"]
    ),
    value=WORD,
)
def test_any_environment_ends_without_a_traceback(name, value):
    done = subprocess.run(
        [sys.executable, "-m", "treatycli", "timeline", "--since", "2026", "--format", "table"],
        capture_output=True, check=False, timeout=60, env={**os.environb, name.encode(): value},
    )  # fmt: skip
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
