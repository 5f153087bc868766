"""Which names stand in a text, one in another too, and which of them count: every rule, to both sides of its bound."""

from __future__ import annotations

import pytest
from small import form, name, phrase, phrases_in, state, term

from treatycli.gloss import mentions
from treatycli.gloss.stretch import Words
from treatycli.gloss.tally import NEAR, SHORT, SPARSE, TAIL, Plain, Reader

RUSSIA = state("Russia", "RUS")


def names(text, **rows):
    """Return what of a text is a name of the terms and states."""
    phrases = phrases_in(**rows)
    words = Words(text, phrases.known)
    return [words.text[m.start : m.end] for m in mentions.names(words, phrases)]


def kept(text, *sections, **rows):
    """Return what counts in the last section of a text, with the sections before it."""
    reader = Reader(phrases_in(**rows))
    found = reader.read(text)
    for text in sections:
        found = reader.read(text)
    return [text[m.start : m.end] for m in found]


def so(count):
    return "so " * count


# --- names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("old mine", ["old mine"]),
        ("old mine clearance", ["old mine clearance"]),
        ("old mine clear", ["old mine"]),
        ("old mines", []),
        ("mine clearance mine", ["mine clearance"]),
        ("old mine, clearance", ["old mine, clearance"]),
        ("old mine; clearance", ["old mine"]),
        ("old mine old mine", ["old mine", "old mine"]),
        ("mine", []),
        ("so old", []),
        ("old", []),
        ("old old mine", ["old mine"]),
        ("lead mine clearance", ["mine clearance"]),
        ("lead mine", []),
        ("lead mine; clearance", []),
        ("clearance of old", ["clearance of old"]),
        ("clearance of old mine clearance", ["clearance of old", "mine clearance"]),
        ("big old mine clearance", ["big old", "old mine clearance"]),
        ("big old mine", ["big old"]),
        ("clearance of old mine", ["clearance of old"]),
        ("clearance of lead mine", ["clearance of"]),
        ("clearance of old; mine", ["clearance of old"]),
    ],
)
def test_the_longest_name_counts_and_one_that_begins_in_it_if_it_is_longer(text, found):
    forms = [
        "old mine",
        "mine clearance",
        "old mine clearance",
        "clearance of",
        "clearance of old",
        "big old",
    ]
    rows = [{**term(text, category="organisation", key=text)} for text in forms]
    assert names(text, terms=rows, phrases=[phrase("lead mine", "decoy")]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("use of mines", ["use of mines", "use", "mines"]),
        ("ban on all mines", ["ban on all mines", "ban"]),
        ("mines use", ["mines use"]),
        ("all Russia mines", ["all Russia mines", "Russia"]),
        ("Russia mines ban", ["Russia mines ban", "Russia"]),
        ("use by big mines", ["use by big mines", "use", "big mines"]),
        ("use", ["use"]),
        ("body of mines", ["body of mines"]),
        ("big mines of use", ["big mines of use", "big mines", "use"]),
        ("The Use of Mines", ["Use of Mines"]),
    ],
)
def test_in_an_open_form_count_states_its_head_and_what_it_is_about(text, found):
    open_ones = ["use of mines", "ban on all mines", "mines use", "all Russia mines", "use by big mines", "Russia mines ban",
                 "big mines of use", "big mines", "use", "ban", "mines"]  # fmt: skip
    rows = [term(text, key=text.replace(" ", "-")) for text in open_ones]
    closed = [term("body of mines", category="organisation", key="body")]
    if text[0] == "T":
        rows[0] = term("Use of Mines", key="proper")
    assert names(text, terms=[*rows, *closed], states=[RUSSIA]) == found


def test_in_an_open_form_count_no_decoys():
    rows = {"terms": [term("use of coal mine"), term("coal", key="c"), term("mine", key="m")]}
    assert names("use of coal mine", **rows) == ["use of coal mine", "coal"]
    assert names("use of coal mine", phrases=[phrase("coal mine", "decoy")], **rows) == ["use of coal mine"]


