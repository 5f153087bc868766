"""How a text is parted into words, and which articles they name: every rule, to both sides of its bound."""

import pytest

from treatycli.gloss import tokens
from treatycli.gloss.articles import articles_in
from treatycli.gloss.stretch import SENTENCE, Words
from treatycli.gloss.tally import SECTION, sections

_KNOWN = frozenset(("landmine", "stockpile", "landzone", "landaxe"))


def words_of(text: str) -> Words:
    return Words(text, lambda: _KNOWN)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Landmines kill.", "landmines kill"),
        ("the Treaty, The treaty", "treaty treaty"),
        ("U.S. and U. S. law", "us and u s law"),
        ("A. B", "a b"),
        ("6,279 and 1,234,567 mines", "6279 and 1234567 mines"),
        ("6,27 and 6,2790 and 6,279a", "6 27 and 6 2790 and 6 279a"),
        ("1234,567", "1234 567"),
        ("6,279a-b and 6,279, and 6,279,", "6 279a b and 6279 and 6279"),
        ("1,234,56 and 1,234.5 and 1.5,234", "1234 56 and 1234 5 and 1.5 234"),
        ("U.S.A. and U.S.x and Us.A. and U.", "usa and us x and us a and u"),
        ("don't-x and don't' and 5%a", "dont x and dont and 5 percent a"),
        ("3.3 and 3.3.1, v3.3 and 3.3a", "3.3 and 3.3.1 v3 3 and 3 3a"),
        ("3.", "3"),
        ("6\u00a0279 and 6\u202f279 and 6\u00a02790", "6279 and 6279 and 6 2790"),
        ("2024\u00a0164 and a\u00a0164", "2024 164 and a 164"),
        ("don't, Ukraine's and Ukraine’s, 'mines'", "dont ukraine and ukraine mines"),
        ("its 's", "its s"),
        ("22% and § 5", "22 percent and 5"),
        ("mine-ban/treaty_text—and", "mine ban treaty text and"),
        ("land\u00admine land\u200bmine co\u0302te", "landmine landmine cote"),
        ("10MSP and 22MSP and 31MSP", "1msp and 1msp and 31msp"),
        ("see https://example.org/mine-ban?a=1 now", "see now"),
        ("www.example.org/ban) and", "and"),
        ("(http://a.b/c) ban", "ban"),
        ("http:/a.b", "http a b"),
        ("http://a.b c https://d.e f www.g.h i", "c f i"),
        ("http://a.b http://c.d e http://f.g", "e"),
        *((f"http://a.b{end}mine", "mine") for end in '<>()[]" \n'),
        ("http://a.b,mine", ""),
        ("x://a", "x a"),
        ("", ""),
        ("... --", ""),
    ],
)
def test_a_text_is_parted_into_words(text, folded):
    assert " ".join(words_of(text).folded) == folded


def test_an_address_has_at_most_two_thousand_characters():
    for sign in ("http://", "www."):
        assert words_of(sign + "a" * (2000 - len(sign)) + " mine").folded == ["mine"]
        assert words_of(sign + "a" * (2001 - len(sign)) + " mine").folded == ["a", "mine"]


def test_a_place_of_a_word_is_one_of_the_text():
    text = "The U.S.’s 6\u00a0279 land\u00admines, (APMBC)"
    words = words_of(text)
    assert [words.shown(i, i) for i in range(len(words))] == [
        "U.S.",
        "s",
        "6\u00a0279",
        "land\u00admines",
        "APMBC",
    ]
    assert words.after_the == {0}
    assert words.gap(0) == ""
    assert words.gap(4) == ", ("
    assert words.shown(2, 3) == "6\u00a0279 land\u00admines"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("a land-\nmine here", "a landmine here"),
        ("a land-  \r\n\t mine here", "a landmine here"),
        ("a land‐\nmine", "a landmine"),
        ("a stock-\npile and a land-\nmine", "a stockpile and a landmine"),
        ("the stock-\npile of the land", "stockpile of land"),
        ("a land-\nMine", "a land mine"),
        ("a land-\nzone", "a landzone"),
        ("a land-\naxe", "a landaxe"),
        ("a land-\nthe", "a land"),
        ("land-\nthe mine", "land mine"),
        ("so a land-\nthe", "so a land"),
        ("a land-\n-mine", "a land mine"),
        ("a mine-\nfree land", "a mine free land"),
        ("a land -\nmine", "a land mine"),
        ("a 2-\nmine", "a 2 mine"),
        ("a land-\n\nmine", "a land mine"),
        ("-\nmine", "mine"),
        ("land-\n", "land"),
    ],
)
def test_a_word_broken_at_a_line_end_is_one_if_it_is_known(text, folded):
    words = words_of(text)
    assert " ".join(words.folded) == folded
    assert all(words.ends[i] <= words.starts[i + 1] for i in range(len(words) - 1))


