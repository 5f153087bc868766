"""Names: the right entry, never the wrong one."""

from __future__ import annotations

import csv
import random
import shlex
import string

import pytest
from conftest import NOTICE, ROOT, overlay

from treatycli import names
from treatycli.answers import DataError
from treatycli.names import Found, Key, Missed, fold
from treatycli.package import Package, open_package
from treatycli.package.index import INDEX, Index
from treatycli.records import Name, State

CORPUS = list(csv.DictReader((ROOT / "tests" / "names_corpus.csv").open(encoding="utf-8", newline="")))
SLIPS = 500


def outcome(package, query, table):
    found = names.resolve(package, query, table)
    if isinstance(found, Found):
        return "answer", found.key.id
    if found.ambiguous:
        return "ambiguous", ""
    return "suggestion", found.suggestions[0].id if found.suggestions else ""


def test_the_corpus_is_large_and_holds_every_outcome():
    assert len(CORPUS) >= 500
    assert {row["outcome"] for row in CORPUS} == {"answer", "suggestion", "ambiguous", "no answer"}


@pytest.mark.parametrize("kind", ["answer", "suggestion", "ambiguous", "no answer"])
def test_every_way_to_write_a_name_has_its_outcome(package, kind):
    wrong = []
    for row in CORPUS:
        if row["outcome"] == kind:
            told, key = outcome(package, row["query"], row["table"])
            right = told != "answer" if kind == "no answer" else (told, key) == (kind, row["expected"])
            if not right:
                wrong.append((row["query"], told, key))
    assert wrong == []


def slipped(word, edits, chance):
    for _ in range(edits):
        i, kind = chance.randrange(1, len(word) - 1), chance.randrange(4)
        letter = chance.choice(string.ascii_lowercase)
        word = (
            word[:i] + word[i + 1 :] if kind == 0
            else word[:i] + letter + word[i:] if kind == 1
            else word[:i] + letter + word[i + 1 :] if kind == 2
            else word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        )  # fmt: skip
    return word


@pytest.mark.parametrize("table", ["states", "terms"])
def test_slips_are_answered_or_suggested_first_and_never_answered_wrong(package, table):
    chance = random.Random(20261124)
    keys = [Key(*cells) for cells in package.listed(names.SECTION)]
    english = [
        key for key in keys
        if key.table == table and key.how in ("name", "alias", "form") and len(key.folded) >= 6 and key.folded.isascii()
    ]  # fmt: skip
    right = asked = 0
    for key in chance.sample(english, min(SLIPS, len(english))):
        for edits in (1, 2):
            word = slipped(key.folded, edits, chance)
            if fold(word) != key.folded and not package.linked(names.SECTION, fold(word)):
                told, found = outcome(package, word, table)
                assert told != "answer" or found == key.id, (key.folded, word, found)
                asked += 1
                right += found == key.id
    assert right / asked >= 0.97, f"{right} of {asked}"


def test_names_in_every_language_of_the_tables_answer(package):
    asked = [name for name in package.all(Name) if name.kind == "cldr"]
    missed = [name.name for name in asked if outcome(package, name.name, "states") != ("answer", name.iso3)]
    assert len(asked) > 1500
    assert len(missed) / len(asked) < 0.005, missed


def test_every_state_answers_to_its_name_and_codes(package):
    for state in package.all(State):
        for query in (
            state.name,
            state.short_name,
            state.iso3,
            state.iso2,
            state.name.upper(),
            f"The {state.name}",
        ):
            assert outcome(package, query, "states") == ("answer", state.iso3), query


def test_two_and_three_letters_are_a_code_or_form_or_nothing(package):
    codes = {cells[0] for cells in package.listed(names.SECTION)}
    for a in string.ascii_lowercase:
        for b in string.ascii_lowercase:
            for query in (a + b, a + b + "x"):
                if query not in codes:
                    assert isinstance(names.resolve(package, query, "states"), Missed), query