def test_in_a_title_of_nine_words_every_name_counts_but_one_that_begins_it():
    rows = [term(text, key=text) for text in ("use", "mines", "ban")]
    title = "use then ban so big old mines as Russia"
    assert names(title, terms=[*rows, term(title, key="title")], states=[RUSSIA]) == [
        title,
        "ban",
        "mines",
        "Russia",
    ]
    shorter = title.replace("old ", "")
    assert names(shorter, terms=[*rows, term(shorter, key="title")], states=[RUSSIA]) == [shorter, "Russia"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Russia Street", []),
        ("in Russia street", ["Russia"]),
        ("in Russia, Street", ["Russia"]),
        ("in Russia", ["Russia"]),
        ("in Russia Boulevard", []),
        ("in russia", []),
        ("Chad Smith", []),
        ("Chad Smith left", []),
        ("Chad, Smith", ["Chad"]),
        ("Chad left", ["Chad"]),
        ("Chad SMITH", ["Chad"]),
        ("Chad And", ["Chad"]),
        ("Michael Chad", []),
        ("Now Michael Chad", []),
        ("Michael, Chad", ["Chad"]),
        ("MICHAEL Chad", ["Chad"]),
        ("michael Chad", ["Chad"]),
        ("And Chad", ["Chad"]),
        ("And Chad Smith", []),
        ("Michael Chad left", []),
        ("Smith. Chad", ["Chad"]),
        ("Chad", ["Chad"]),
        ("Michael Russia", ["Russia"]),
        ("Chad Basin Smith", ["Chad Basin"]),
    ],
)
def test_a_street_and_a_person_are_no_state(text, found):
    rows = [phrase("chad", "person"), phrase("and", "beside"), phrase("left", "beside")]
    states = [RUSSIA, state("Chad", "TCD", "Chad Basin")]
    assert names(text, phrases=rows, states=states) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ABC met", ["ABC"]),
        ("the ABCs met", ["ABCs"]),
        ("the Abc met", []),
        ("the abc met", []),
        ("NOW THE ABC MET AT GENEVA", []),
        ("NOW THE ABC MET AT", ["ABC"]),
        ("NOW THE ABC MET at GENEVA", ["ABC"]),
        ("NOW ABC MET 2 3", ["ABC"]),
        ("now ABC. THEY ALL MET AT GENEVA", ["ABC"]),
        ("NOW ABCD MET AT GENEVA", ["ABCD"]),
        ("an AP mine", ["AP mine"]),
        ("an ap mine", []),
        ("NOW AP MINE MET AT GENEVA", []),
        ("at the Monitor", ["Monitor"]),
        ("at a Monitor", []),
        ("at the monitor", ["monitor"]),
    ],
)
def test_capitals_tell_a_name_unless_all_the_words_around_have_them(text, found):
    forms = [form("ABC"), form("ABCD"), form("AP mine"), form("the Monitor")]
    assert names(text, terms=[term("other")], forms=forms) == found


def test_six_words_around_tell_a_headline():
    rows = {"terms": [term("other")], "forms": [form("ABC")]}
    capitals = "IN " * 6
    assert names(f"so {capitals}ABC {capitals}so", **rows) == []
    assert names(f"{capitals[3:]}so ABC {capitals}", **rows) == ["ABC"]
    assert names(f"{capitals}ABC {capitals[3:]}so", **rows) == ["ABC"]


# --- what counts


MINE = term("landmine", "weak", key="mine")
BAN = term("Ottawa Convention", key="ottawa-convention")


def test_a_text_is_on_the_topic_by_one_name_that_means_nothing_else():
    rows = {"terms": [BAN, term("deposit", "topic", key="d"), term("ABCD", key="a"), term("ABCDE", key="b")]}
    far = so(SPARSE * 2)
    assert kept("Ottawa Convention " + far + "deposit", **rows) == ["Ottawa Convention", "deposit"]
    assert kept("OTTAWA CONVENTION " + far + "deposit", **rows) == ["OTTAWA CONVENTION", "deposit"]
    assert kept("Ottawa convention " + far + "deposit", **rows) == []
    assert kept("Ottawa convention deposit", **rows) == ["Ottawa convention", "deposit"]
    assert kept("ABCDE " + far + "deposit", **rows) == ["ABCDE", "deposit"]
    assert kept("ABCD " + far + "deposit", **rows) == []
    assert kept("deposit", **rows) == []
    assert kept("", **rows) == []


