"""Letters: folding, unsafe characters, edits, and a name's parts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatycli import folding, names, spelling
from treatycli.designators import PLAIN, SORTS, apart, by_script, parts, trimmed, ways
from treatycli.folding import LONGEST, clean, fold, unsafe
from treatycli.names import Missed


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d’Ivoire", "cote divoire"), ("cote d'ivoire", "cote divoire"), ("d`Ivoire", "divoire"),
        ("The State-Party", "state party"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Đặng", "dang"),
        ("Øster Æble Œuvre", "oster aeble oeuvre"), ("Lýðveldið", "lydveldid"), ("Þór", "thor"), ("Kıbrıs", "kibris"),
        ("ʻUmān", "uman"), ("Yisrā´el", "yisrael"), ("‘Irāq’", "iraq"), ("ʼErtrā", "ertra"), ("ＡＦＧ", "afg"),
        ("יִשְׂרָאֵל", "ישראל"), ("اليَمَن", "اليمن"), ("a\u0300\u036f", "a"), ("\u0590\u05c8", "\u05c8"[:0]),
        ("x\u02ffy", "x y"), ("x\u0370y", "xͰy".casefold()), ("立陶宛（国）", "立陶宛 国"), ("", ""), ("the", ""),
        ("a_b.c", "a b c"), ("٣٤", "٣٤"), ("\u200bAB\u200e", "ab"), ("É!É", "e e"),
        ("a\x7fb", "a b"), ("a\x7fÉ", "a e"), ("a~b\x00c", "a b c"),
    ],
)  # fmt: skip
def test_folding_keeps_letters_and_digits(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once_and_leaves_no_capital_and_no_outer_space(text):
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded
    assert fold(fold(folded)) == fold(folded)
    assert fold(text.upper()) == fold(text.upper().lower()) or not text.isascii()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", "5"), ("05", "5"), ("Art. 5(1)", "5"), ("art5", "5"), ("article5", "5"), ("Articles 7 and 8", "7"),
        ("no. 9", "9"), ("Number 9", "9"), ("i", "1"), ("V", "5"), ("XXII", "22"), ("XXIII", "xxiii"),
        ("the Preamble", "Preamble"), ("nonsense", "nonsense"), ("treaty", "treaty"), ("article", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_number_of_an_article_is_read_as_people_write_it(typed, number):
    assert folding.article_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "beyond"),
    [
        ("5 Ukraine", "ukraine"), ("Art. 5(1) of the Convention", ""), ("article 7, paragraph 2 South Sudan", "south sudan"),
        ("5 12 (a) Fiji", "fiji"), ("5 US", "us"), ("5", ""), ("article", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_stands_behind_an_article_is_told_from_its_paragraphs(typed, beyond):
    assert folding.article_beyond(typed) == beyond


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("C.N.362.2025", ["362", "2025"]), ("CN362.2025", ["362", "2025"]), ("cn 362", ["362"]),
        ("C.N.362.2025.TREATIES-XXVI.5", ["362", "2025", "5"]), ("362.2025", []), ("notification 362", []), ("", []),
    ],
)  # fmt: skip
def test_the_numbers_of_a_notification_are_read_behind_its_letters(typed, numbers):
    assert folding.notification_numbers(typed) == numbers


@given(st.text(max_size=60))
def test_cleaning_tells_what_is_unsafe(text):
    assert not unsafe(clean(text))
    assert unsafe(text) == (clean(text) != text)


def test_every_unsafe_character_is_replaced_and_no_other():
    unsafe_codes = {
        *range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F),
        *range(0x2060, 0x206A), 0xFEFF, *range(0xD800, 0xE000),
    }  # fmt: skip
    assert {code for code in range(0x11000) if unsafe(chr(code))} == unsafe_codes
    beside = {chr(code) for code in range(0x11000) if clean(chr(code) + "\x1b")[0] != chr(code)}
    assert beside == {chr(code) for code in unsafe_codes}
    assert clean("a\x1b\u202eb") == "a\ufffd\ufffdb"
    assert clean("a\tb\n", "\t") == "a\tb\ufffd"


def test_a_text_of_marks_is_folded_piece_by_piece(monkeypatch):
    lengths = []
    normal = unicodedata.normalize

    def normalize(form, text):
        lengths.append(len(text))
        return normal(form, text)

    monkeypatch.setattr(unicodedata, "normalize", normalize)
    assert fold("a" + "\u0301\u0316" * 10_000) == "a"
    assert lengths
    assert max(lengths) <= 2 * LONGEST


def test_a_long_text_folds_as_its_pieces_do():
    text = "É" * (LONGEST - 1) + "ßÉ" + "x"
    assert fold(text) == "e" * (LONGEST - 1) + "ssex"
    assert folding.LONGEST == names.LONGEST == 1000


def test_a_name_too_long_is_not_found_and_not_given_back_whole(package):
    for table in ("states", "terms"):
        missed = names.resolve(package, "x" * (LONGEST + 1), table)
        assert missed == Missed("x" * 40 + "…", False, ())
        assert names.resolve(package, "y" * LONGEST, table).typed == "y" * LONGEST
    for spaces, iso3 in ((LONGEST - 9, "LTU"), (LONGEST - 8, None)):
        found = names.found(package, " " * spaces + "Lithuania", "states")
        assert (found.key.id if found else None) == iso3
    assert (
        names.resolve(package, "the Republic of" + " " * (LONGEST - 25) + "Lithuania", "states").key.id
        == "LTU"
    )


def test_words_are_taken_apart():
    assert apart("islamic republic of iran".split()) == ({"islamic", "republic"}, "iran")
    assert apart("la republique des iles cook".split(), ("islands",)) == ({"republic"}, "iles cook")
    assert apart(["iran"]) == (frozenset(), "iran")
    assert apart(["dpr", "korea", "of"]) == ({"democratic", "peoples", "republic"}, "korea")
    assert apart(["of"]) == (frozenset(), "")
    assert trimmed(["de", "la", "congo", "de", "of"]) == ["congo", "de"]
    assert trimmed([]) == []


def test_designators_are_known_as_they_fold():
    assert all(fold(word) == word for word in SORTS)
    assert set().union(*SORTS.values()) <= set(PLAIN)
    assert SORTS[fold("République")] == SORTS["共和国"] == SORTS[fold("جمهورية")] == {"republic"}
    assert len(PLAIN) == len(set(PLAIN))


@pytest.mark.parametrize(
    ("typed", "pieces", "bracketed"),
    [
        ("Korea (Rep. of)", ["Korea ", "Rep. of"], ["Korea ", "Rep. of"]),
        ("Korea, Rep. of", ["Korea", " Rep. of"], ["Korea, Rep. of"]),
        ("Barbade (la)", ["Barbade "], ["Barbade "]),
        ("Xa/Xb|Xc;Xd", ["Xa", "Xb", "Xc", "Xd"], ["Xa", "Xb", "Xc", "Xd"]),
        ("Cyprus - Kibris", ["Cyprus", "Kibris"], ["Cyprus", "Kibris"]),
        ("Cyprus – Kibris", ["Cyprus", "Kibris"], ["Cyprus", "Kibris"]),
        ("伊朗（伊）", ["伊朗", "伊"], ["伊朗", "伊"]), ("إيران، x", ["إيران", " x"], ["إيران، x"]),
        ("Guinea-Bissau", ["Guinea-Bissau"], ["Guinea-Bissau"]), ("[x]", ["x"], ["x"]), ("(the)", [], []),
    ],
)  # fmt: skip
def test_parts_of_a_name(typed, pieces, bracketed):
    assert parts(typed) == pieces
    assert parts(typed, commas=False) == bracketed


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["Korea", "Rep. of"], ["rep of korea", "republic of korea", "korea rep of", "korea republic of"]),
        (["Rep"], ["rep"]),
        (["D. P. R. Korea"], ["dpr korea"]),
        (["S. Korea"], ["s korea", "south korea"]),
        (["Korea S."], ["korea s", "korea south"]),
        (["Trinidad & Tob."], ["trinidad and tob", "trinidad and tobago"]),
        (["l'Iran"], ["liran", "iran"]),
        (["Royaume d’Iran"], ["royaume diran", "royaume iran"]),
        (["as-Sudan"], ["as sudan", "sudan"]),
        (["新加坡共和国"], ["新加坡 共和国", "新加坡共和国"]),
        (["巴勒斯坦国"], ["巴勒斯坦 国", "巴勒斯坦国"]),
        (["中国"], ["中国"]),
        (["são tomé e príncipe"], ["sao tome e principe", "sao tome east principe"]),
        (["a", "b", "c"], ["bca", "abc"]),
        (["X", "Y Y"], None),
    ],
)
def test_ways_to_write_a_name(pieces, expected):
    found = [" ".join(words) for words in ways(pieces)]
    if expected is None:
        assert "y y of x" not in found[:2]
        assert len(found) == len(set(found))
    elif len(pieces) == 2:
        assert found[:4] == expected
        assert found[4:] == ["rep of of korea", "republic of of korea"]
    else:
        assert found == expected


def test_names_in_two_alphabets_are_told_apart():
    assert by_script("Tchad تشاد") == ["Tchad", "تشاد"]
    assert by_script("Côte d'Ivoire") == ["Côte d'Ivoire"]
    assert by_script("Comores Komori جزر القمر") == ["Comores Komori", "جزر القمر"]
    assert by_script("") == []


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("eygpt", "egypt", True), ("rusia", "russia", True), ("nepall", "nepal", True), ("indio", "india", False),
        ("yalta", "malta", False), ("lagos", "laos", False), ("perru", "peru", False), ("namiba", "namibia", True),
        ("camrone", "cameroon", False), ("lithunia", "lithuania", True), ("swizilandi", "swaziland", False),
        ("uzbekistaan", "uzbekistan", True), ("turkmenstn", "turkmenistan", True), ("trkmnistan", "turkmenistan", True),
        ("trkmnstan", "turkmenistan", False), ("san martin", "san marino", False), ("sao jose", "sao tome", False),
        ("costa ricca", "costa rica", True), ("saudia arabia", "saudi arabia", True), ("bissau guinea", "guinea bissau", True),
        ("newzealand", "new zealand", True), ("new zealnd", "new zealand", True), ("bew zealand", "new zealand", False),
        ("new bealand", "new zealand", False), ("nev zealand", "new zealand", False), ("sri lnka", "sri lanka", True), ("trinidad and tobego", "trinidad and tobago", True),
        ("el salvidor", "el salvador", True), ("ab salvador", "el salvador", False), ("egyptt", "egypt", True),
        ("egyp", "egypt", False), ("italyy", "italy", True), ("sudaan", "sudan", True), ("suda", "sudan", False),
        ("ghanai", "ghana", False), ("bhuta", "bhutan", False),
        ("украйна", "украина", True), ("окраина", "украина", False),
    ],
)  # fmt: skip
def test_what_is_a_slip(typed, meant, slip):
    assert spelling.is_slip(typed, meant) is slip


def test_edits_are_counted_and_bounded_by_length():
    assert spelling.edits("ab", "ba") == spelling.edits("ab", "abc") == spelling.edits("ab", "ax") == 1
    assert [spelling.sure_edits("x" * n) for n in (4, 5, 7, 8)] == [0, 1, 1, 2]
    assert [spelling.sure_edits("x" * n, 10) for n in (4, 5, 9, 10)] == [0, 1, 1, 2]
    assert [spelling.most_edits("x" * n) for n in (5, 6)] == [2, 3]
    assert [spelling.shared("abc", other) for other in ("abd", "abc", "x", "abcd", "")] == [2, 3, 0, 3, 0]
    assert spelling.mended("repubilc", ("kingdom", "republic")) == "republic"
    assert spelling.mended("repblc", ("republic",)) == "repblc"
    assert spelling.mended("stat", ("state",)) == "stat"
    assert spelling.mended("sttes", ("states",)) == "states"
    assert spelling.near_words("minee", ["mine", "mines", "miner", "cabin"]) == ["mine", "mines", "miner"]
    assert spelling.near_words("stockpil", ["stockpile", "stockpiles"]) == ["stockpile"]
    assert spelling.near_words("stocpil", ["stockpile"]) == []
    assert spelling.near_words("stockpxxe", ["stockpile"]) == ["stockpile"]
    assert spelling.near_commands("timelin", ["define", "timeline", "timelines"]) == ["timeline", "timelines"]
    assert spelling.near_commands("xyzzy", ["define"]) == []
    assert spelling.near_commands("stats", ["stat", "stats", "state", "star", "stars"]) == [
        "stats",
        "stat",
        "state",
    ]
    alike = [f"mine{letter}" for letter in "abcdef"]
    assert spelling.near_words("mine", alike) == alike[:5]


def test_candidates_come_nearest_first_with_words_in_any_order_for_one_edit_more():
    lines = [
        ("guinea bissau", ["1"]),
        ("guinea", ["2"]),
        ("guinea bissau", ["3"]),
        ("guyana", ["4"]),
        ("zambia", ["5"]),
    ]
    candidates = spelling.Candidates(lines)
    assert candidates.near("guinea", 2) == [(0, ["2"])]
    assert candidates.near("guiana", 2) == [(1, ["4"]), (2, ["2"])]
    assert candidates.near("bissau guinea", 2) == [(1, ["1"]), (1, ["3"])]
    assert candidates.near("bisau guinea", 3) == [(2, ["1"]), (2, ["3"])]
    assert candidates.near("guinea bisau", 3) == [(1, ["1"]), (1, ["3"])]
    assert candidates.near("guinea of bissau", 1) == [(1, ["1"]), (1, ["3"])]
    assert candidates.near("quite another", 3) == []
    assert candidates.near("zambiaxx", 2) == [(2, ["5"])]
    assert candidates.near("zambiaxxx", 2) == []
    assert candidates.near("zamb", 2) == [(2, ["5"])]
