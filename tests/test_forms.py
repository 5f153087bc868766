"""What the rows of the tables become: which forms are looked for in a text, and how each must stand there."""

from __future__ import annotations

import pytest
from small import claim, form, name, phrase, phrases_in, state, term

from treatycli.gloss import mentions
from treatycli.gloss.stretch import Words
from treatycli.vocabulary import CATEGORIES, CONTEXTS, NAME_KINDS, PHRASE_KINDS


def names(phrases, text):
    """Return what of a text is a name, and what it leads to."""
    words = Words(text, phrases.known)
    return [(words.text[m.start : m.end], m.target.id) for m in mentions.names(words, phrases)]


def shown(phrases, text):
    return [said for said, _ in names(phrases, text)]


def target(phrases, text):
    words = Words(text, phrases.known)
    (only,) = mentions.names(words, phrases)
    return only.target


def claims(phrases, text):
    return mentions.claims_in(Words(text, phrases.known), phrases)


# --- terms


@pytest.mark.parametrize(
    ("written", "category", "text", "found"),
    [
        ("landmine (a weapon)", "weapon", "the landmine here", ["landmine"]),
        ("landmine (a weapon)", "weapon", "the landmine (a weapon)", ["landmine (a weapon"]),
        ("landmine", "weapon", "the landmines here", []),
        ("PFM-1", "weapon", "a PFM-1, two PFM-1s", ["PFM-1", "PFM-1s"]),
        ("PFM-1", "body", "a PFM-1, two PFM-1s", ["PFM-1"]),
        ("PFM-1 (butterfly)", "weapon", "two PFM-1s", ["PFM-1s"]),
        ("M14", "weapon", "two M14s", ["M14s"]),
        ("PFMPF-123B4", "weapon", "two PFMPF-123B4s", ["PFMPF-123B4s"]),
        ("PFMPFM-1", "weapon", "two PFMPFM-1s", []),
        ("PFM-12345", "weapon", "two PFM-12345s", []),
        ("PFM-1 mine", "weapon", "two PFM-1 mines", []),
        ("non-state group", "body", "a nonstate group, a non-state group", ["nonstate group", "non-state group"]),
        ("Non-State group", "body", "a Nonstate group", ["Nonstate group"]),
        ("anon-state group", "body", "an anonstate group", []),
    ],
)  # fmt: skip
def test_the_forms_of_a_term(written, category, text, found):
    phrases = phrases_in(terms=[term(written, category=category)])
    assert shown(phrases, text) == found


@pytest.mark.parametrize(
    ("written", "category", "text", "found"),
    [
        ("PFM-1", "weapon", "a PFM-1, two PFM-1s", ["PFM-1", "PFM-1s"]),
        ("PFM-1", "body", "a PFM-1, two PFM-1s", ["PFM-1"]),
        ("a PFM-1", "weapon", "a PFM-1, a PFM-1s", ["a PFM-1"]),
        ("non-state group", "body", "a nonstate group", ["nonstate group"]),
        ("anon-state group", "body", "an anonstate group", []),
    ],
)
def test_another_form_of_a_term_is_varied_too(written, category, text, found):
    phrases = phrases_in(terms=[term("other", category=category)], forms=[form(written)])
    assert shown(phrases, text) == found


def test_what_is_for_looking_up_only_is_not_found_in_a_text():
    rows = {"terms": [term("landmine", "never"), term("ban", "topic", key="y")]}
    phrases = phrases_in(**rows, forms=[form("trap", context="never", key="y"), form("lock", key="y")])
    assert names(phrases, "the landmine, a trap, a lock, the ban") == [("lock", "y"), ("ban", "y")]


@pytest.mark.parametrize(
    ("written", "kind", "context", "spelling"),
    [
        ("the Monitor", "variant", "topic", "the"),
        ("ABCD", "abbreviation", "topic", "short"),
        ("A.B.C.D.", "abbreviation", "topic", "short"),
        ("ABCDE", "abbreviation", "topic", "exact"),
        ("ABCD", "abbreviation", "near", "exact"),
        ("ABCD", "variant", "topic", "exact"),
        ("ABCDEFGH", "variant", "topic", "exact"),
        ("ABCDEFGHI", "variant", "topic", "capital"),
        ("Monitor", "variant", "topic", "capital"),
        ("monitor", "variant", "topic", ""),
        ("Mine Monitor", "variant", "topic", ""),
        ("Fifth meeting", "variant", "topic", "capital"),
        ("Sixth meeting", "variant", "topic", ""),
        ("AP mine", "variant", "topic", "initials"),
        ("AX mine", "variant", "topic", ""),
        ("an AP mine", "variant", "topic", ""),
    ],
)
def test_how_a_form_must_be_spelt(written, kind, context, spelling):
    phrases = phrases_in(terms=[term("other", "topic")], forms=[form(written, kind, context)])
    assert target(phrases, written).spelling == spelling
    assert target(phrases, written).context == context


