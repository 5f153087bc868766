"""Bare words: a name alone answers as its command would."""

from __future__ import annotations

import pytest
from conftest import run


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        (["lithuania"], ["country", "lithuania"]),
        (["south", "korea", "--json"], ["country", "south", "korea", "--json"]),
        (["LTU", "--as-of", "2025-01-01"], ["country", "LTU", "--as-of", "2025-01-01"]),
        (["stockpiling"], ["define", "stockpiling"]),
        (
            ["notice", "of", "withdrawal", "--field", "id"],
            ["define", "notice", "of", "withdrawal", "--field", "id"],
        ),
        (["мина"], ["define", "мина"]),
        (["article 5"], ["article", "5"]),
        (["nato"], ["countries", "--group", "nato"]),
        (
            ["baltic", "states", "--format", "csv"],
            ["countries", "--group", "baltic states", "--format", "csv"],
        ),
    ],
    ids=lambda words: " ".join(words),
)
def test_a_name_alone_is_answered_as_by_its_command(bare, whole):
    assert run(*bare).out == run(*whole).out
    assert run(*bare).status == run(*whole).status == 0


def test_a_commands_name_wins_over_a_term_of_that_name():
    assert "Term:" not in run("source").text


@pytest.mark.parametrize("words", [["lithuana"], ["contry", "lithuania"], ["zzzz"]], ids=" ".join)
def test_nothing_is_guessed_by_spelling(words):
    ran = run(*words)
    assert (ran.status, ran.out) == (2, b"")
    assert "there is no command" in ran.err


def test_a_misspelt_command_keeps_its_words():
    assert "treaty country lithuania" in run("contry", "lithuania").err


def test_a_broken_overlay_is_told_and_not_passed_over(tmp_path):
    (tmp_path / "actions.csv").write_text("treaty\n")
    ran = run("lithuania", env={"TREATY_DATA": str(tmp_path)})
    assert ran.status == 2
