"""`treaty search`: the right record first, with its words in context; nothing for nonsense."""

from __future__ import annotations

import json

import pytest

from treatycli import search


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("160 states", ("claims", "160-states-in-1999")),
        ("stockpiling", ("terms", "stockpiling")),
        ("lithuania", ("states", "LTU")),
        ("lithuania withdrawal", ("events", "lithuania-notifies-withdrawal-2025")),
        ("3,364,433", ("facts", "ukr-stockpile-left-2024")),
        ("3364433", ("facts", "ukr-stockpile-left-2024")),
        ("mine dogs", ("terms", "mine-detection-animals")),
        ("withdrawl notice", ("terms", "notice-of-withdrawal")),
        ("notice of withdrawal", ("terms", "notice-of-withdrawal")),
        ("burma", ("states", "MMR")),
        ("article 5", ("articles", "5")),
    ],
)
def test_the_record_that_is_meant_comes_first(package, typed, first):
    hits, _ = search.find(package, typed)
    assert (hits[0].table, hits[0].id) == first


def test_an_exact_name_comes_before_its_beginnings_and_those_before_mentions(package):
    hits, _ = search.find(package, "withdrawal")
    assert hits[0].id == "withdrawal"
    tables = [hit.table for hit in hits[:4]]
    assert tables.count("terms") >= 3


def test_records_with_all_words_as_typed_come_before_near_ones(package):
    hits, whole = search.find(package, "clearance deadline")
    assert whole
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_stop_words_do_not_narrow_a_question(package):
    asked, _ = search.find(package, "who was a party to the treaty")
    plain, _ = search.find(package, "party treaty")
    assert [hit.id for hit in asked] == [hit.id for hit in plain]


def test_a_word_that_nothing_holds_finds_the_rest_and_says_so(treaty):
    done = treaty("search", "lithuania", "qqqqqq")
    assert done.returncode == 0
    assert "nothing holds all of these words" in done.stderr


def test_nonsense_finds_nothing_and_exits_1(treaty):
    done = treaty("search", "zzzzzz")
    assert (done.returncode, done.stdout) == (1, "")


def test_the_matching_words_are_shown_in_context(treaty):
    found = json.loads(treaty("search", "casualties", "2023", "--in", "facts", "--json").stdout)
    assert found
    assert all(hit["table"] == "facts" for hit in found)
    assert all(match in hit["snippet"] for hit in found for match in hit["matches"])
    assert sum(bool(hit["matches"]) for hit in found) >= len(found) - 2


def test_limit_and_tables_are_checked(treaty):
    assert len(treaty("search", "mine", "--limit", "3").stdout.splitlines()) == 3
    done = treaty("search", "mine", "--in", "terms,nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert "terms, states, articles, events, facts, claims" in done.stderr
    assert treaty("search", "mine", "--limit", "0").returncode == 2


def test_words_are_folded_singular_and_thousands_unseparated():
    found = search.words_of("Mines, 3,364,433 parties; Côte d'Ivoire's glass")
    assert found == ["mine", "3364433", "party", "cote", "divoire", "glass"]
    assert search.words_of("territories") == ["territory"]
