"""A state's name composed with a designator, or mistyped: that state or suggestions, never another."""

from __future__ import annotations

import itertools
import random

import pytest

from treatycli import names
from treatycli.names import Found, Missed, fold
from treatycli.records import Decoy, Name, State

DESIGNATORS = (
    "Republic", "Rep.", "Rep", "Democratic Republic", "Dem. Rep.", "People's Republic", "P.R.",
    "Democratic People's Republic", "DPR", "Federal Republic", "Fed. Rep.", "Islamic Republic", "Islamic Rep.",
    "Arab Republic", "Arab Rep.", "Socialist Republic", "United Republic", "Kingdom", "United Kingdom",
    "Federation", "Fed.", "Federated States", "Fed. Sts.", "Commonwealth", "State", "States", "Union",
    "Sultanate", "Emirate", "Principality", "Grand Duchy", "Empire", "Islands", "Isds", "Bolivarian Republic",
    "République", "République démocratique", "República", "Republik", "Repubblica", "Республика", "Королевство",
    "Federación", "Royaume", "Königreich", "جمهورية", "Territory", "Nation", "Dominion",
)  # fmt: skip
DIRECTIONS = (
    "North",
    "South",
    "East",
    "West",
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "N.",
    "S.",
    "St.",
    "New",
)
FORMS = (
    "{d} of {n}", "{d} of the {n}", "{n}, {d}", "{n}, {d} of", "{n} ({d} of)", "{n} {d}", "{d} {n}",
    "{n} ({d})", "the {d} of {n}", "{d} de {n}", "{n} (la {d} de)", "{n}, {d} of the",
)  # fmt: skip
COMPOSED_ASKED, SLIPPED_ASKED = 2500, 1500


def usual_names(package):
    """Yield each English name of each state that is one of its own words."""
    for state in package.all(State):
        rows = [row for row in package.find(Name, state.iso3) if row.lang == "en"]
        kinds = ("short", "alternative", "former", "official", "abbreviation")
        for name in {state.short_name, state.name, *(row.name for row in rows if row.kind in kinds)}:
            yield state.iso3, name


def bearers(package, name):
    """Return the states that a name is a name of, or a part of the name of."""
    return {line[2] for line in package.linked(names.SECTION, fold(name))}


def composed(package):
    """Return states' names with designators and points of the compass, and the name within."""
    return [
        (form.format(d=designator, n=name), name)
        for _, name in sorted(usual_names(package))
        for designator, form in itertools.product(DESIGNATORS, FORMS)
    ] + [
        (f"{direction} {name}", name)
        for _, name in sorted(usual_names(package))
        for direction in DIRECTIONS
    ]  # fmt: skip


def wrong_answers(package, asked):
    wrong = []
    for typed, name in asked:
        if not package.linked(names.SECTION, fold(typed)):
            answer = names.resolve(package, typed, "states")
            if isinstance(answer, Found) and answer.key.id not in bearers(package, name):
                wrong.append((typed, answer.key.id, answer.key.label))
    return wrong


def test_a_name_with_a_designator_is_never_another_state(package):
    asked = random.Random(12).sample(composed(package), COMPOSED_ASKED)
    assert wrong_answers(package, asked) == []


def test_every_name_with_its_own_designators_answers(package):
    """Each official name answers inverted, abbreviated, in brackets, and with its articles in brackets."""
    short = {
        "Republic": "Rep.",
        "Democratic": "Dem.",
        "Federal": "Fed.",
        "People's": "Peoples",
        "Federated": "Fed.",
    }
    missed = []
    for state in package.all(State):
        designators, of, own = state.name.rpartition(" of ")
        if of and " of " not in designators and " and " not in designators and "(" not in state.name:
            abbreviated = " ".join(short.get(word, word) for word in designators.split())
            for typed in (
                f"{own}, {designators}", f"{own}, {designators} of", f"{own} ({designators} of)",
                f"{abbreviated} of {own}", f"{own}, {abbreviated}", f"{own} ({abbreviated})",
                f"{state.short_name} ({state.name})", f"{state.name} ({state.iso3})",
            ):  # fmt: skip
                answer = names.resolve(package, typed, "states", exact=True)
                if not (isinstance(answer, Found) and answer.key.id == state.iso3):
                    missed.append((typed, answer))
    assert missed == []