@pytest.mark.parametrize(
    ("written", "spelling"), [("Monitor", ""), ("ABC", "exact"), ("Fifth meeting", "capital"), ("AT mine", "initials")]
)  # fmt: skip
def test_a_term_of_one_word_may_be_written_small(written, spelling):
    assert target(phrases_in(terms=[term(written, "topic")]), written).spelling == spelling


@pytest.mark.parametrize(
    ("written", "category", "is_proper", "is_open"),
    [
        ("Danish Demining Group", "weapon", True, False),
        ("Group of the Ban", "weapon", True, False),
        ("Group of 24", "weapon", True, False),
        ("Group", "weapon", False, False),
        ("Group of mines", "weapon", False, True),
        ("Mine-action Group", "weapon", False, True),
        ("group of mines", "weapon", False, True),
        ("group of mines", "organisation", False, False),
        ("mine", "weapon", False, True),
    ],
)
def test_in_a_proper_name_no_other_names_count(written, category, is_proper, is_open):
    for phrases in (
        phrases_in(terms=[term(written, category=category)]),
        phrases_in(terms=[term("other", category=category)], forms=[form(written)]),
    ):
        found = target(phrases, written)
        assert (found.is_proper, found.is_open) == (is_proper, is_open)


def test_the_full_title_of_the_convention_and_its_beginnings_are_names_of_it():
    title = "Convention on the Use and Transfer of Anti-Personnel Mines and on their Destruction"
    phrases = phrases_in(
        treaties=[{"id": "APMBC", "name": title}, {"id": "CCM", "name": "Convention on Arms"}]
    )
    for part in (
        title,
        "Convention on the Use and Transfer of Anti-Personnel Mines",
        "Convention on Use and Transfer",
    ):
        (last, *_) = names(phrases, part)
        assert last == (part, "ottawa-convention")
    assert names(phrases, "Convention on Arms") == []
    found = target(phrases, title)
    assert (found.kind, found.context, found.spelling, found.is_open) == ("term", "", "", True)


# --- states


@pytest.mark.parametrize(
    ("official", "texts"),
    [
        ("Republic of Wonder", "Republic of Wonder / Rep. of Wonder / Wonder, Republic of / Wonder, Rep. of / Wonder, Rep. / Rep. Wonder"),
        ("Democratic Republic of the Wonder", "Dem. Rep. of Wonder / Dem. Rep. Wonder / Democratic Rep. of the Wonder / Democratic Rep. Wonder / Wonder, Dem. Rep. / Wonder, Dem. Rep. of the / Wonder, Democratic Rep. of / Wonder, Democratic Republic of the / Wonder, Democratic Republic"),
        ("Islamic Republic of Wonder", "I Rep. of Wonder / Wonder, I Rep. / Wonder, Islamic Rep. of"),
    ],
)  # fmt: skip
def test_the_official_name_of_a_republic_is_also_turned_round(official, texts):
    for rows in (
        {"states": [state(official, "XAA", "Home")]},
        {"states": [state("Home", "XAA", official)]},
        {"names": [name(official, "official")]},
        {"names": [name(official, "alternative")]},
    ):
        phrases = phrases_in(**rows)
        for text in texts.split(" / "):
            assert [key for _, key in names(phrases, text)] == ["XAA"], text
            assert target(phrases, text).spelling == "capital"
    assert names(phrases_in(names=[name(official, "capital")]), texts.split(" / ")[1]) == []


@pytest.mark.parametrize(
    "official", ["Kingdom of Wonder", "Republic Kingdom of Wonder", "Republics of Wonder"]
)
def test_another_state_is_not_turned_round(official):
    phrases = phrases_in(states=[state(official, "XAA", "Home")])
    assert shown(phrases, official) == [official]
    assert shown(phrases, "Home") == ["Home"]
    assert names(phrases, "Wonder, " + official.partition(" of ")[0]) == []


@pytest.mark.parametrize(
    ("kind", "lang", "found"),
    [
        ("alternative", "en", True),
        ("alternative", "", True),
        ("alternative", "fr", False),
        ("ambiguous", "en", False),
        ("cldr", "en", False),
        ("demonym", "en", True),
    ],
)
def test_which_names_of_a_state_count(kind, lang, found):
    phrases = phrases_in(names=[name("Wonderland", kind, lang=lang)])
    assert (names(phrases, "in Wonderland") == [("Wonderland", "XAA")]) == found
    assert names(phrases, "in wonderland") == []


