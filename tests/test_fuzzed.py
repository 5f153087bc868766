"""What fuzzing found, kept as tests; and words and environments of any kind."""

from __future__ import annotations

import pytest
from calls import CALLS, TEXT
from conftest import MANY, run, run_fixture
from hypothesis import example, given, settings
from hypothesis import strategies as st

WORD = st.text(st.characters(blacklist_characters="\0"), max_size=24)
"""Any characters, lone surrogates too: so bytes of no encoding come in as arguments."""


def places(text):
    """Return every place that a gloss of the text tells."""
    found = run("gloss", "--json", stdin=text)
    assert found.status == 0, found.err
    return [place for item in found.json for place in item["occurrences"]]


@pytest.mark.parametrize(
    "text",
    ["-\n\n<![\n", "<![CDATA[x]]>", "<!", "</", "&#", "&#xfffffff;", "<p", "<![if x]>y", "<html><p <a <a"],
)
def test_broken_markup_is_read_to_its_end(text):
    whole = text + "\n\n<p>A landmine</p>"
    assert all(0 <= place["start"] < place["end"] <= len(whole) for place in places(whole))


@settings(max_examples=MANY or 150, deadline=None, derandomize=not MANY, database=None)
@example("<![\n", "")
@given(
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=300),
    st.sampled_from(["", "<!doctype html><p>"]),
)
def test_any_text_is_glossed_and_every_place_lies_in_it(text, before):
    whole = before + text + " landmine"
    assert all(0 <= place["start"] < place["end"] <= len(whole) for place in places(whole))


@settings(max_examples=MANY or 150, deadline=None, derandomize=not MANY, database=None)
@given(command=st.sampled_from(sorted(CALLS)), words=st.lists(WORD, max_size=3), terminal=st.booleans())
def test_any_words_end_in_an_answer_a_miss_or_a_refusal(command, words, terminal):
    ran = run_fixture(*command.split(), *words, stdin=TEXT, terminal=terminal)
    assert ran.status in (0, 1, 2)
    assert ran.status == 0 or ran.err


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    name=st.sampled_from(
        [
            "TREATY_DATA",
            "COLUMNS",
            "LINES",
            "TERM",
            "NO_COLOR",
            "FORCE_COLOR",
            "TERM_PROGRAM",
            "VTE_VERSION",
            "LESS",
        ]
    ),
    value=WORD,
)
def test_any_environment_ends_in_an_answer_or_a_refusal(name, value):
    ran = run("timeline", "--since", "2026", terminal=True, env={name: value})
    assert ran.status in (0, 2)
