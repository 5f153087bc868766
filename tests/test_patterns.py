"""Where a cue is met: how its words may stand, what may stand between them, what must or may not be there."""

from __future__ import annotations

import pytest
from small import claim, phrase, phrases_in, state

from treatycli.gloss import mentions
from treatycli.gloss.stretch import Words

SUBJECTS = [phrase("russia|russian_federation|great_old_russia", "subject")]
STATES = [
    state("Russia", "RUS", "Russian Federation"),
    state("Great Old Russia", "GOR"),
    state("Poland", "POL"),
]


def is_met(cue, text):
    phrases = phrases_in(claims=[claim(cue)], phrases=SUBJECTS, states=STATES)
    words = Words(text, phrases.known)
    found = mentions.others(words, phrases, list(mentions.names(words, phrases)))
    return "said" in [m.target.id for m in found if m.target.kind == "claim"]


@pytest.mark.parametrize(
    ("cue", "text", "met"),
    [
        ("left treaty", "left the treaty", True),
        ("left treaty", "left, treaty", True),
        ("left treaty", "left; treaty", False),
        ("left treaty", "left. Treaty", False),
        ("left treaty", "left big treaty", False),
        ("left treaty", "left already treaty", True),
        ("left treaty", "left already now treaty", True),
        ("left treaty", "left already now also treaty", False),
        ("left treaty", "left already big treaty", False),
        ("left treaty", "left big already treaty", False),
        ("left treaty", "left", False),
        ("left old treaty", "left now also old now also treaty", True),
        ("left old? treaty", "left treaty", True),
        ("left old? treaty", "left old treaty", True),
        ("left old? treaty", "left old old treaty", False),
        ("left old? treaty", "left now also treaty", True),
        ("left old? big? treaty", "left big treaty", True),
        ("left old? big? treaty", "left big old treaty", False),
        ("left ~ treaty", "left treaty", True),
        ("left ~ treaty", "left a b c d e treaty", True),
        ("left ~ treaty", "left a b c d e f treaty", False),
        ("left ~ treaty", "left a, b (c) “d” treaty", True),
        ("left ~ treaty", "left a. B treaty", False),
        ("left ~ treaty", "left a without treaty", False),
        ("left ~ treaty", "left a nor b treaty", False),
        ("left ~ treaty", "left by no treaty", False),
        ("left ~ no treaty", "left a no treaty", True),
        ("left ~ old? treaty", "left a b c d e treaty", True),
        ("left ~ old? treaty", "left a b c d e old treaty", True),
        ("left ~ old? treaty", "left a b old c treaty", True),
        ("left ~ old treaty", "left a old b old treaty", True),
        ("left ~ old treaty", "left a old b treaty", False),
        ("left ~ old ~ treaty", "left a b c d e old a b c d e treaty", True),
        ("left old? ~ treaty", "left a b c d e treaty", True),
        ("left old? ~ treaty", "left old a b c d e treaty", True),
        ("left old? ~ treaty", "left now also old a b c d e treaty", True),
        ("left old_law treaty", "left old law treaty", True),
        ("left old_law treaty", "left old treaty", False),
        ("left old|old_law treaty", "left old law treaty", True),
        ("left old|old_law treaty", "left old treaty", True),
        ("left old_law|old_ban treaty", "left old ban treaty", True),
        ("left_behind treaty", "left behind the treaty", True),
        ("left_behind treaty", "left it behind the treaty", False),
        ("never left treaty", "never left the treaty", True),
        ("never left treaty", "It is said they never left the treaty", True),
        ("left not treaty", "left not the treaty", True),
        ("left old? not|big treaty", "left not the treaty", True),
        ("left has_never_been treaty", "left has never been the treaty", True),
        ("left not? treaty", "left not the treaty", True),
        ("left treaty", "never left the treaty", False),
        ("left law treaty", "If only they left law treaty", False),
    ],
)
def test_the_words_of_a_cue_stand_behind_each_other(cue, text, met):
    assert is_met(cue, text) == met