@pytest.mark.parametrize(
    ("typed", "table", "found", "matched", "namesakes"),
    [
        ("Türkiye", "states", "TUR", "name", []), ("Cóngo", "states", "COG", "name", ["COD"]),
        ("Guinée", "states", "GIN", "alias", []), ("AFG", "states", "AFG", "code", []), ("Af’g", "states", "AFG", "code", []),
        ("déminage", "terms", "demining", "form", []), ("Clearánce", "terms", "clearance", "name", []),
    ],
)  # fmt: skip
def test_a_name_with_accents_answers_as_exactly_as_without(package, typed, table, found, matched, namesakes):
    met = names.resolve(package, typed, table)
    assert (met.key.id, met.matched, [key.id for key in met.namesakes]) == (found, matched, namesakes)
    assert names.found(package, typed, table) == met


@pytest.mark.parametrize(
    ("query", "state", "namesake"),
    [("congo", "COG", "COD"), ("guinea", "GIN", "GNB"), ("micronesia", "FSM", None), ("samoa", "WSM", None), ("sudan", "SDN", "SSD"), ("dominica", "DMA", None)],
)  # fmt: skip
def test_an_exact_name_answers_and_mentions_its_namesakes(treaty, query, state, namesake):
    done = treaty("country", query, "--field", "iso3")
    assert (done.returncode, done.stdout) == (0, state + "\n")
    if namesake:
        assert "there is also" in done.stderr


@pytest.mark.parametrize("pair", [("Niger", "Nigeria"), ("Austria", "Australia"), ("Iran", "Iraq"), ("Slovakia", "Slovenia"), ("Dominica", "Dominican Republic"), ("Mali", "Malawi"), ("Gambia", "Zambia"), ("Mauritius", "Mauritania")])  # fmt: skip
def test_neighbours_in_spelling_never_stand_in_for_each_other(package, pair):
    found = [names.resolve(package, name, "states") for name in pair]
    assert all(isinstance(answer, Found) and answer.matched != "spelling" for answer in found)
    assert found[0].key.id != found[1].key.id


def test_a_code_gives_way_to_the_name_of_a_state_and_no_other_name_does(small, tmp_path):
    overlay(tmp_path, names=["XAA,Xb,abbreviation,en"])
    assert outcome(open_package(str(tmp_path)), "xb", "states") == ("answer", "XBB")
    overlay(tmp_path, states=["XDD,XD,904,Republic of Xb,Xb,Europe,Northern Europe,1"])
    assert outcome(open_package(str(tmp_path)), "xb", "states") == ("answer", "XDD")


def test_a_space_that_moved_answers_only_where_one_state_can_be_meant(small, tmp_path):
    overlay(tmp_path, names=["XAA,Quux landia,alternative,en"])
    assert outcome(open_package(str(tmp_path)), "q uux landi a", "states") == ("answer", "XAA")
    overlay(tmp_path, names=["XAA,Quux landia,alternative,en", "XBB,Quuxl andia,alternative,en"])
    told, _ = outcome(open_package(str(tmp_path)), "q uux landi a", "states")
    assert told == "suggestion"


def term(key, text):
    return f"{key},{text},obligation,,A plain word.,,1(1),,overlay-source"


def resolved(tmp_path, query, table, **rows):
    """Return what a name leads to in the small package with these rows laid over it."""
    overlay(tmp_path, sources=[NOTICE], **rows)
    return names.resolve(open_package(str(tmp_path)), query, table)


def answered(met):
    """Return the record that a name leads to, or None."""
    return met.key.id if isinstance(met, Found) else None


@pytest.mark.parametrize(
    ("rows", "answer", "others"),
    [
        (["XAA,Quux,alternative,en", "XBB,Quux,ambiguous,en"], "XAA", ["XBB"]),
        (["XAA,Quux,ambiguous,en", "XBB,Quux,demonym,en"], None, ["XAA"]),
        (["XAA,Quux,ambiguous,en", "XBB,Quux,local,de"], None, ["XAA"]),
        (["XAA,Quux,ambiguous,en", "XBB,Quux,ambiguous,en"], None, ["XAA", "XBB"]),
        (["XAA,Quux,demonym,en"], "XAA", []),
        (["XAA,Quux,local,de"], "XAA", []),
    ],
)
def test_what_names_better_answers_and_ambiguous_names_suggest(small, tmp_path, rows, answer, others):
    met = resolved(tmp_path, "quux", "states", names=rows)
    if answer is None:
        assert (met.ambiguous, [key.id for key in met.suggestions]) == (len(others) > 1, others)
    else:
        assert (met.key.id, met.matched, [key.id for key in met.namesakes]) == (answer, "alias", others)