def slipped(text, chance):
    """Return a text with one letter within it left out, added, changed or swapped."""
    i, kind = chance.randrange(1, len(text) - 1), chance.randrange(4)
    letter = chance.choice("abcdefghijklmnoprstuvz ")
    return (
        text[:i] + text[i + 1 :] if kind == 0
        else text[:i] + letter + text[i:] if kind == 1
        else text[:i] + letter + text[i + 1 :] if kind == 2
        else text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    )  # fmt: skip


def test_a_mistyped_name_with_a_designator_is_never_another_state(package):
    chance = random.Random(25)
    asked = [
        (slipped(typed, chance), name) for typed, name in chance.sample(composed(package), SLIPPED_ASKED)
    ]
    assert wrong_answers(package, asked) == []


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Republic of Iran", "IRN"), ("Iran, Islamic Rep.", "IRN"), ("Iran (Islamic Rep. of)", "IRN"),
        ("Egypt, Arab Rep.", "EGY"), ("Korea, Rep.", "KOR"), ("Korea, Rep. of", "KOR"), ("Rep. of Korea", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"), ("Korea, Dem. Rep.", "PRK"), ("D.P.R. of Korea", "PRK"),
        ("Korea DPR", "PRK"), ("DPR Korea", "PRK"), ("Dem. Peoples Rep. of Korea", "PRK"),
        ("Micronesia, Fed. Sts.", "FSM"), ("Micronesia (Fed. States of)", "FSM"), ("Somalia, Fed. Rep.", "SOM"),
        ("Venezuela, RB", "VEN"), ("Yemen, Rep.", "YEM"), ("West Bank and Gaza", "PSE"), ("oPt", "PSE"),
        ("Occ. Palestinian Terr.", "PSE"), ("Czech Rep.", "CZE"), ("TFYR of Macedonia", "MKD"),
        ("Eq.Guinea", "GNQ"), ("eq guinea", "GNQ"), ("Bosnia and Herz.", "BIH"), ("Fiji Islands", "FJI"),
        ("Cook Isds", "COK"), ("Marshall Isds", "MHL"), ("Holy See (Vatican City State)", "VAT"),
        ("united arab em.", "ARE"), ("W. Sahara", "ESH"), ("the Republic of Italy", "ITA"),
        ("Iran (Persia)", "IRN"), ("Russia (Soviet Union)", "RUS"), ("Zimbabwe (Rhodesia)", "ZWE"),
        ("Congo, Democratic Republic of (Zaire)", "COD"), ("COG/CONGO", "COG"), ("Germany (DE)", "DEU"), ("Korea (South Korea)", "KOR"),
        ("Albanie (l')", "ALB"), ("Bahamas (les)", "BHS"), ("Barbade (la)", "BRB"), ("Cook (les Îles)", "COK"),
        ("dominicaine (la République)", "DOM"), ("Corée (la République de)", "KOR"),
        ("Congo (la République démocratique du)", "COD"), ("Iran (République Islamique d')", "IRN"),
        ("République d'Haïti", "HTI"), ("République de Corée", "KOR"), ("República de Corea", "KOR"),
        ("Fédération de Russie", "RUS"), ("Российская Федерация", "RUS"), ("俄罗斯联邦", "RUS"), ("美利坚合众国", "USA"),
        ("大韩民国", "KOR"), ("刚果民主共和国", "COD"), ("伊朗（伊斯兰共和国）", "IRN"), ("新加坡共和国", "SGP"),
        ("多民族玻利维亚国", "BOL"), ("密克罗尼西亚 (联邦)", "FSM"), ("الاتحاد الروسي", "RUS"),
        ("جمهورية الكونغو الديمقراطية", "COD"), ("Республика Казахстан", "KAZ"), ("Kongeriket Norge", "NOR"),
        ("Lýðveldið Ísland", "ISL"), ("Großherzogtum Luxemburg", "LUX"),
        ("Elfenbeinküste", "CIV"), ("Weißrussland", "BLR"), ("Russische Föderation", "RUS"), ("as-Sudan", "SDN"),
        ("Schweiz/Suisse/Svizzera/Svizra", "CHE"), ("Tchad تشاد", "TCD"), ("Κύπρος - Kıbrıs", "CYP"),
        ("יִשְׂרָאֵל", "ISR"), ("Antigua & Barb.", "ATG"), ("St. Vin. and Gren.", "VCT"), ("Dominican Rep", "DOM"),
        ("Congolese Democratic Republic", "COD"), ("Korean Republic", "KOR"), ("German Federal Republic", "DEU"),
    ],
)  # fmt: skip
def test_what_people_paste_answers(package, typed, state):
    answer = names.resolve(package, typed, "states", exact=True)
    assert isinstance(answer, Found), answer
    assert (answer.key.id, answer.matched) == (state, "alias" if answer.matched != "name" else "name")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Republic of Togo", None), ("North Sudan", "SDN"), ("Federal Republic of Niger", "NER"),
        ("Republic of Australia", "AUS"), ("Commonwealth of Austria", "AUT"), ("Islamic Republic of Iraq", "IRQ"),
        ("Republic of Dominica", "DMA"), ("Dominica, Rep.", "DMA"), ("Kingdom of Congo", "COG"),
        ("Democratic Republic of Togo", "TGO"), ("Kingdom of Tonga Republic", "TON"), ("Republic of Brunei", "BRN"),
        ("Republic of North Korea", "PRK"), ("Republic of the North Korea", "PRK"), ("Republic of China", "TWN"),
        ("República de China", "TWN"), ("People's Republic of Ghana", "GHA"), ("State of Mexico", "MEX"),
        ("American States", "USA"), ("State of Georgia", "GEO"), ("West Pakistan", "PAK"), ("Iran, Iraq", "IRN"),
        ("Niue (New Zealand)", "NIU"), ("China (Republic of China)", "CHN"), ("Sudan (Former)", "SDN"),
        ("Korea, Kingdom of", "KOR"), ("Republic of Korea, Dem. Rep.", "PRK"), ("Northern Iceland", "ISL"),
        ("oft he congo", "COG"), ("democratic republic oft he congo", "COD"), ("Republic of Kosovo", "XKX"),
        ("Rep. of Korae", "KOR"), ("Rep. of Kora", "KOR"), ("Rep. of Koera", "KOR"), ("Dem. People's Rep. of Kora", "PRK"),
        ("san marinno republic federal", "SMR"), ("Republic of Malvinas", "ARG"), ("d rcongo", "COG"), ("Turkish Republic of Northern Cyprus", "CYP"),
    ],
)  # fmt: skip
def test_what_contradicts_suggests_the_likeliest_first(package, typed, first):
    answer = names.resolve(package, typed, "states")
    if first is None:
        assert isinstance(answer, Found)
        assert answer.key.id == "TGO"
    else:
        assert not isinstance(answer, Found), answer
        assert answer.suggestions[0].id == first