@pytest.mark.parametrize(
    ("cue", "text", "met"),
    [
        ("left treaty +old", "old it left the treaty", True),
        ("left treaty +old", "left the treaty of old", True),
        ("left treaty +old", "left the treaty. Old it is", False),
        ("left treaty +old|big", "left the treaty so big", True),
        ("left treaty +old +big", "left the treaty so big", False),
        ("left treaty +old +big", "left the treaty so big and old", True),
        ("left treaty +old_law", "left the treaty by old law", True),
        ("left treaty +old_law", "left the treaty by law so old", False),
        ("left treaty +old_law", "law of old left the treaty", False),
        ("left treaty +old_law|big", "left the treaty so big", True),
        ("left treaty +old_law|big", "left the treaty so old", False),
        ("left treaty !old", "left the treaty", True),
        ("left treaty !old", "left the treaty of old", False),
        ("left treaty !old", "left the treaty. Old it is", True),
        ("left treaty !old|big", "big as it was left the treaty", False),
        ("left treaty !old !big", "big as it was left the treaty", False),
        ("left treaty !old_law", "left the treaty by old law", False),
        ("left treaty !old_law", "left the treaty by law so old", True),
        ("left treaty +big !old", "left the big treaty", False),
        ("left treaty +big !old", "left the treaty so big", True),
        ("left treaty +big !old", "left the treaty so big and old", False),
        ("left treaty +old", "left the treaty " + "so " * 38 + "old", True),
        ("left treaty +old", "left the treaty " + "so " * 39 + "old", False),
        ("left treaty !old", "left the treaty " + "so " * 38 + "old", False),
        ("left treaty !old", "left the treaty " + "so " * 39 + "old", True),
        ("left treaty +old", "old " + "so " * 39 + "left the treaty", True),
        ("left treaty +old", "old " + "so " * 40 + "left the treaty", False),
    ],
)
def test_its_conditions_are_asked_of_the_sentence_up_to_forty_words_away(cue, text, met):
    assert is_met(cue, text) == met


@pytest.mark.parametrize(
    ("cue", "text", "met"),
    [
        ("russia left treaty", "Russia, like Poland, left the treaty", True),
        ("russia left treaty", "Today Russia, like Poland, now left the treaty", True),
        ("russia left treaty", "Russia (and others) left the treaty", False),
        ("russia left treaty", "Russia, Poland, left the treaty", False),
        ("russia left treaty", "Russia, Like Poland, left the treaty", False),
        ("russia left treaty", "Russia, some say, left the treaty", False),
        ("russia left treaty", "Russia, says he, left the treaty", False),
        ("russia left treaty", "Russia, like. Poland, left the treaty", False),
        ("russia left treaty", "Russia, like Poland left the treaty", False),
        ("russia left treaty", "Russia, like, left the treaty", True),
        ("russia left treaty", "Russia, as a b c d e f g h, left the treaty", True),
        ("russia left treaty", "Russia, as a b c d e f g h i, left the treaty", False),
        ("russia left treaty", "Russia, like Poland, and left the treaty", False),
        ("russia left treaty", "Russia, like Poland,", False),
        ("russia left treaty", "Russia, like", False),
        ("russia left treaty", "Russia", False),
        ("russia left treaty", "Russian Federation, like Poland, left the treaty", True),
        ("russia left treaty", "Russian Union, like Poland, left the treaty", False),
        ("russia left treaty", "Great Old Russia, like Poland, left the treaty", True),
        ("russia left treaty", "Great New Russia Plan, like Poland, left the treaty", False),
        ("russia left treaty", "Great Old Rus, like Poland, left the treaty", False),
        ("russia left treaty", "Russia, as it left the treaty", False),
        ("poland left treaty", "Poland, like Russia, left the treaty", False),
        ("russia left treaty", "Of Russia, left the treaty", False),
    ],
)
def test_an_aside_may_part_a_subject_from_what_is_said_of_it(cue, text, met):
    assert is_met(cue, text) == met