def test_an_id_names_an_entry_as_well_as_its_name_and_better_than_a_form(small, tmp_path):
    both = resolved(tmp_path, "quux", "terms", terms=[term("aa", "Quux"), term("quux", "Other")])
    assert (both.ambiguous, [key.id for key in both.suggestions]) == (True, ["aa", "quux"])
    forms = ["stockpiling,quux,synonym,en,,,,"]
    one = resolved(tmp_path, "quux", "terms", terms=[term("quux", "Other")], forms=forms)
    assert (one.key.id, one.matched, [key.id for key in one.namesakes]) == ("quux", "id", ["stockpiling"])


@pytest.mark.parametrize("typed", ["quu", "quux", "quuxx"])
def test_what_begins_or_lies_alike_is_suggested_by_how_well_it_names(small, tmp_path, typed):
    states = [
        "XDD,XD,904,Republic of Quuxe,Quuxe,Europe,Northern Europe,1",
        "XEE,XE,905,Zeta,Zeta,Europe,Northern Europe,1",
    ]
    rows = [
        "XAA,Quuxa,local,de",
        "XBB,Quuxb,adjective,en",
        "XCC,Quuxc,ambiguous,en",
        "XEE,Quuxd,alternative,en",
    ]
    missed = resolved(tmp_path, typed, "states", states=states, names=rows)
    assert [key.id for key in missed.suggestions] == ["XDD", "XEE", "XCC", "XBB", "XAA"]
    terms, forms = [term("quuxb", "Alpha"), term("aa", "Quuxc")], ["stockpiling,quuxa,synonym,en,,,,"]
    missed = resolved(tmp_path, typed, "terms", terms=terms, forms=forms)
    assert [key.id for key in missed.suggestions] == ["aa", "quuxb", "stockpiling"]


@pytest.mark.parametrize(
    ("states", "rows", "answers"),
    [
        ([], [], True),
        ([], ["XAA,Quxx,alternative,en"], True),
        ([], ["XBB,Quxx,local,de"], True),
        ([], ["XBB,Quxx,alternative,en"], False),
        ([], ["XBB,Quxx,adjective,en"], False),
        ([], ["XBB,Quxx,ambiguous,en"], False),
        (["XDD,XD,904,Republic of Quxx,Quxx,Europe,Northern Europe,1"], [], False),
        (["XDD,XD,904,Republic of Quxx,Quxx,Europe,Northern Europe,1"], ["XBB,Quxx,local,de"], False),
    ],
)
def test_a_word_that_names_another_state_in_english_is_no_misspelling(small, tmp_path, states, rows, answers):
    rows = ["XAA,Quux landia,alternative,en", *rows]
    met = resolved(tmp_path, "quxx landia", "states", states=states, names=rows)
    assert answered(met) == ("XAA" if answers else None)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Republic of Quuxlandai", "XDD"), ("Democratic Republic of Quuxlandai", "XEE"), ("Quuxlandai", None),
        ("Kingdom of Quuxlandai", None), ("Islamic Republic of Quuxlandai", None), ("Quuxlandia", None),
    ],
)  # fmt: skip
def test_two_states_of_one_word_are_told_apart_by_the_whole_of_what_sort_they_are(
    small, tmp_path, typed, state
):
    states = [
        "XDD,XD,904,Republic of Quuxlandia,Zeta,Europe,Northern Europe,1",
        "XEE,XE,905,Democratic Republic of Quuxlandia,Theta,Europe,Northern Europe,1",
    ]
    assert answered(resolved(tmp_path, typed, "states", states=states)) == state


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Republic of Xb (XB)", None), ("XB (Republic of Xb)", None), ("Republic of Xb (Xb)", "XDD"),
        ("Belmark (XB)", "XBB"), ("Belmark (xb)", None), ("XBB/XB", "XBB"), ("Xb/xb", "XDD"),
    ],
)  # fmt: skip
def test_beside_a_name_capitals_are_a_code_before_they_are_a_name(small, tmp_path, typed, state):
    states = ["XDD,XD,904,Republic of Xb,Xb,Europe,Northern Europe,1"]
    assert answered(resolved(tmp_path, typed, "states", states=states)) == state