@pytest.mark.parametrize(
    ("written", "kind", "spelling"),
    [
        ("Wonder", "alternative", "capital"),
        ("the Wonder", "alternative", "capital"),
        ("al-Wonder", "alternative", ""),
        ("WON", "abbreviation", "short"),
        ("WOND", "abbreviation", "short"),
        ("WONDE", "abbreviation", "exact"),
        ("WLD", "abbreviation", "exact"),
        ("W.L.D.", "abbreviation", "exact"),
        ("WO ND", "abbreviation", "capital"),
        ("Wond", "abbreviation", "capital"),
        ("WON", "alternative", "capital"),
    ],
)
def test_how_the_name_of_a_state_must_be_spelt(written, kind, spelling):
    phrases = phrases_in(names=[name("W.L.D.", "abbreviation"), name(written, kind)])
    found = target(phrases, written)
    assert (found.kind, found.context, found.spelling) == ("state", "topic", spelling)


def test_two_states_of_one_name_are_both_meant():
    twins = [name("Wonder", "ambiguous", "XAA"), name("Wonder", "ambiguous", "XBB")]
    phrases = phrases_in(names=twins)
    for text in ("both Wonders", "the two wonders"):
        assert {key for _, key in names(phrases, text)} == {"XAA", "XBB"}
    assert names(phrases, "three Wonders, Wonder") == []
    assert shown(phrases_in(names=[name("Wonders", "ambiguous", x) for x in ("XAA", "XBB")]), "both Wonders")
    assert names(phrases_in(names=twins[:1]), "both Wonders") == []
    assert names(phrases_in(names=[*twins, name("Wonder", "ambiguous", "XCC")]), "both Wonders") == []
    assert names(phrases_in(names=[{**one, "lang": "fr"} for one in twins]), "both Wonders") == []
    assert names(phrases_in(names=[{**one, "lang": ""} for one in twins]), "both Wonders") != []
    assert names(phrases_in(names=[{**one, "kind": "alternative"} for one in twins]), "both Wonders") == []


# --- cues


RUSSIA = phrase("russia|russian_federation|moscow", "subject")


@pytest.mark.parametrize(
    ("cue", "said", "not_said"),
    [
        ("left treaty", ["left the treaty"], ["left", "treaty left"]),
        ("left|quit treaty? fast", ["left fast", "quit the treaty fast"], ["treaty fast"]),
        ("signed_up|joined fast", ["signed up fast", "joined fast"], ["signed fast"]),
        ("has 68 mines", ["has 68 mines", "has sixty-eight mines"], ["has 86 mines"]),
        ("on 3_december", ["on 3 December", "on December 3", "on the 3rd of December"], ["on 4 December"]),
        ("left treaty +ukraine", ["Ukraine left the treaty", "left the treaty of Ukraine"], ["left the treaty"]),
        ("left treaty +old_law", ["an old law left the treaty"], ["a law, old, left the treaty", "an old one left the treaty law"]),
        ("left treaty !request", ["left the treaty"], ["on request it left the treaty"]),
        ("left treaty !old_law", ["the law is old, it left the treaty"], ["an old law left the treaty"]),
        ("left ~ treaty", ["left the treaty", "left a b c d e treaty"], ["left a b c d e f treaty"]),
        ("#out treaty", ["left the treaty", "walked out treaty", "pulled out treaty"], ["out treaty", "walked treaty"]),
        ("russia left", ["Russia left", "Moscow left", "The Russian Federation left"], ["Federation left"]),
        ("left +russia", ["left by Moscow", "left by Russia"], ["left it"]),
        ("left !russia", ["left by Moscow"], ["left by Russia"]),
        ("Mine-Ban bans", ["the mine ban bans"], ["the mine bans"]),
    ],
)  # fmt: skip
def test_a_cue_is_met_by_each_way_to_say_it(cue, said, not_said):
    rows = [RUSSIA, phrase("#out walked|pulled out", "class"), phrase("#out left", "class")]
    phrases = phrases_in(claims=[claim(cue)], phrases=rows)
    for text in said:
        assert claims(phrases, text) == ["said"], text
    for text in not_said:
        assert claims(phrases, text) == [], text


def test_a_state_that_begins_a_cue_must_be_what_the_sentence_speaks_of():
    phrases = phrases_in(claims=[claim("russia left")], phrases=[RUSSIA])
    for name_ in ("Russia", "Moscow", "the Russian Federation"):
        assert claims(phrases, f"Today {name_} left") == ["said"]
        assert claims(phrases, f"The land next to {name_} left") == []
    other = phrases_in(claims=[claim("poland left")], phrases=[RUSSIA])
    assert claims(other, "The land next to Poland left") == ["said"]