def test_the_place_behind_the_moves_with_a_joined_word():
    words = words_of("a land-\nmine and the treaty; the ban")
    assert {words.folded[place] for place in words.after_the} == {"treaty", "ban"}


@pytest.mark.parametrize(
    ("between", "adjoins"),
    [
        (" ", True),
        ("-", True),
        ("\n", True),
        (" \n ", True),
        (" (", True),
        (" the ", True),
        (" of the ", None),
        ("\n\n", False),
        ("\n \t\n", False),
        (". ", False),
        ("; ", False),
        ("\n- ", False),
        ("\n  • ", False),
        ("\n-", True),
        (" " * 24, True),
        (" " * 25, False),
    ],
)
def test_a_name_goes_on_over_what_may_stand_inside_it(between, adjoins):
    words = words_of(f"mine{between}ban")
    if adjoins is not None:
        assert words.folded == ["mine", "ban"]
        assert words.adjoins(1) is adjoins
    assert words_of("Dem. Congo").adjoins(1)
    assert not words_of("End. Congo").adjoins(1)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("One. Two", [0, 1]),
        ("One two", [0]),
        ("One, two", [0]),
        ("One: two; three? Four! Five", [0, 1, 2, 3, 4]),
        ("One\ntwo", [0]),
        ("One\n\ntwo", [0, 1]),
        ("One\n- two\n-three", [0, 1]),
        ("St. Kitts", [0]),
        ("One 3.3 two", [0]),
    ],
)
def test_a_sentence_starts_behind_a_mark_a_blank_line_or_a_bullet(text, starts):
    words = words_of(text)
    assert [i for i in range(len(words)) if words.starts_sentence(i)] == starts
    for place in range(len(words)):
        first = max(start for start in starts if start <= place)
        assert words.sentence(place).start == first
        assert words.sentence(place).stop == min([s for s in starts if s > place], default=len(words))


def test_a_sentence_is_looked_at_so_far_and_no_farther():
    words = words_of(" ".join(["mine"] * 200))
    assert words.sentence(100) == range(100 - SENTENCE, 100 + SENTENCE + 1)
    assert words.sentence(100, 3) == range(97, 104)
    assert words.sentence(0, 3) == range(4)


def test_a_possessive_is_no_part_of_the_end_of_a_word():
    words = words_of("Ukraine's Russia’S ours 's mines' X's")
    assert [words.text[words.starts[i] : words.end(i)] for i in range(len(words))] == [
        "Ukraine", "Russia", "ours", "s", "mines", "X"
    ]  # fmt: skip


def test_capitals_are_more_than_half_of_the_letters():
    assert tokens.in_capitals("NATO")
    assert tokens.in_capitals("UAE's")
    assert not tokens.in_capitals("UNus1")
    assert not tokens.in_capitals("Ab")
    assert not tokens.in_capitals("12")


def test_the_forms_are_folded_as_the_words_are():
    assert tokens.form_words("the Mine-Ban Treaty's 22MSP, 6,279 (AP) %") == (
        "mine", "ban", "treaty", "1msp", "6279", "ap", "percent"
    )  # fmt: skip


@pytest.mark.parametrize("longest", [1, 40, 41, 30_000])
def test_a_word_of_any_length_is_one_word(longest):
    assert [len(word) for word in words_of("x" * longest + ".").folded] == [longest]