@pytest.mark.parametrize(
    "typed",
    [
        "Virginia", "San Martín", "San Martin", "São José", "Lagos", "Leeds", "Yalta", "Balta", "Angila", "Áo", "Bỉ",
        "Indio", "Nguru", "Senekal", "Columbia", "San Mariano", "Libertad", "Santo Tomé", "Casa Verde", "Aruba",
        "Republic of Aruba", "I ran", "Cub a", "San Marion",
    ],
)  # fmt: skip
def test_a_place_that_looks_like_a_state_is_none(package, typed):
    assert not isinstance(names.resolve(package, typed, "states"), Found)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Republc of Iran", "IRN"), ("Islamic Repubilc of Iran", "IRN"), ("unitd kingdom", "GBR"),
        ("newzealand", "NZL"), ("south kor ea", "KOR"), ("Democratic Repulbic of Congo", "COD"), ("eygpt", "EGY"),
        ("Solomon Ilsands", "SLB"), ("Cenrtal African Rep.", "CAF"), ("nepall", "NPL"),
        ("el salvidor", "SLV"), ("bissau guinea", "GNB"),
    ],
)  # fmt: skip
def test_a_slip_answers_as_a_misspelling_and_not_when_exact(package, typed, state):
    answer = names.resolve(package, typed, "states")
    assert isinstance(answer, Found)
    assert (answer.key.id, answer.matched) == (state, "spelling")
    exact = names.resolve(package, typed, "states", exact=True)
    assert not isinstance(exact, Found)
    assert exact.suggestions[0].id == state


