"""Which treaty words name: ours, another one, or none in particular."""

from __future__ import annotations

import pytest

from treatycli.gloss.elsewhere import another_at, names_another, names_ours, others_in
from treatycli.gloss.stretch import Words


def words_of(text: str) -> Words:
    return Words(text, frozenset)


def is_ours(text: str) -> bool:
    words = words_of(text)
    return names_ours(words, 0, len(words))


def is_another(text: str) -> bool:
    words = words_of(text)
    return names_another(words, 0, len(words))


@pytest.mark.parametrize(
    "text",
    [
        "the Ottawa Convention",
        "the OTTAWA TREATY",
        "the Ottawa Accords",
        "the Ottawa\nConvention",
        "APMBC",
        "the mine-ban regime",
        "the Mine Ban Treaty",
        "the 1997 treaty",
        "the landmine treaty",
        "a mines convention",
        "the treaty banning landmines",
        "the convention on anti-personnel mines",
        "a pact against antipersonnel mines",
        "the treaty outlawing land mines",
        "the treaty on the mines of the poor",
    ],
)
def test_a_name_of_our_convention_is_known(text):
    assert is_ours(text)
    assert not is_another(text)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Ottawa", "Convention Conventions Treaty Accord Accords Pact"),
        ("1997", "Convention Treaty"),
        ("mine", "ban convention conventions treaty pact accord"),
        ("mines landmine landmines", "convention treaty pact accord"),
        ("treaty convention pact", "banning|mines outlawing|mines against|mines on|mines"),
        ("treaty|on", "landmines land|mines land|landmines anti-personnel|mines antipersonnel|landmines"),
    ],
)
def test_our_convention_has_many_names(before, behind):
    for first in before.split():
        for second in behind.split():
            assert is_ours(f"{first} {second}".replace("|", " ")), (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "In Ottawa the treaty was signed",
        "In Ottawa, treaty members met",
        "They met in Ottawa. Treaty members came",
        "Ottawa – treaty town",
        "Ottawa\n\nTreaty of 1997",
        "Ottawa (treaty town)",
        "to mine the ban of its worth",
        "the 1997 report",
        "the treaty on safe mines",
        "the convention on mining",
        "landmines and the treaty",
    ],
)
def test_words_that_only_stand_beside_each_other_name_no_treaty(text):
    assert not is_ours(text)


@pytest.mark.parametrize(
    "text",
    [
        "cluster munitions",
        "the rights of persons with disabilities",
        "the CCW and its annexes",
        "a law of the sea",
        "a conference on certain conventional weapons",
        "the arms-trade treaty",
        "non-proliferation",
        "UN members",
        "nuclear weapons",
        "the chemical weapons ban",
        "a biological and toxin weapons expert",
        "the test-ban treaty",
        "the Test Ban Treaty",
        "climate change",
        "the Paris Agreement",
        "the Rome Statute",
        "the Geneva Conventions",
        "a refugee convention",
        "the rights of the child",
        "a fight against torture",
    ],
)
def test_what_can_only_be_another_treaty_names_it(text):
    assert is_another(text)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", "cluster clusters disability disabilities proliferation nonproliferation protocol protocols"),
        ("", "ccm ccw crpd crc npt tpnw cedaw iccpr unclos unfccc"),
        ("UN", "member members membership"),
        ("nuclear chemical biological", "weapons ban treaty convention conventions"),
        ("climate", "change treaty convention accord accords"),
        ("paris", "agreement agreements accord accords"),
        ("refugee torture genocide", "convention conventions"),
    ],
)
def test_other_treaties_have_many_names(before, behind):
    for first in before.split() or [""]:
        for second in behind.split():
            assert is_another(f"the {first} {second}"), (first, second)