def test_a_weak_name_puts_a_few_lines_on_the_topic_and_more_if_there_is_war_beside_it():
    rows = {"terms": [MINE], "phrases": [phrase("killed", "war"), phrase("landmine", "war")]}
    assert kept("landmine " + so(SHORT - 1), **rows) == ["landmine"]
    assert kept("landmine " + so(SHORT), **rows) == []
    assert kept("landmine killed " + so(SHORT), **rows) == ["landmine"]
    assert kept("landmine killed " + so(SPARSE - 2), **rows) == ["landmine"]
    assert kept("landmine killed " + so(SPARSE - 1), **rows) == []
    assert len(kept("landmine landmine killed " + so(2 * SPARSE - 3), **rows)) == 2
    assert kept("landmine landmine killed " + so(2 * SPARSE - 2), **rows) == []
    for between, counts in ((NEAR + 1, True), (NEAR + 2, False)):
        assert bool(kept(f"landmine {so(between)}killed {so(SHORT)}", **rows)) == counts
        assert bool(kept(f"killed {so(between)}landmine {so(SHORT)}", **rows)) == counts
    assert kept(f"killed {so(50)}landmine {so(50)}killed", **rows) == []


def test_the_end_of_a_text_is_on_the_topic_where_what_is_before_is():
    rows = {"terms": [BAN, term("deposit", "topic", key="d")]}
    assert kept("Ottawa Convention", "deposit " + so(TAIL - 2), **rows) == ["deposit"]
    assert kept("Ottawa Convention", "deposit " + so(TAIL - 1), **rows) == []
    assert kept("Nothing", "deposit", **rows) == []
    assert kept("Ottawa Convention", "deposit " + so(TAIL), "deposit", **rows) == []
    assert kept("Ottawa Convention", "so", "deposit", **rows) == ["deposit"]


@pytest.mark.parametrize("words", [0, 1, NEAR - 1, NEAR])
def test_an_everyday_word_counts_within_eight_words_of_a_mention(words):
    rows = [
        BAN,
        term("sign", "near", key="s"),
        term("use", "mine", key="u"),
        term("deposit", "topic", "body", key="d"),
    ]
    counts = words < NEAR
    assert ("sign" in kept(f"Ottawa Convention {so(words)}sign", terms=rows)) == counts
    assert ("sign" in kept(f"sign {so(words)}Ottawa Convention", terms=rows)) == counts
    assert ("use" in kept(f"Ottawa Convention {so(words)}use", terms=rows)) == counts
    assert ("use" in kept(f"use {so(words)}Ottawa Convention", terms=rows)) == counts
    assert ("use" in kept(f"Ottawa Convention {so(20)}weapons {so(words)}use", terms=rows)) == counts
    assert (
        "use" in kept(f"Ottawa Convention {so(20)}weapon {so(words)}use {so(20)}weapon", terms=rows)
    ) == counts
    assert ("sign" in kept(f"Ottawa Convention {so(20)}deposit {so(words)}sign", terms=rows)) == counts
    assert "use" not in kept(f"Ottawa Convention {so(20)}deposit {so(words)}use", terms=rows)
    assert "sign" not in kept(f"Ottawa Convention {so(20)}weapons {so(words)}sign", terms=rows)
    assert "sign" not in kept(f"Ottawa Convention {so(20)}use {so(words)}sign", terms=rows)