@pytest.mark.parametrize(
    ("text", "numbers", "shown"),
    [
        ("Article 5", [5], ["Article 5"]),
        ("article 5 asks", [5], ["article 5"]),
        ("Art. 5(1) asks", [5], ["Art. 5(1)"]),
        ("Arts. 4 and 5", [4, 5], ["Arts. 4", "5"]),
        ("of this article. 5 states", [], []),
        ("Article: 5", [], []),
        ("Article", [], []),
        ("Article 22 and 1", [22], ["Article 22"]),
        ("Articles 22, 23 and 5", [22], ["Articles 22"]),
        ("Articles 23 and 5", [5], ["5"]),
        ("Articles 0 and 5", [], []),
        ("Article 5%", [], []),
        ("Article 5% of", [], []),
        ("Article 555", [], []),
        ("Article 5.1 asks", [5], ["Article 5.1"]),
        ("Article 5.123 asks", [5], ["Article 5"]),
        ("Article 5(1)(a) and (b) ask", [5], ["Article 5(1)(a) and (b)"]),
        ("Article 5 (1), (2) ask", [5], ["Article 5 (1), (2)"]),
        ("Article 5  (2) asks", [5], ["Article 5  (2)"]),
        ("Article 5   (2) asks", [5], ["Article 5"]),
        ("Article 5 (which) asks", [5], ["Article 5"]),
        ("Article 5 (viii) asks", [5], ["Article 5 (viii)"]),
        ("Article 5 (a-b) asks", [5], ["Article 5"]),
        ("Article 5 (1", [5], ["Article 5"]),
        ("Articles 1, 4, and 5", [1, 4, 5], ["Articles 1", "4", "5"]),
        ("Articles 1 & 4", [1, 4], ["Articles 1", "4"]),
        ("Articles 1 or 4 or 5", [1, 4], ["Articles 1", "4"]),
        ("Articles 1 and 4-6 and 9", [1, 4, 5, 6], ["Articles 1", "4", "6", "6"]),
        ("Articles 1, to 4", [1], ["Articles 1"]),
        ("Articles 7 through 9", [7, 8, 9], ["Articles 7", "9", "9"]),
        ("Articles 20–22", [20, 21, 22], ["Articles 20", "22", "22"]),
        ("Articles 20-23", [20], ["Articles 20"]),
        ("Article 7, 8", [7], ["Article 7"]),
        ("Article 7-8", [7, 8], ["Article 7", "8"]),
        ("Article 7 to 8", [7], ["Article 7"]),
        ("Articles 7\nand 8", [7, 8], ["Articles 7", "8"]),
        ("Articles 7. 8", [7], ["Articles 7"]),
        ("article 5 days later", [], []),
        ("article 5 percent", [], []),
        ("article 5, days later", [5], ["article 5"]),
        ("Article 5 days later", [5], ["Article 5"]),
        ("Article VII", [7], ["Article VII"]),
        ("Article vii", [], []),
        ("article VII", [], []),
        ("Article XXIII", [], []),
        ("Article I, then", [1], ["Article I"]),
        ("Article I of it", [1], ["Article I"]),
        ("Article I", [1], ["Article I"]),
        ("The article I wrote", [], []),
        ("Article I wrote", [], []),
        ("Article five", [5], ["Article five"]),
        ("Article twenty-two", [22], ["Article twenty-two"]),
        ("Article twenty-one (1)", [21], ["Article twenty-one (1)"]),
        ("Article twenty-three", [], []),
        ("Article twenty-nine", [], []),
        ("Article twenty-ten", [20, 10], ["Article twenty", "ten"]),
        ("Article twenty one", [20], ["Article twenty"]),
        ("Articles five to seven", [5, 6, 7], ["Articles five", "seven", "seven"]),
    ],
)
def test_articles_are_read_with_their_paragraphs_to_the_right_place(text, numbers, shown):
    named = list(articles_in(words_of(text)))
    assert [one.number for one in named] == numbers
    assert [text[slice(*one.span)] for one in named] == shown
    for one in named:
        assert one.first <= one.last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("So Article 5 asks", [(1, 2)]),
        ("Then Article 5 (1), (2) asks", [(1, 4)]),
        ("By Articles 1, 4 and 5(1)(a) all", [(1, 2), (3, 3), (5, 7)]),
        ("Articles 4-6", [(0, 1), (2, 2), (2, 2)]),
        ("In Article twenty-one (1)", [(1, 4)]),
        ("of Article 5.123 so", [(1, 2)]),
    ],
)
def test_an_article_reaches_from_its_first_word_to_the_last_of_its_paragraphs(text, words):
    assert [(one.first, one.last) for one in articles_in(words_of(text))] == words


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("Common Article 3 binds", False),
        ("Article 5 of the Ottawa Convention", True),
        ("Article 5 under the mine ban", True),
        ("NATO's Article 5", False),
        ("NATO. Article 5", True),
        ("Charter rule Article 5", False),
        ("Charter of old things Article 5", True),
        ("Article 5 NATO", False),
        ("Article 5. NATO", True),
        ("Article 2, paragraph 4, of the Charter", False),
        ("Article 2 of the Charter", False),
        ("Article 2 for the Charter", True),
        ("Article 5 of its Charter", False),
        ("Article 5 of the Convention", True),
        ("Article 5 of the Convention on Everything", True),
        ("Article 5 of the Hague Convention", False),
        ("Article 5 of that said treaty", True),
        ("Article 5 of the UN treaty", True),
        ("Article 5 of the big old treaty law", True),
        ("Article 5 of it. The Charter", True),
        ("Article 5 of a b c d e f g h Charter", True),
        ("Article 5 is common", True),
        ("Uncommon Article 5", True),
        ("Charter rule big Article 5", True),
        ("Law 2. 3 Article 5", True),
        ("Article 5 of Aa Bb Cc Dd Ee Ff Gg Hh Charter", False),
        ("Article 5 of Aa Bb Cc Dd Ee Ff Gg Hh Ii Charter", True),
        ("Article 5 of the Charter Big Old Ottawa", True),
        ("Article 5 of the Charter Big Old Red Ottawa", False),
        ("Article 5 in the Charter Big Old Ottawa", True),
        ("Article 5 to the Charter Big Old Ottawa", True),
        ("Article 2 paragraph", True),
        ("Article 2 paragraph 4", True),
        ("Article 2, paragraphs 4, 5 of", True),
        ("Article 2, paragraphs 4, 5 of the Charter", False),
        ("Article 2, paragraph, 4, 5, of the Charter", False),
        ("Article 5 of the Red treaty", False),
        ("Article 5 of the Red conventions", False),
        ("Article 5 of the treaty Red Charter", True),
        *(
            (f"Article 5 of the Convention {on} the Sea", False)
            for on in ("on", "for", "against", "concerning")
        ),
        ("Article 5 of the Convention with the Sea", True),
        ("Article 5 of the Convention on", True),
        ("Article 5 of the United Nations 1997 treaty", True),
        ("Article 5 of old Charter", False),
        ("Article 5 of so old Charter", True),
        *(
            (f"Article 5 of a {word} Charter", False)
            for word in ("its", "this", "that", "said", "on", "same")
        ),
        ("Article 5 TFEU", False),
        ("Article 5 ECHR", False),
        ("Article 5 CCW", True),
    ],
)
def test_an_article_is_ours_unless_the_words_around_name_another_instrument(text, ours):
    assert bool(list(articles_in(words_of(text)))) is ours


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("x" * SECTION + "\n  \n" + "y" * 2 * SECTION, SECTION + 4),
        ("x" * SECTION + "\ny.\n" + "y" * 2 * SECTION, SECTION + 4),
        ("x" * SECTION + ". y " + "y" * 2 * SECTION, SECTION + 2),
        ("x" * SECTION + " y" + "y" * 2 * SECTION, SECTION + 1),
        ("x" * 3 * SECTION, 2 * SECTION),
        ("x" * 2 * SECTION, 2 * SECTION),
        ("\n\n" + "x" * 2 * SECTION, 2 * SECTION),
    ],
)
def test_a_section_ends_with_a_paragraph_a_line_a_sentence_a_word_or_anywhere(text, cut):
    parts = list(sections([text]))
    assert len(parts[0]) == cut
    assert "".join(parts) == text
    assert list(sections([text[:7], text[7:SECTION], text[SECTION:]])) == parts