def test_words_of_a_cue_that_is_a_term_are_found_for_the_term():
    rows = [phrase("clears|cleared mines", "wording", "clearance", "topic")]
    phrases = phrases_in(phrases=rows)
    words = Words("cleared mines", phrases.known)
    (only,) = mentions.others(words, phrases, [])
    assert (only.target.kind, only.target.id, only.target.context) == ("term", "clearance", "topic")


def test_every_choice_of_a_decoy_hides_the_name_in_it():
    rows = [phrase("coal|iron-ore mine|mines", "decoy")]
    phrases = phrases_in(terms=[term("mine")], phrases=rows)
    for text in ("a coal mine", "two iron-ore mines", "iron ore mine"):
        assert names(phrases, text) == []
    assert shown(phrases, "an ore mine, a mine of coal") == ["mine", "mine"]


@pytest.mark.parametrize("kind", PHRASE_KINDS)
def test_each_kind_of_phrase_does_what_it_does_and_no_other(kind):
    rows = [phrase("coal mine", kind), phrase("#out walked", kind), phrase("russia|moscow", kind)]
    rows += [phrase("clears mines", kind, "clearance", "topic")]
    phrases = phrases_in(
        terms=[term("mine")], claims=[claim("#out treaty", "a"), claim("russia left", "b")], phrases=rows
    )
    assert (names(phrases, "a coal mine") == []) == (kind == "decoy")
    assert (claims(phrases, "walked treaty") == ["a"]) == (kind == "class")
    assert (claims(phrases, "Moscow left") == ["b"]) == (kind == "subject")
    found = mentions.others(Words("It clears mines", phrases.known), phrases, [])
    assert ([m.target.id for m in found] == ["clearance"]) == (kind == "wording")
    for listed in ("war", "person", "beside", "doubtful"):
        assert bool(phrases.listed(listed) - {""}) == (kind == listed)


@pytest.mark.parametrize("kind", NAME_KINDS)
def test_each_kind_of_name_is_turned_round_written_in_capitals_or_left_out(kind):
    phrases = phrases_in(names=[name("Republic of Wonder", kind), name("WON", kind)])
    is_left_out = kind in ("ambiguous", "cldr")
    assert bool(names(phrases, "Republic of Wonder")) != is_left_out
    assert bool(names(phrases, "Wonder, Republic of")) == (kind in ("official", "alternative"))
    assert bool(names(phrases, "Won")) == (kind != "abbreviation" and not is_left_out)
    assert bool(names(phrases, "WON")) != is_left_out


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_category_of_a_term_is_open_has_a_plural_or_company(category):
    phrases = phrases_in(
        terms=[term("use of mines", category=category), term("PFM-1", category=category, key="p")]
    )
    assert target(phrases, "use of mines").is_open == (category != "organisation")
    assert bool(names(phrases, "PFM-1s")) == (category == "weapon")
    assert ("x" in phrases.listed("mine")) == (category in ("weapon", "obligation"))


@pytest.mark.parametrize("context", CONTEXTS)
def test_each_context_of_a_form_is_kept_but_that_for_looking_up_only(context):
    for rows in (
        {"terms": [term("ABC", context)]},
        {"terms": [term("other")], "forms": [form("ABC", "abbreviation", context)]},
    ):
        found = [m.target for m in mentions.names(Words("ABC", frozenset), phrases_in(**rows))]
        assert [t.context for t in found] == ([] if context == "never" else [context])
        is_short = context == "topic" and "forms" in rows
        assert {t.spelling for t in found} <= {"short" if is_short else "exact"}


# --- lists


def test_the_lists_of_words():
    rows = [
        phrase(word, kind)
        for kind in ("war", "person", "beside", "doubtful")
        for word in (f"{kind}s", "Both")
    ]
    phrases = phrases_in(phrases=rows)
    for kind in ("war", "person", "beside", "doubtful"):
        assert phrases.listed(kind) == {f"{kind}s", "both"}
    assert phrases.listed("none") == frozenset()


def test_a_word_of_context_mine_counts_beside_weapons_obligations_and_the_convention():
    rows = [
        term("a", category="weapon", key="a"),
        term("b", category="obligation", key="b"),
        term("c", category="body", key="c"),
    ]
    assert phrases_in(terms=rows).listed("mine") == {"a", "b", "ottawa-convention"}


def test_every_word_of_a_form_may_be_broken_at_a_line_end():
    phrases = phrases_in(
        terms=[term("landmine field")],
        claims=[claim("ukraine signed_up treaty? +allmine")],
        phrases=[phrase("#out walked|pulled outward", "class")],
    )
    for word in ("landmine", "field", "ukraine", "signed", "treaty", "walked", "outward"):
        assert Words(f"{word[:3]}-\n{word[3:]}", phrases.known).folded == [word]
    assert Words("no-\nthing", phrases.known).folded == ["no", "thing"]
    assert "" not in phrases.known()