def test_a_short_abbreviation_counts_with_its_long_form_or_beside_what_counts():
    rows = {
        "terms": [
            BAN,
            term("deposit", "topic", key="d"),
            term("Danish Group", "topic", "organisation", key="g"),
        ],
        "forms": [form("DG", "abbreviation", key="g"), form("DGR", "abbreviation", key="g")],
    }
    far = so(20)
    assert kept(f"Ottawa Convention {far}DGR", **rows) == ["Ottawa Convention"]
    assert kept(f"Ottawa Convention {far}Danish Group {far}DGR and DG", **rows)[2:] == ["DGR", "DG"]
    assert kept(f"Ottawa Convention {far}DGR {far}Danish Group", **rows)[1:] == ["DGR", "Danish Group"]
    assert kept("Ottawa Convention. Danish Group", f"Now {far} DGR", **rows) == ["DGR"]
    for between, counts in ((NEAR - 1, True), (NEAR, False)):
        for beside in ("Ottawa Convention", f"Ottawa Convention {far}deposit"):
            assert ("DGR" in kept(f"{beside} {so(between)}DGR", **rows)) == counts
        assert ("DG" in kept(f"Ottawa Convention {so(between)}DG", **rows)) == counts
        assert ("DG" in kept(f"DG {so(between)}Ottawa Convention", **rows)) == counts
        assert "DG" not in kept(f"Ottawa Convention {far}deposit {so(between)}DG", **rows)
        assert "DG" not in kept(f"Ottawa Convention. {so(between)}DG", **rows)
        assert ("DGR" in kept(f"Ottawa Convention. {so(between)}DGR", **rows)) == counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Poles saw landmine", ["landmine"]),
        ("So Poles saw landmine", ["Poles", "landmine"]),
        ("Poles saw landmine. So Poles left", ["Poles", "landmine", "Poles"]),
        ("Poles saw landmine. Poles left", ["landmine"]),
        ("Poles saw landmine. In Poland", ["Poles", "landmine", "Poland"]),
        ("Poles saw landmine. In Russia", ["landmine", "Russia"]),
        ("Poland saw landmine", ["Poland", "landmine"]),
        ("Poles Apart saw landmine", ["Poles Apart", "landmine"]),
    ],
)
def test_a_word_that_is_a_state_for_its_capital_alone_must_be_one_elsewhere(text, found):
    rows = {"phrases": [phrase("poles", "doubtful")], "states": [RUSSIA, state("Poland", "POL")]}
    more = [name("Poles", "demonym", "POL"), name("Poles Apart", "alternative", "POL")]
    assert kept(text, terms=[MINE], names=more, **rows) == found


def test_of_two_mentions_of_one_thing_that_overlap_the_first_and_longest_counts():
    rows = [term("landmine", key="x"), term("ban", "topic", key="y")]
    forms = [form("use of landmine", key="x"), form("landmine use", key="x")]
    assert kept("use of landmine", terms=rows, forms=forms) == ["use of landmine"]
    assert kept("landmine landmine", terms=rows, forms=forms) == ["landmine", "landmine"]
    cues = [phrase("old ban", "wording", "y", "topic"), phrase("old ban law", "wording", "y", "topic")]
    assert kept("landmine old ban law", terms=rows, phrases=cues) == ["landmine", "old ban law"]
    assert kept("landmine ban old ban", terms=rows, phrases=cues) == ["landmine", "ban", "old ban"]


def test_of_two_senses_of_a_form_the_one_that_counts_in_more_places_stays():
    for first, second in (("near", "topic"), ("topic", "near")):
        rows = [term("deposit", first, key="d"), term("other", "topic", key="e")]
        phrases = phrases_in(
            terms=rows, forms=[form("deposit", context=second, key="d"), form("deposit", key="e")]
        )
        words = Words("deposit", phrases.known)
        assert [(m.target.id, m.target.context) for m in mentions.names(words, phrases)] == [
            ("d", "topic"),
            ("e", "topic"),
        ]


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("", "weak"),
        ("weak", "topic"),
        ("topic", "near"),
        ("topic", "mine"),
        ("near", "near ABCD"),
        ("topic", "topic ABCD"),
        ("topic ABCD", "near"),
        (" ABCD", "weak"),
        ("weak ABCD", "topic"),
    ],
)
def test_of_two_ways_to_name_one_thing_the_wider_stays(wide, narrow):
    for one, two in ((wide, narrow), (narrow, wide)):
        ways = [way.partition(" ") for way in (one, two)]
        forms = [
            form(text or spelt, "variant", c)
            for (c, _, text), spelt in zip(ways, ("abcd", "aBcd"), strict=True)
        ]
        phrases = phrases_in(terms=[term("other")], forms=forms)
        words = Words("ABCD", phrases.known)
        (only,) = mentions.names(words, phrases)
        assert f"{only.target.context} {'ABCD' * bool(only.target.spelling)}".rstrip() == wide.rstrip()


# --- lines


def test_a_place_is_told_with_its_line():
    text = Plain(["unused"])
    assert text.origin("a\nb c\n", 0, 2, 3) == (2, 3, 2)
    assert text.origin("a\nb c\n", 0, 4, 5) == (4, 5, 2)
    text.passed("a\nb c\n", 0)
    assert text.origin("d\ne", 6, 6, 7) == (6, 7, 3)
    assert text.origin("d\ne", 6, 8, 9) == (8, 9, 4)