def test_namesakes_are_the_others_of_the_name(package):
    congo = names.resolve(package, "congo", "states")
    assert {key.id for key in congo.namesakes} == {"COD"}
    assert {key.id for key in names.resolve(package, "guinea", "states").namesakes} == {"GNB", "GNQ", "PNG"}


def test_a_word_that_is_a_name_elsewhere_suggests_and_is_not_ambiguous(package):
    asked = [row.word for row in package.all(Decoy)]
    met = [names.resolve(package, word, "states") for word in asked]
    assert not any(isinstance(answer, Found) and answer.matched == "spelling" for answer in met)
    elsewhere = [
        m for m in met if not isinstance(m, Found) and m.suggestions and m.suggestions[0].how == "cldr"
    ]
    assert elsewhere
    assert not any(answer.ambiguous for answer in elsewhere)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("roman", ["ROU", "OMN"]),
        ("nigeer", ["NER", "NGA"]),
        ("mauritan", ["MUS", "MRT"]),
        ("austraal", ["AUS", "AUT"]),
        ("monten", ["MNE", "MCO"]),
    ],
)
def test_beginnings_come_before_near_names_where_little_is_typed_and_before_those_two_edits_away(
    package, typed, ids
):
    assert [key.id for key in names.resolve(package, typed, "states").suggestions][:2] == ids


def test_beginnings_come_in_the_order_of_what_names_best(package):
    assert [key.id for key in names.resolve(package, "mac", "states").suggestions] == ["MKD", "CHN"]


def test_of_names_equally_near_what_is_of_that_sort_or_begins_alike_comes_first(package):
    republic = names.resolve(package, "Republic of Turk", "states").suggestions
    assert [key.id for key in republic] == ["TUR", "PRK", "GBR"]
    treaties = names.resolve(package, "actu", "terms").suggestions
    assert [key.id for key in treaties] == ["triggered", "arms-trade-treaty", "treaty"]


def test_two_letters_suggest_nothing_and_three_what_begins_so(package):
    for typed in ("qx", "uqk", "Republic of qx"):
        assert names.resolve(package, typed, "states").suggestions == ()
    assert [key.id for key in names.resolve(package, "irxn", "states").suggestions] == ["IRN", "IRQ"]
    assert names.resolve(package, "ac", "terms").suggestions == ()
    assert names.resolve(package, "acc", "terms").suggestions[0].folded.startswith("acc")


def test_a_misspelling_that_two_terms_lie_near_answers_neither(package):
    missed = names.resolve(package, "accredxe", "terms")
    assert isinstance(missed, Missed)
    assert [key.id for key in missed.suggestions] == ["accreditation", "accession"]


def test_many_names_side_by_side_are_a_text_and_no_name(package):
    four = "Schweiz/Suisse/Svizzera/Svizra"
    assert isinstance(names.resolve(package, four, "states"), Found)
    assert not isinstance(names.resolve(package, four + "/Switzerland", "states"), Found)


def test_spaces_that_moved_twice_answer_as_a_misspelling(package):
    for typed in ("so uth kor ea", "so u thkorea", "southkor e a"):
        answer = names.resolve(package, typed, "states")
        assert isinstance(answer, Found)
        assert (answer.key.id, answer.matched) == ("KOR", "spelling")
