"""What fuzzing found, kept as tests; and arguments and environments of arbitrary bytes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from commands import CALLS
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from treatycli.markup import mask_tags

from treatycli import gloss
from treatycli.package import open_package

WORD = st.binary(max_size=24).filter(lambda word: b"\0" not in word)
TREE = gloss.tree_of(open_package())


@pytest.mark.parametrize(
    "text", ["-\n\n<![\n", "<![CDATA[x]]>", "<!", "</", "&#", "&#xfffffff;", "<p", "<![if x]>y"]
)
def test_broken_markup_is_read_and_keeps_its_length(text):
    assert len(mask_tags(text)) == len(text)


@settings(max_examples=300, deadline=None)
@example("<![\n")
@given(st.text(max_size=300))
def test_any_text_is_glossed_and_every_place_lies_in_it(text):
    masked = mask_tags(text)
    assert len(masked) == len(text)
    for mention in gloss.Reader(TREE).read(masked + " landmine"):
        assert 0 <= mention.start < mention.end <= len(masked) + 9


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