@pytest.mark.parametrize(
    ("cue", "text", "met"),
    [
        ("left treaty +russia", "Russia is cold. It left the treaty.", True),
        ("left treaty +federation", "Russian Federation is cold. It left the treaty.", True),
        ("left treaty +is", "Russia is cold. It left the treaty.", False),
        ("left treaty +russia", "Now Russia is cold. It left the treaty.", False),
        ("left treaty +russia", "Russia and Poland are cold. It left the treaty.", False),
        ("left treaty +russia", "Russia is cold.\n\nIt left the treaty.", False),
        ("left treaty +russia", "Russia is cold.\nIt left the treaty.", True),
        ("left treaty +russia", "Russia is cold. Then it left the treaty.", False),
        ("left treaty +russia", "Russia is cold. So what? It left the treaty.", False),
        ("left treaty +russia", "It left the treaty. Russia is cold.", False),
        ("left treaty +russia", "It left the treaty, Russia.", True),
        ("left treaty +russia", "Russia is cold. It left, " + "so " * 50 + "it left the treaty.", False),
        ("left treaty +russia", "Russia is cold. It left the treaty, " + "so " * 50, True),
        ("left treaty !russia", "Russia is cold. It left the treaty.", False),
    ],
)
def test_it_is_the_only_state_that_the_sentence_before_speaks_of(cue, text, met):
    assert is_met(cue, text) == met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("six left", True),
        ("Now six left", True),
        ("sixty-six left", False),
        ("Now sixty six left", False),
        ("hundred six left", False),
        ("one hundred and six left", False),
        ("hundred and six left", False),
        ("and six left", True),
        ("two and six left", True),
        ("hundred or six left", True),
        ("hundred and so six left", True),
        ("twenty, and so six left", True),
    ],
)
def test_a_numeral_that_ends_another_begins_no_cue(text, met):
    assert is_met("six left", text) == met
    assert is_met("ten left", text.replace("six", "ten"))


def test_a_title_of_nine_words_claims_nothing():
    title = "Convention to have all states that left treaty return"
    for words, met in ((title, False), (title.replace("return", ""), True)):
        form = {"id": "x", "term": words.strip(), "category": "weapon", "context": ""}
        phrases = phrases_in(terms=[form], claims=[claim("left treaty")])
        for before in ("", "So we now have the new "):
            text = Words(before + words, phrases.known)
            found = mentions.others(text, phrases, list(mentions.names(text, phrases)))
            assert bool([m for m in found if m.target.kind == "claim"]) == met


def test_all_of_several_cues_are_met_where_each_stands():
    phrases = phrases_in(claims=[claim("left treaty;joined ban", "one"), claim("left", "two")])
    words = Words("Then left. Left treaty, joined ban. And left", phrases.known)
    found = [(m.target.id, m.first, m.last) for m in mentions.others(words, phrases, [])]
    assert sorted(found) == [("one", 2, 3), ("one", 4, 5), ("two", 1, 1), ("two", 2, 2), ("two", 7, 7)]
    assert mentions.claims_in(words, phrases) == ["two", "one"]


@pytest.mark.parametrize(
    ("cue", "is_counted"),
    [
        ("has 164 parties", False),
        ("now has 164", False),
        ("parties today", False),
        ("164 parties", False),
        ("treaty now has 164 parties today", False),
        ("treaty now", True),
        ("now has", True),
        ("today it", True),
    ],
)
def test_a_claim_on_record_stands_for_the_count_that_it_overlaps(cue, is_counted):
    phrases = phrases_in(claims=[claim(cue)])
    words = Words("The mine ban treaty now has 164 parties today it says", phrases.known)
    found = [m.target.id for m in mentions.others(words, phrases, [])]
    assert found == ["said", *["exact-164-parties"] * is_counted]