@pytest.mark.parametrize(
    "text",
    [
        "nuclear, and other weapons",
        "nuclear power plant or weapons",
        "the law of a sea",
        "In Paris the agreement was read",
        "a certain, conventional weapon",
        "a geneva convention",
        "un 1 member",
    ],
)
def test_words_of_its_name_that_do_not_go_on_name_no_other_treaty(text):
    assert not is_another(text)


@pytest.mark.parametrize(
    "text",
    [
        "the covenant",
        "its charter",
        "two statutes",
        "the Lisbon Treaty",
        "the Lisbon\nTreaty",
        "the women's convention",
        "the tobacco treaty",
        "the EU Accords",
        "the Convention on Migratory Species",
        "a treaty on trade",
        "a treaty on the tax",
        "the Convention on Iran",
        "the Lisbon Treaty. Series of",
        "the Convention against Torture",
        "a pact against tax",
        "the Convention relating to Refugees",
        "an agreement concerning fish",
        "the Convention of the Council",
    ],
)
def test_what_a_treaty_is_called_or_about_makes_it_another(text):
    assert is_another(text)


@pytest.mark.parametrize(
    "text",
    [
        "the treaty",
        "A Treaty of its own",
        "Poland's treaty",
        "Lisbon, treaty in hand",
        "in Lisbon the treaty",
        "Pre-Treaty days",
        "small treaty",
        "our convention",
        "International Convention",
        "the Anti-Personnel Convention",
        "the United Nations Treaty Series",
        "the UN Treaty Collection",
        "the convention on mines",
        "the Convention on the Prohibition of the Use",
        "the Convention on the Use",
        "the treaty on land",
        "left the Convention on Friday",
        "left the treaty on 3 May",
        "left the treaty on that",
        "is the treaty on hold",
        "left the treaty on, Russia said",
        "the convention of states",
        "the convention of Russia",
        "the convention of the council",
        "the treaty, on trade and",
        "a treaty against 16 states",
        "THE CONVENTION OF THE COUNCIL",
        "the treaty relating",
        "the treaty on",
    ],
)
def test_a_treaty_without_another_name_is_not_another(text):
    assert not is_another(text)


def test_the_first_word_of_another_treaty_is_found():
    words = words_of("Here the treaty is older than the Lisbon Treaty, the CCW and a protocol")
    assert another_at(words, 0, len(words)) == words.folded.index("lisbon") + 1
    assert another_at(words, words.folded.index("ccw"), len(words)) == words.folded.index("ccw")
    words = words_of("Russia joined the CCW, not the Lisbon Treaty")
    assert another_at(words, 0, len(words)) == words.folded.index("ccw")


def test_only_words_of_the_stretch_are_looked_at():
    words = words_of("the Lisbon Treaty on trade of the Ottawa Convention")
    assert words.folded[1] == "treaty"
    assert another_at(words, 0, 2) == 1
    assert another_at(words, 0, 1) is None
    assert another_at(words, 1, 2) is None
    assert another_at(words, 1, 3) is None
    assert another_at(words, 1, 4) == 1
    assert names_ours(words, 0, len(words))
    assert not names_ours(words, 0, len(words) - 1)
    assert not names_ours(words, len(words) - 1, len(words))
    assert another_at(words_of("the treaty series"), 0, 1) is None


def test_each_sign_of_another_treaty_counts():
    words = words_of("The Lisbon Treaty, the women's convention, and cluster bombs in the CCW")
    assert others_in(words, 0, len(words)) == 4
    assert others_in(words, 0, 2) == 1
    assert others_in(words_of("the treaty"), 0, 1) == 0


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("nuclear chemical biological", "treaty convention conventions"),
        ("climate", "treaty convention accord accords"),
        ("refugee torture genocide", "convention conventions"),
        ("rome", "statute"),
        ("dublin", "protocol protocols"),
    ],
)
def test_a_word_for_a_treaty_within_a_name_counts_beside_the_name(before, behind):
    for first in before.split():
        for second in behind.split():
            assert others_in(words_of(f"{first} {second}"), 0, 2) == 2, (first, second)