@pytest.mark.parametrize(
    ("other", "answers"),
    [("Quux lan", False), ("Landi quuz", False), ("Landx quuz", True), ("Lanxx quuz", True), ("Zeta", True)],
)
def test_a_misspelt_entry_answers_where_the_next_is_two_edits_further(small, tmp_path, other, answers):
    met = resolved(tmp_path, "quux landi", "terms", terms=[term("aa", "Quux landia"), term("bb", other)])
    assert answered(met) == ("aa" if answers else None)


def test_a_prefix_suggests_and_exact_turns_spelling_off(package, treaty):
    assert outcome(package, "lith", "states") == ("suggestion", "LTU")
    assert isinstance(names.resolve(package, "lithuana", "states", exact=True), Missed)
    done = treaty("country", "lith")
    assert done.returncode == 1
    assert done.stderr.splitlines()[1].strip().startswith("treaty country Lithuania")


def test_suggestions_are_at_most_five_commands_that_work(treaty):
    lines = treaty("define", "clearance deadline of a state").stderr.splitlines()[1:]
    assert 1 <= len(lines) <= 5
    for line in lines:
        command = shlex.split(line, comments=True)
        assert treaty(*command[1:]).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (["define", "lithuania"], "treaty country Lithuania"),
        (["country", "stockpiling"], "treaty define Stockpiling"),
        (["timelin"], "treaty timeline"),
    ],
)
def test_a_name_in_the_wrong_place_says_which_command_to_use(treaty, arguments, command):
    done = treaty(*arguments)
    assert done.returncode in (1, 2)
    assert command in done.stderr


def test_folding_keeps_what_counts():
    assert fold("Côte d’Ivoire") == fold("cote d'ivoire") == "cote divoire"
    assert fold("The State-Party") == "state party"
    assert fold("Türkiye") == "turkiye"
    assert fold("Straße") == "strasse"
    assert fold("Łotwa") == "lotwa"
    assert fold("  ") == ""
    assert fold("立陶宛") == "立陶宛"


def test_ten_thousand_names_are_answered_line_by_line(treaty):
    chance = random.Random(4)
    queries = [row["query"] for row in CORPUS if row["table"] == "states" and row["expected"]]
    asked = [chance.choice(queries) for _ in range(10_000)]
    done = treaty("country", "-", "--field", "iso3", stdin="\n".join(asked) + "\n")
    assert len(done.stdout.splitlines()) + len(done.stderr.splitlines()) >= len(asked)


def test_a_batch_answers_in_order_and_reports_the_line_of_a_miss(treaty):
    done = treaty("define", "-", "--field", "id", stdin="unmas\nqqqqqq\n\nstockpiling\n")
    assert done.stdout.split() == ["unmas", "stockpiling"]
    assert done.stderr.startswith("treaty: line 2: ")
    assert done.returncode == 1


def test_the_index_is_verified_before_a_name_is_said_to_be_missing(tmp_path, package):
    data = bytearray((ROOT / "src" / "treatycli" / "data" / INDEX).read_bytes())
    place = data.index(b"lithuania\tlithuania\tstates")
    data[place] = ord("m")
    (tmp_path / INDEX).write_bytes(data)
    damaged = Package(Index(str(tmp_path / INDEX)))
    with pytest.raises(DataError, match="E110"):
        names.resolve(damaged, "lithuania", "states")
