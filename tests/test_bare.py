"""Bare words: a name alone answers as its command would."""

from __future__ import annotations

import shlex

import pytest
from conftest import run

from treatycli import guesses
from treatycli.commands import COMMANDS


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


@pytest.mark.parametrize(
    ("words", "status"), [(["lithuana"], 1), (["contry", "lithuania"], 2), (["zzzz"], 2)], ids=str
)
def test_nothing_is_guessed_by_spelling(words, status):
    ran = run(*words)
    assert (ran.status, ran.out) == (status, b"")
    assert "there is no command" in ran.err


@pytest.mark.parametrize(
    ("words", "suggested"),
    [
        (["Poland", "Finland"], ["treaty compare Poland Finland", "treaty country Poland Finland"]),
        (["withdrawal", "suspension"], ["treaty define withdrawal suspension"]),
        (["korea"], ["treaty country South Korea  # state", "treaty country North Korea  # state"]),
        (["withdrawl"], ["treaty define withdraw  # term"]),
        (["lithuana", "--json"], ["treaty country Lithuania  # state"]),
    ],
    ids=str,
)
def test_what_names_nothing_alone_is_met_with_the_commands_that_answer(words, suggested):
    ran = run(*words)
    assert (ran.status, ran.out) == (1, b"")
    assert all(line in ran.err for line in suggested)
    for line in suggested:
        assert run(*shlex.split(line, comments=True)[1:]).status == 0, line


def test_help_and_version_are_words_too():
    assert run("help") == run("--help")
    assert run("help", "country") == run("country", "--help")
    assert run("help", "data", "export") == run("data", "export", "--help")
    assert run("version") == run("--version")


def test_a_wrong_option_behind_a_name_is_told_as_behind_its_command():
    ran = run("Ireland", "--as-of", "yesterday")
    assert ran == run("country", "Ireland", "--as-of", "yesterday")
    assert "'yesterday' is not a day" in ran.err
    assert "no-such" in run("stockpiling", "--no-such").err


def test_a_misspelt_command_keeps_its_words():
    assert "treaty country lithuania" in run("contry", "lithuania").err


def test_a_broken_overlay_is_told_and_not_passed_over(tmp_path):
    (tmp_path / "actions.csv").write_text("treaty\n")
    ran = run("lithuania", env={"TREATY_DATA": str(tmp_path)})
    assert ran.status == 2
    assert "actions.csv" in ran.err


@pytest.mark.parametrize("word", guesses.WORDS)
def test_a_first_guess_leads_to_the_command_that_does_it(word):
    ran = run(word, "norway")
    assert ran.status == 2
    assert f"\n  treaty {guesses.WORDS[word]} norway" in ran.err
    name = guesses.WORDS[word].split(" --")[0]
    assert name in COMMANDS


@pytest.mark.parametrize("option", guesses.OPTIONS)
def test_an_option_that_is_tried_first_is_told_what_to_write(option):
    ran = run("country", "poland", f"--{option}" if len(option) > 1 else f"-{option}")
    assert ran.status == 2
    assert f"Write {guesses.OPTIONS[option]}. See: treaty country --help" in ran.err
