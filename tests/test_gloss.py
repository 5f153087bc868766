"""`treaty gloss`: what an editor would list, and next to nothing in a text about something else."""

from __future__ import annotations

import json
import random
import re
import runpy
from html.parser import HTMLParser

import pytest
from conftest import DAY, ROOT, run

from treatycli import parties
from treatycli.gloss import html, mentions, phrases, stretch, ways
from treatycli.gloss.tally import Plain, tally
from treatycli.package import Package, directory
from treatycli.records import Action, Claim
from treatycli.show import annotate
from treatycli.topics import gloss as glossing

TEXTS = ROOT / "tests" / "gloss"
TOOL = runpy.run_path(str(ROOT / "tools" / "score_gloss.py"))


def counted(package, text):
    """What a text mentions, as `kind id`, with how often."""
    return {f"{kind} {key}": n for (kind, key), n in tally(package, Plain([text])).counts.items()}


def mentioned(package, text):
    return set(counted(package, text))


def judged(package, text, as_of=DAY):
    """The verdicts on what a text claims, by id."""
    counts = tally(package, Plain([text]))
    items = glossing._items(package, counts, as_of, brief=False)
    return {item.id: item.verdict for item in items if item.kind == "claim"}


def read_page(package, page, size=1 << 18):
    parts = [page[i : i + size] for i in range(0, len(page), size)]
    return tally(package, html.Page(parts), places=True)


# --- the examination


@pytest.fixture(scope="module")
def scores():
    return TOOL["scores"](TEXTS)[0]


@pytest.mark.parametrize("sort", ["text", "html"])
@pytest.mark.parametrize(
    ("kind", "least"), [("term", 0.96), ("state", 0.96), ("article", 1.0), ("claim", 0.9)]
)
def test_the_texts_of_the_examination_are_read_as_an_editor_reads_them(scores, sort, kind, least):
    score = scores[sort, kind]
    assert score.precision >= least
    assert score.recall >= least


def test_a_text_about_something_else_yields_nothing(scores):
    assert sum(score.false for (sort, _), score in scores.items() if sort == "off topic") <= 2


# --- words


@pytest.mark.parametrize(
    "space", ["\u00a0", "\u202f", "\u2009", "\u2007", "\n", "\r\n", "  ", "\u2011", "\u2013"]
)
def test_any_space_or_hyphen_parts_the_words_of_a_name(package, space):
    assert "term anti-personnel-mine" in mentioned(package, f"An anti{space}personnel{space}mine")
    assert "state BFA" in mentioned(package, f"landmines in Burkina{space}Faso")


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_what_is_not_seen_inside_a_word_is_nothing(package, unseen):
    text = f"land{unseen}mines in Lithu{unseen}ania"
    counts = tally(package, Plain([text]), places=True)
    start, end, _ = counts.places["state", "LTU"]
    assert text[start:end] == f"Lithu{unseen}ania"
    assert ("term", "mine") in counts.counts


def test_an_accent_apart_from_its_letter_is_read(package):
    text = "Landmines in Co\u0302te d\u2019Ivoire, Tu\u0308rkiye and Sa\u0303o Tome\u0301"
    assert {"state CIV", "state TUR", "state STP"} <= mentioned(package, text)


def test_a_word_that_a_line_end_breaks_is_joined_if_that_makes_a_known_word(package):
    text = (
        "Lithu-\nania left anti-\npersonnel mines and ex-\r\nplosive remnants of war; Guinea-\nBissau did not"
    )
    found = mentioned(package, text)
    assert {"state LTU", "term anti-personnel-mine", "term explosive-remnants-of-war", "state GNB"} <= found


@pytest.mark.parametrize(
    "text", ["The Monitor saw landmines in Lithu-\nania", "Landmines in Lithu-\nania, says the Monitor"]
)
def test_a_word_that_is_joined_moves_no_article_to_another_word(package, text):
    assert {"state LTU", "term landmine-monitor"} <= mentioned(package, text)


@pytest.mark.parametrize("break_", ["\n\n", "\r\n\r\n", "\n \t\n", "\n- ", ". ", "; "])
def test_no_name_crosses_a_paragraph_a_list_item_or_a_sentence(package, break_):
    assert "term anti-personnel-mine" not in mentioned(package, f"landmines: anti-personnel{break_}mines")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("St. Lucia", "LCA"),
        ("St. Kitts and Nevis", "KNA"),
        ("St. Vincent and the Grenadines", "VCT"),
        ("S. Sudan", "SSD"),
        ("N. Korea", "PRK"),
        ("S. Korea", "KOR"),
        ("S. Africa", "ZAF"),
        ("Congo, Dem. Rep.", "COD"),
        ("Korea, Rep.", "KOR"),
        ("Iran, Islamic Rep.", "IRN"),
        ("eSwatini", "SWZ"),
        ("the U.S.", "USA"),
    ],
)
def test_names_with_full_stops_and_turned_round_are_found(package, name, code):
    assert {i for i in mentioned(package, f"There were landmines in {name} once") if i[:5] == "state"} == {
        f"state {code}"
    }


# --- names


def test_the_longest_match_wins_and_counts_once(package):
    assert counted(package, "Anti-personnel mines were found.") == {"term anti-personnel-mine": 1}
    assert counted(package, "Land mines were found.") == {"term mine": 1}
    assert counted(package, "Anti-personnel mine action began.") == {"term anti-personnel-mine": 1}


@pytest.mark.parametrize(
    ("text", "also"),
    [
        (
            "the withdrawal of Estonia, Latvia, and Lithuania: landmines",
            {"state EST", "state LVA", "state LTU"},
        ),
        ("the use of anti-personnel mines", {"term use", "term anti-personnel-mine"}),
        ("party to the Convention on Cluster Munitions", {"term convention-on-cluster-munitions"}),
        ("suspension of the Ottawa Convention", {"term ottawa-convention", "term ukraine-suspension"}),
    ],
)
def test_states_and_terms_inside_longer_forms_count_too(package, text, also):
    assert also <= mentioned(package, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian People's Aid clears landmines",
        "The Danish Demining Group",
        "Mines Action Canada on landmines",
    ],
)
def test_a_state_in_the_name_of_a_body_is_not_meant(package, text):
    assert not [i for i in mentioned(package, text) if i.startswith("state")]


@pytest.mark.parametrize(
    "text",
    [
        "New Mexico", "South Georgia", "American Samoa", "the Indian Ocean", "the West Indies", "the Niger River",
        "Michael Jordan", "Chad Smith", "Georgia O'Keeffe", "guinea fowl", "Guinea pigs", "French fries",
        "Swiss cheese", "Polish shoes", "a Gambian pouched rat", "Atlanta, Georgia", "Niger Street",
    ],
)  # fmt: skip
def test_namesakes_of_states_are_not_states(package, text):
    found = mentioned(package, f"Anti-personnel mines were cleared. There was {text} too.")
    assert not [i for i in found if i.startswith("state")]


@pytest.mark.parametrize(
    "text", ["coal mine", "gold mines", "mine workers", "sea mines", "naval minefield", "data mining"]
)
def test_other_mines_are_not_mines(package, text):
    assert "term mine" not in mentioned(package, f"The Ottawa Convention is not about {text}.")


def test_a_decoy_gives_way_to_a_name_that_goes_on_behind_it(package):
    assert "term clearance" in mentioned(package, "They lead mine clearance.")


def test_a_demonym_that_is_another_word_needs_a_second_mention_at_the_start_of_a_sentence(package):
    assert "state POL" not in mentioned(package, "The landmines lay there. Poles with red tops stood around.")
    text = "The landmines lay there. Poles with red tops stood around. In Poland they are known."
    assert counted(package, text)["state POL"] == 2


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("Articles 1, 4 and 5", "1 4 5"),
        ("Articles 7-9", "7 8 9"),
        ("Articles 7 to 9 and 20", "7 8 9 20"),
        ("Arts. 7 and 8", "7 8"),
        ("Article five", "5"),
        ("Article VII", "7"),
        ("Article twenty-two", "22"),
        ("Article 5(1)", "5"),
        ("Articles 20(2) and (3), and 21", "20 21"),
        ("Article\u00a05", "5"),
        ("Article 5 and 10 states", "5"),
        ("Article 5 of the Ottawa Convention", "5"),
        ("Article 5 of the Convention", "5"),
        ("Article 23", ""),
        ("Article 5 of the North Atlantic Treaty", ""),
        ("NATO's Article 5", ""),
        ("Article 2, paragraph 4, of the UN Charter", ""),
        ("Article 5 of it. Rome and Geneva are far away", "5"),
        ("Article 4 of the Convention on Cluster Munitions", ""),
        ("Article 18 of the Vienna Convention", ""),
        ("an article 5 days ago", ""),
        ("in this article I say", ""),
    ],
)
def test_articles_are_read_in_lists_ranges_and_words_unless_they_are_elsewhere(package, text, articles):
    found = {int(i.split()[1]) for i in mentioned(package, f"Landmines: {text}.") if i.startswith("article")}
    assert " ".join(map(str, sorted(found))) == articles


# --- the topic


@pytest.mark.parametrize(
    ("text", "is_on"),
    [
        ("A landmine killed two in Angola.", True),
        ("A legal minefield for France.", False),
        ("The rules are a minefield. " + "Lunch was served at noon in the hall. " * 30, False),
        ("A landmine killed a farmer. " + "Lunch was served at noon in the hall. " * 5, True),
        ("A landmine killed a farmer. " + "Lunch was served at noon in the hall. " * 300, False),
        ("The Ottawa Convention. " + "Lunch was served at noon in the hall. " * 200, True),
        ("IMAS met in Peru. " + "Lunch was served at noon in the hall. " * 30, False),
        ("A self-destruct button, said France.", False),
    ],
)
def test_weak_names_put_a_text_on_the_topic_only_where_they_are_dense_and_meant(package, text, is_on):
    assert bool(mentioned(package, text)) is is_on


def test_the_topic_is_decided_by_section(package):
    other = "The cabinet of France met and ratified a treaty with Chile on trade in wine. " * 700
    text = "The Ottawa Convention bans mines in Poland.\n\n" + other
    found = counted(package, text)
    assert found["term ottawa-convention"] == 1
    assert 0 < found["state FRA"] < 400


@pytest.mark.parametrize(
    ("text", "key", "counts"),
    [
        (
            "Mine risk education. " + "It was a long day in the sun. " * 9 + "The MAP was old.",
            "maputo-action-plan",
            False,
        ),
        (
            "The Maputo Action Plan. " + "It was a long day in the sun. " * 9 + "The MAP was old.",
            "maputo-action-plan",
            True,
        ),
        ("Landmines and the MAG teams", "mag", True),
        ("Anti-personnel mines. He went to a VA hospital.", "victim-assistance", False),
    ],
)
def test_an_abbreviation_counts_with_its_long_form_or_near_a_sure_mention(package, text, key, counts):
    assert (f"term {key}" in mentioned(package, text)) is counts


@pytest.mark.parametrize("number", [1, 10, 22, 30])
def test_the_meetings_are_known_by_number(package, number):
    assert "term meeting-of-the-states-parties" in mentioned(
        package, f"Landmines at the {number}MSP in Geneva"
    )
    found = mentioned(package, f"Landmines at the {number}th Meeting of States Parties")
    assert "term meeting-of-the-states-parties" in found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They clear mined land by hand", "clearance"),
        ("It assists landmine victims", "victim-assistance"),
        ("It gave notice that it would leave the Ottawa Convention", "notice-of-withdrawal"),
        ("It requested an extension of the mine clearance deadline", "article-5-extension"),
        ("1,000 mines were retained for training", "retained-mines"),
        ("It destroyed all its stockpiled mines", "stockpile-destruction"),
        ("Stockpiled anti-personnel mines have been destroyed", "stockpile-destruction"),
    ],
)
def test_verbs_say_what_nouns_say(package, text, key):
    assert f"term {key}" in mentioned(package, f"Landmines. {text}.")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("UNHCR and DanChurchAid spoke", "unhcr danchurchaid"),
        ("Mines Action Canada wrote to the UN General Assembly", "mines-action-canada un-general-assembly"),
        ("The TPNW and the Chemical Weapons Convention differ", "tpnw chemical-weapons-convention"),
        ("A ceasefire, said the donors, helps psychosocial support", "ceasefire donor psychosocial-support"),
        ("They found M14s and Type 72s", "m14-mine type-72-mine"),
        ("PFM-1s, POM-3s and an OZM-72's fuze", "pfm-1 pom-3 ozm-72"),
        ("Two AT mines lay there", "anti-vehicle-mine"),
        ("The budget goes to anti-tank models", "anti-vehicle-mine"),
        ("It may leave the treaty outlawing anti-personnel mines", "ottawa-convention"),
        ("The landmine pact is old", "ottawa-convention"),
        ("She wants a ban on landmines", "ottawa-convention"),
        ("Norland quits the treaty", "withdrawal"),
        ("The exit of Latvia from the treaty", "withdrawal"),
        ("Six months after the notice it is out", "withdrawal-period"),
        ("If it is at war when the six months expire, it stays", "armed-conflict-bar"),
        ("It may denounce the treaty", "denunciation"),
        ("It may take its notice back", "revocation-of-withdrawal"),
        ("They got rid of the last stocks", "stockpile-destruction"),
        ("The plant will turn out landmines", "production"),
        ("Soldiers record the minefields", "recording"),
        ("It asked for more time to clear the land", "article-5-extension"),
        ("Non-state groups and a rebel movement did so", "nsag"),
        ("Customary humanitarian law goes on", "customary-ihl"),
        ("Article 1(1)(c) forbids helping anyone", "assistance-ban"),
        ("It declared the province clear of mines", "completion"),
        ("The army dropped rocket-borne mines", "remotely-delivered-mine"),
        ("It is in breach of the treaty", "breach"),
    ],
)
def test_names_and_other_wordings_are_found_where_a_text_is_on_mines(package, text, keys):
    found = mentioned(package, f"Landmines kill. {text}.")
    assert {f"term {key}" for key in keys.split()} <= found


@pytest.mark.parametrize(
    "text", ["UNHCR and donors met", "A ceasefire and the TPNW", "The exit of Latvia from the treaty"]
)
def test_names_and_wordings_put_no_text_on_the_topic(package, text):
    assert not mentioned(package, f"{text}.")


@pytest.mark.parametrize(
    ("text", "kind", "keys"),
    [
        ("The Norwegian Refugee Council came", "state", "NOR"),
        ("The Norwegian Refugee Council came", "term", "displaced-persons"),
        ("Common Article 3 and common Article 2 bind both", "article", "2 3"),
        ("The Maputo Declaration", "term", "maputo-action-plan"),
        ("Look at mine, he said", "term", "anti-vehicle-mine"),
        ("The amended protocol on mines asks for it", "term", "amendment"),
        ("The Rome Statute is another matter", "term", "war-crime"),
        ("Soldiers were hurt", "term", "combatant"),
        ("Terms of use: withdraw your consent here", "term", "use withdrawing withdrawal"),
        ("They signed papers, and the motion was adopted", "term", "signature adoption"),
        ("Chile saw its tea exports rise", "term", "transfer"),
        ("The dispute set off protests in Chile", "term", "triggered"),
        ("The water came through a breach in the dam", "term", "breach"),
        ("He held an M16 rifle", "term", "m16-mine"),
        ("The political parties of Chile met", "term", "state-party"),
        ("Six months after its accession it was bound", "term", "withdrawal-period"),
        ("The exit polls of Chile were wrong", "term", "withdrawal"),
        ("The party signed up", "term", "signature"),
    ],
)  # fmt: skip
def test_everyday_words_and_parts_of_longer_names_stay_silent(package, text, kind, keys):
    found = mentioned(package, f"Landmines kill. {text}.")
    assert not {f"{kind} {key}" for key in keys.split()} & found


def test_a_word_of_context_mine_needs_a_weapon_or_the_convention_beside_it(package):
    assert "term use" in mentioned(package, "Landmines kill. They never used such weapons.")
    assert "term use" in mentioned(
        package,
        "They never used such weapons. It was a long day in the sun, and nobody spoke. Landmines kill.",
    )
    far = "Landmines kill. " + "It was a long day in the sun. " * 3
    assert "term use" not in mentioned(package, far + "In Chile the teachers used it.")


def test_what_is_denied_is_no_wording(package):
    assert "term article-5-extension" not in mentioned(package, "Landmines: Article 4 allows no extension.")


# --- claims


@pytest.mark.parametrize(
    "text",
    [
        "The Ottawa Convention came into force in 1999.",
        "The Ottawa Convention entered into force on 1 March 1999.",
        "Since it came into force in 1999, more than 160 countries have joined the mine ban treaty.",
        "More than 160 countries have joined the Ottawa Convention.",
        "At least 100 states are party to the Mine Ban Treaty.",
        "The Mine Ban Treaty had 164 States Parties in 2024.",
        "In 2012 the Mine Ban Treaty had 159 states parties.",
        "Over 130 States Parties to the Ottawa Convention sent in a report.",
        "133 countries signed the Ottawa Convention.",
        "Ukraine has not withdrawn from the Ottawa Convention.",
        "Ukraine withdrew its troops from the mined area.",
        "If Ukraine withdrew from the Ottawa Convention, the war would go on.",
        "It is false that Ukraine left the Ottawa Convention.",
        "The Ottawa Convention does not ban all landmines.",
        "Campaigners want a ban on all landmines.",
        "The Convention bans all anti-personnel mines.",
        "The Convention on Cluster Munitions was signed in Oslo in 2008; landmines are another matter.",
        "The Ottawa Convention was adopted in Oslo and signed in Ottawa.",
        "A resolution on landmines was adopted in December 1997 by the General Assembly.",
        "Landmine casualties rose by 22 percent in 2023.",
        "Lithuania ended its participation in the Ottawa Convention on 27 December 2025.",
        "On 8 May 2025 the parliament of Lithuania voted to leave the Ottawa Convention.",
        "Poland was the last EU state to join the Ottawa Convention, after Finland.",
        "Eritrea announced that it would leave the Ottawa Convention in 2023 and did not.",
        "On 26 June the ICBL welcomed Tonga, which has no landmines.",
        "At least 226 votes are needed in the Rada to suspend the Ottawa Convention, in Ukraine.",
        "The law on mine victims entered into force in 2009.",
        "Ukraine has not destroyed its stockpile of anti-personnel mines.",
        "Anti-vehicle mines with anti-handling devices are not considered anti-personnel mines.",
        "The East Shield works near the mined Polish border are to be 800 km long.",
        "Five states have left the Ottawa Convention.",
        "Six states have left ECOWAS.",
        "1,160 countries and territories, a slip, have landmines.",
        "There were 2.6 million mines in Ukraine.",
        "The Convention on Certain Conventional Weapons has 128 States Parties; it has rules on landmines.",
        "Ukraine, unlike Russia, is a party to the Ottawa Convention.",
        "Norway, which borders Russia, is a party to the Ottawa Convention.",
        "A country that fears China has signed the Ottawa Convention.",
        "Every country next to China is a party to the Ottawa Convention.",
        "Neither Russia nor China has joined the Ottawa Convention.",
        "Delegates in Washington signed the Ottawa Convention petition.",
        "Russia is a party to the conflict in which landmines are used.",
        "China is a party to Amended Protocol II on landmines.",
        "Troops from Ukraine left the Ottawa Convention talks.",
        "Kyiv left the Ottawa Convention meeting early.",
        "Russia violated the Ottawa Convention's spirit, though never bound by it.",
        "Six left the room while the Ottawa Convention was discussed.",
        "Poland and Lithuania share an 800 km border with Russia and Belarus; landmines may be laid there.",
        "All EU countries were bound by the Ottawa Convention in 2020.",
        "Ukraine inherited six million mines from the Soviet Union.",
        "Estonia, Latvia and Lithuania deposited their notices on 27 June 2025 and left on 27 December.",
        "The Ottawa Convention bans landmines. The Arms Trade Treaty is younger. It has 116 parties.",
        "The Ottawa Convention bans mines. The Chemical Weapons Convention is older. The treaty has 193 parties.",
        "There were 100 countries in the hall for the Ottawa Convention.",
        "More than 100 states in the Ottawa Convention sent in a report.",
        "The Ottawa Convention has fewer than 170 parties.",
        "162 states remain in the Ottawa Convention.",
        "There are 197 countries in the Ottawa Convention's database.",
        "All 193 states are bound by customary law on landmines, the Ottawa Convention or not.",
        "All 193 countries that are members of the UN got a letter on the Ottawa Convention.",
        "193 countries have joined the UN; the Ottawa Convention is another matter.",
    ],
)
def test_a_true_sentence_is_never_called_wrong(package, text):
    assert "wrong" not in judged(package, text + " Anti-personnel mines.").values()


FAIR = [
    "The Convention against Torture has 175 parties.",
    "The Convention on Biological Diversity has 196 parties and the mine ban treaty far fewer.",
    "The Convention on the Elimination of Discrimination against Women has 189 parties.",
    "The Convention of the Law of the Sea counts 170 parties.",
    "The Covenant on Civil and Political Rights has 174 states parties.",
    "The Genocide Convention has 153 parties.",
    "The Refugee Convention of 1951 has 146 parties, and landmines are no part of it.",
    "The Paris Agreement has 195 parties.",
    "The Charter of the United Nations binds 193 states.",
    "The Outer Space Treaty has 117 parties.",
    "The Montreal Protocol has 198 parties.",
    "The Tobacco Convention has 183 parties, more than the treaty on mines.",
    "The women's convention has 189 parties.",
    "The Framework Convention on Climate Change has 198 parties.",
    "Some 181 countries have ratified the convention on the worst forms of child labour.",
    "The Statute of the International Court of Justice binds 193 states.",
    "A total of 175 states are parties to the Convention against Torture, ten more than to ours at its best.",
    "189 countries have ratified the women's convention, among them many outside the mine ban.",
    "The United Nations has 193 members, and 161 of them are bound by the mine ban.",
    "The International Labour Organization has 187 member states; few of them speak of mines.",
    "The World Health Organization has 194 members.",
    "The OSCE had 57 members, the African Union 55, and the mine ban treaty was discussed in both.",
    "The Commonwealth has 56 members, most of them parties to the Ottawa Convention.",
    "Interpol now has 196 members, and some of them lay landmines.",
    "The UN's 193 members were asked to join the mine ban.",
    "The Red Cross movement has 191 national societies; many warn of mines.",
    "Does the Ottawa Convention have 180 parties?",
    "Has the mine ban treaty 175 parties?",
    "Are 170 states parties to the Ottawa Convention?",
    "Did the Ottawa Convention have 150 parties in its best year?",
    "Was it 158 states that joined the mine ban treaty?",
    "Is it true that 133 countries have joined the Ottawa Convention?",
    "Have six states left the Ottawa Convention?",
    "Has the United States signed the Ottawa Convention?",
    "Was the mine ban treaty signed in Oslo?",
    "Did Russia join the treaty, and is Russia a party to the Ottawa Convention?",
    "And is China a party to the Ottawa Convention?",
    "Is it right that all NATO members are parties to the Ottawa Convention?",
    "The Ottawa Convention had 165 parties before Tonga joined.",
    "Before Oman joined, the mine ban treaty had 163 parties.",
    "The mine ban treaty had 166 parties until the Baltic states left.",
    "When Finland gave its notice, the Ottawa Convention had 165 parties.",
    "Prior to the withdrawals the Ottawa Convention had 166 parties.",
    "By the time Poland left, the Ottawa Convention had 162 parties.",
    "After the Baltic exits the mine ban treaty had 163 parties.",
    "Back when Poland joined, the treaty had 160 parties.",
    "The Ottawa Convention had 166 parties at the height of its reach.",
    "Years earlier the Ottawa Convention had 156 parties.",
    "Every EU member was a party to the Ottawa Convention before 2025.",
    "Until 2025 all EU states were bound by the Ottawa Convention.",
    "As of 2023, all EU countries were parties to the mine ban treaty.",
    "In 2019 every member of the European Union was a party to the Ottawa Convention.",
    "All members of the EU were parties to the Ottawa Convention when Latvia's parliament voted.",
    "All EU members were bound by the mine ban for twelve years.",
    "All 27 EU member states were parties to the Ottawa Convention in 2024.",
    "Is it true that every EU state is bound by the mine ban?",
    "All EU members are parties to the Convention against Torture.",
    "All EU countries are party to the Chemical Weapons Convention.",
    "All EU states have ratified the Arms Trade Treaty.",
    "All NATO members are parties to the Convention against Torture, but not to the mine ban.",
    "All NATO members but the United States had joined by 2013.",
    "Every NATO member except the United States was a party to the mine ban in 2020.",
    "Six states, with Ukraine, have moved away from the mine ban; five have left it.",
    "Of six states that wished to leave the mine ban treaty, five have done so.",
    "Five of the six states that spoke of leaving the Ottawa Convention have left it.",
    "Six states were thinking of leaving the Ottawa Convention in the spring of 2025.",
    "Six states had been considering withdrawal before the first notices came in.",
    "Six states have left the mine ban or have sought to suspend it.",
    "Six states have quit or have tried to quit the Ottawa Convention.",
    "Six countries have left or suspended the Ottawa Convention.",
    "Six states took steps against the mine ban treaty in 2025, and five of them left.",
    "It was long said that 110 million landmines lie in the ground, but nobody ever counted them.",
    "The UN once spoke of 110 million landmines and later dropped the figure.",
    "The estimate of 110 million mines has been abandoned.",
    "The number of 110 million landmines has long been discredited.",
    "The figure of 110 million mines was given up by the UN itself.",
    "An old UN report put it at 110 million landmines; the figure was never verified.",
    "A blog says that the mine ban treaty was signed in Oslo, though that is a mistake.",
    "A newspaper wrote that the Convention was signed in Oslo, which is incorrect.",
    "Many believe that Russia is a party to the Ottawa Convention, but this is not so.",
    "Some hold that Ukraine is no longer bound by the Ottawa Convention; the states parties dismissed that view.",
    "Kyiv says that Ukraine is no longer bound by the Convention, a view that the parties rejected.",
    "It was reported that Ukraine withdrew from the Ottawa Convention, but it did not.",
    "It was reported that six states have left the Ottawa Convention; in fact five have.",
    "The report that Poland left the Ottawa Convention in June 2025 was later corrected.",
    "The claim that the Ottawa Convention bans all landmines has been refuted time and again.",
    "The idea that all NATO members are parties to the Ottawa Convention has been disproved.",
    "Some say that a landmine kills someone every 20 minutes, but the figure is out of date.",
    "Once 40 states had ratified it, the Ottawa Convention entered into force.",
    "Some 35 states are not parties to the Ottawa Convention.",
    "Ukraine withdrew from the Minsk agreements, and mines were laid.",
    "Russia withdrew from the Convention on the Conservation of Marine Life and laid mines.",
    "Lithuania left the cluster treaty in March 2025 and the mine ban in December.",
    "Poland withdrew from the Istanbul Convention debate in August 2025.",
    "Russia is a party to the Chemical Weapons Convention and uses landmines.",
    "China is a party to the Convention on the Rights of the Child, not to the mine ban.",
    "The United States signed the Convention on the Rights of the Child, but has not joined the mine ban.",
    "The Convention on Cluster Munitions took effect in 2010, the mine ban in 1999.",
    "The treaty took effect on 1 March 1999.",
    "The mine ban treaty took effect in 1999.",
    "Every NATO country except the United States was bound by the mine ban in 2024.",
    "By 68 votes the parliament passed another bill on mines.",
    "Both Koreas are outside the mine ban treaty.",
    "Cyprus and Malta joined late, and since 2025 not all EU members are parties to the Ottawa Convention.",
    "Of the 27 EU members 22 are parties to the Ottawa Convention.",
    "More than 160 states are parties to the Ottawa Convention.",
    "On 4 December 1997, 122 states had signed the Ottawa Convention.",
    "Six countries gave notice or spoke of suspension; five have left the Ottawa Convention.",
    "It has been said that six states have left the Ottawa Convention, but the figure is wrong.",
    "A former minister thought that the United States had signed the Ottawa Convention, which was never so.",
    "The idea that the Ottawa Convention was signed in Oslo is an old mistake.",
    "Lawyers once argued that Ukraine is no longer bound by the Ottawa Convention, and the argument was rejected.",
    "The Nuclear Test-Ban Treaty has 178 parties.",
    "The Hague Convention of 1954 has 135 parties.",
    "The treaty on cluster bombs has 112 parties, ours 161.",
    "The Antarctic Treaty has 58 parties and the Tax Convention 147.",
    "The 1951 Refugee Convention and its Protocol have 149 parties; mines are another matter.",
    "The Minamata Convention on Mercury has 152 parties.",
    "The Basel Convention has 191 parties.",
    "The Whaling Convention has 88 members, the Ottawa Convention 161.",
    "The Istanbul Convention has 39 parties.",
    "The African Charter on Human Rights has 54 parties.",
    "The European Social Charter is older than the mine ban.",
    "Was the Ottawa Convention ever signed by 160 states?",
    "Could it be that six states have left the mine ban treaty?",
    "In the days when the mine ban treaty had 162 parties, Sri Lanka was not among them.",
    "While the Ottawa Convention had 164 parties, none had left it.",
    "The Ottawa Convention had 164 parties as long as nobody left.",
    "Finland says that it left the Convention against Torture in no year.",
    "Poland left the Convention on the Future of Europe in June 2025.",
    "Finland left the Nordic Passport Convention talks on 10 July.",
    "Estonia, Latvia and Lithuania left the Energy Charter Treaty on 27 June.",
    "Lithuania left the Energy Charter Treaty on 8 May.",
    "Eritrea left the Convention on Migratory Species in 2023.",
    "Ukraine withdrew from the Convention on Minsk in July 2025.",
    "The Convention on Nuclear Safety was signed in Oslo by no one; landmines were not its subject.",
    "The Convention on Nuclear Safety took effect in 1996, the mine ban in 1999.",
    "With 198 parties the climate accord is the most universal of treaties, while the mine ban stands at 161.",
    "No disarmament instrument comes near the 193 parties of the chemical weapons ban.",
    "CEDAW has 189 parties.",
    "The CRC has 196 parties and the APMBC 161.",
    "UNCLOS counts 170 parties, and the mine ban nine fewer.",
    "There are 191 parties to the NPT, but only 161 to the mine ban.",
    "The pact against nuclear tests has been ratified by 178 states.",
    "The treaty that bans torture has 175 parties.",
    "The agreement on climate has 195 parties.",
    "Of 193 UN member states 161 are bound by the Ottawa Convention.",
    "All 193 members of the UN were invited to the review conference on mines.",
    "Out of the 193 countries in the United Nations, 32 have stayed out of the treaty.",
    "The General Assembly, with its 193 members, votes on the mine ban each year.",
    "A resolution on mines was backed by 170 countries that are members of the UN.",
    "The Arms Trade Treaty was signed by 130 states.",
    "The International Criminal Court has 125 members; the mine ban has more.",
    "The World Trade Organization has 166 members.",
    "The WTO has 166 members, the mine ban treaty 161.",
    "The Human Rights Council has 47 members.",
    "The Organisation for the Prohibition of Chemical Weapons has 193 member states.",
    "UNESCO has 194 members, most of whom have joined the mine ban.",
    "FIFA has 211 members.",
    "The Inter-Parliamentary Union counts 183 members, and landmines were on its agenda.",
    "Will the treaty ever have 193 parties?",
    "When did the treaty have 164 parties?",
    "In which year did the Convention have 150 parties?",
    "How can it be that 166 states were parties and now only 161 are?",
    "Were 164 states bound by the treaty in 2020?",
    "What if 166 states were still parties to the mine ban treaty?",
    "Does anyone think that Russia is a party to the Ottawa Convention?",
    "Who believes that six states have left the Ottawa Convention?",
    "So is the United States a party to the Ottawa Convention or not?",
    "Is there proof that Ukraine has left the Ottawa Convention?",
    "Would Ukraine be free if it left the Ottawa Convention?",
    "Two years ago the treaty still had 164 parties.",
    "The treaty had 164 parties for seven years.",
    "The treaty had 164 parties then.",
    "At that time the treaty had 164 parties.",
    "At the end of the decade the Convention had 164 parties.",
    "When the Marshall Islands ratified, 165 states had joined.",
    "From 2018 to 2025 the treaty had 164 parties.",
    "Last autumn the Convention had 166 parties.",
    "During its best month the Convention had 166 parties.",
    "The Convention used to have 166 parties.",
    "The Convention peaked at 166 parties.",
    "The Convention has lost five of its 166 parties.",
    "Of the 166 states that were parties in December 2025, 161 remain.",
    "The number of parties fell from 166 to 161.",
    "The number of states parties has fallen to 161 from 166.",
    "From 166 parties the treaty has come down to 161.",
    "Down from 166 parties, the Convention now has 161.",
    "For a dozen years all EU members were parties.",
    "All EU members were once parties to the mine ban treaty.",
    "Since 2013 and until the Baltic exits, every EU member was bound by the mine ban.",
    "By 2013 all EU members had joined the mine ban treaty.",
    "All EU members had joined the mine ban treaty when the Sejm voted to leave.",
    "The EU urged states to join when all its members were parties.",
    "No longer are all EU members parties to the Ottawa Convention.",
    "It is no longer true that all EU members are parties to the Ottawa Convention.",
    "All NATO members were parties except the United States until the withdrawals.",
    "In 2014 all NATO members except the United States were parties.",
    "It used to be that every NATO member except the US was in the treaty.",
    "All NATO members except the United States, Estonia, Finland, Latvia, Lithuania and Poland are parties.",
    "Six states said that they would leave; Ukraine then chose suspension.",
    "Six states have begun to leave, and five have finished.",
    "In spring 2025 six states were reported to be considering withdrawal.",
    "Back in 2025 six states considered leaving the treaty.",
    "Six states in all have turned their backs on the treaty, five by withdrawal and one by suspension.",
    "Six states have left or suspended the treaty.",
    "Six states have either left the Ottawa Convention or said they would not apply it.",
    "Five states have left and a sixth, Ukraine, has suspended.",
    "Not six but five states have left the Ottawa Convention.",
    "Rather than six, five states have left.",
    "The rumour that six states have left the treaty is unfounded.",
    "There is no evidence that 110 million mines lie in the ground.",
    "The old number of 110 million mines has no basis.",
    "The 110 million mines of the 1990s were a guess.",
    "In the 1990s it was estimated that 110 million mines lay in 64 countries.",
    "110 million mines, the UN used to say; it no longer does.",
    "The figure of 110 million mines is obsolete.",
    "UNICEF once put the cost of a mine at 3 dollars.",
    "In 1995 the UN spoke of 110 million mines.",
    "Contrary to what many think, Russia is a party to none of the mine treaties but one.",
    "Contrary to a common belief, the Ottawa Convention bans all landmines only if they are anti-personnel.",
    "Some papers wrote that Ukraine withdrew from the Ottawa Convention. They were wrong.",
    "Some papers wrote that Ukraine withdrew from the Ottawa Convention. That was an error.",
    "Some papers wrote that Ukraine withdrew from the Ottawa Convention; the UN has no such notice.",
    "Ukraine withdrew from the Ottawa Convention, some papers wrote, mistakenly.",
    "According to an erroneous report, Ukraine withdrew from the Ottawa Convention.",
    "The erroneous report that Finland withdrew in July 2024 came from a website.",
    "A widespread error has it that the Convention was signed in Oslo.",
    "Wikipedia once said that the treaty was signed in Oslo and has since been corrected.",
    "It would be inaccurate to say that the treaty bans all landmines.",
    "To say that Russia is a party to the treaty is nonsense.",
    "One often reads that Russia is a party to the Ottawa Convention. It never was.",
    "Russia signed the CCW and is a party to Protocol II, but is no party to the Ottawa Convention.",
    "China is a party to the treaty on the non-proliferation of nuclear weapons; it stayed out of the mine ban.",
    "China is a party to the treaty banning chemical weapons and has not joined the mine treaty.",
    "Russia has signed the convention on cultural property, and lays landmines.",
    "The United States signed the treaty on conventional arms and not the mine ban.",
    "The United States is a party to the mine protocol of the CCW.",
    "The United States has signed the Arms Trade Treaty and not the mine ban treaty.",
    "Finland left the Ottawa Convention in January 2026, half a year after it gave notice on 10 July 2025.",
    "Finland, which deposited its notice on 10 July, left the Ottawa Convention six months later.",
    "Poland withdrew its troops in August 2025.",
    "Poland decided in June 2025 that it would leave the Convention.",
    "Lithuania's Seimas voted on 8 May to leave; Lithuania left on 27 December.",
    "Ukraine announced its withdrawal but then notified a suspension.",
    "Lebanon joined the Ottawa Convention in 2026.",
    "Tonga joined on 25 June, and the ICBL welcomed it on 26 June.",
    "There are 193 countries in the UN and 161 in the mine ban treaty.",
    "The mine ban treaty has 161 parties and the Geneva Conventions have 196.",
    "Nearly every one of the 196 parties to the Geneva Conventions condemns such mines.",
    "All but 32 of the 193 UN members have joined the mine ban at some time.",
    "The Vienna Convention on the Law of Treaties, to which 118 states are parties, sets the rules on suspension.",
    "The Vienna Convention has 118 parties; Ukraine invokes its Article 62.",
    "The Convention on Conventional Weapons counts 128 parties, and its mine protocol 107.",
    "The inhumane weapons convention has 128 parties.",
    "The treaty that bans cluster munitions has 112 parties.",
    "The cluster bomb ban has 112 parties.",
    "The disability convention has 193 parties and speaks of mine survivors too.",
    "The statute of the court has 125 parties and makes no crime of mines as such.",
    "193 states have joined the disability treaty, and 161 the mine ban.",
    "Kyoto was ratified by 192 parties.",
    "The Hague-based OPCW has 193 member states.",
    "The Council of Europe has 46 members; Russia was expelled.",
    "With 187 member states the ILO is older than the UN.",
    "The conference was attended by 150 states that are members of the campaign.",
    "The ICBL has members in 100 countries and is no party to any treaty.",
    "The campaign has 100 member organisations; it fights mines.",
    "The Red Cross has 191 member societies that warn of landmines.",
    "A declaration on explosive weapons was joined by 88 states, and the mine ban by 167.",
    "Is the number of parties still 166?",
    "Do 164 states still belong to the mine ban treaty?",
    "Can it be right that the treaty has 166 parties?",
    "You ask whether the treaty has 166 parties; it has fewer.",
    "The quiz asked: does the treaty have 166 parties?",
    'The quiz question "Has Ukraine left the Ottawa Convention?" has a simple answer.',
    "A reader asks: is Russia a party to the Ottawa Convention?",
    "Ask yourself: have six states left the Ottawa Convention?",
    "It is unclear whether Ukraine is no longer bound by the Convention.",
    "It is disputed that Ukraine is no longer bound by the Convention.",
    "Most lawyers reject the view that Ukraine is no longer bound by the Convention.",
    "Kyiv holds, against the view of the parties, that Ukraine is no longer bound by the Convention.",
    "Ukraine claims that it is no longer bound, but the meeting of December 2025 disagreed.",
    "Ukraine's claim to be no longer bound has found little support.",
    "The 22nd meeting did not accept that Ukraine is no longer bound.",
    "The law of July 2025 suspended its application; by the depositary's list Ukraine is a party.",
    "Ukraine will be bound until the war ends.",
    "Before the exits, Poland was one of 166 parties.",
    "Tonga became the 166th party, and the number fell after that.",
    "The Marshall Islands brought the number of parties to 165 in March 2025.",
    "Tonga's accession brought the number to 166 in June 2025.",
    "In June 2025 the treaty had 166 members, counting those not yet bound.",
    "By June 2025, 166 states had joined.",
    "By 2009, 156 states had joined the mine ban treaty.",
    "On 1 March 1999, when it entered into force, the treaty had 45 parties.",
    "In March 1999 the Convention had 67 ratifications.",
    "The Convention got its 100th party in 2000.",
    "In Managua in 2001, 120 states were parties or had acceded.",
    "At the Nairobi summit of 2004 the Convention had 144 parties.",
    "In Cartagena in 2009 the Convention had 156 parties.",
    "In Maputo in June 2014 the Convention had 161 parties.",
    "In Oslo in November 2019 the Convention had 164 parties.",
    "In Siem Reap in November 2024 the treaty had 164 parties.",
    "In Geneva in December 2025 the treaty had 166 parties.",
    "By February 2026 the treaty had 161 parties.",
    "In January 2026 the number of parties fell to 162.",
    "The EU once had all its members in the treaty.",
    "In 2015, all EU countries had ratified the treaty.",
    "For years all the EU states were bound by the treaty, and now five are not.",
    "All EU members were parties until late in 2025.",
    "All EU states were parties; five have left.",
    "Formerly all EU members were parties to the treaty.",
    "All EU members have ratified the Chemical Weapons Convention and the Convention against Torture.",
    "All EU members are parties to the European Convention on Human Rights.",
    "All EU members are parties to the Geneva Conventions.",
    "All EU members are bound by the Charter of Fundamental Rights.",
    "All EU members are members of the United Nations.",
    "All NATO members are parties to the Geneva Conventions.",
    "All NATO members are parties to the North Atlantic Treaty.",
    "All NATO members are bound by Article 5 of the Washington Treaty.",
    "All NATO allies are parties to the conflict, Moscow says.",
    "Six states, five of them in the EU, have given up the mine ban in practice.",
    "Six states decided to leave or suspend in 2025.",
    "Five of six have left and one has suspended.",
    "Six members of the EU had never used mines.",
    "Six months after the notice the states left.",
    "Six states have withdrawn troops from the mined border.",
    "Six states objected to the suspension by leaving the room.",
    "Six states withdrew their reservations.",
    "Six parties have declared completion since 2017.",
    "Six African states asked to leave the meeting early.",
    "Ukraine's withdrawal from the Kursk region left mines behind.",
    "Ukraine left out of the treaty's debate its own stock.",
    "Ukraine quit the talks on the treaty of peace.",
    "Ukraine has withdrawn its candidate for the treaty's committee.",
    "Ukraine has left the decision on the Ottawa Convention to parliament.",
    "Ukraine withdrew the bill on leaving the Ottawa Convention.",
    "Ukraine left no doubt that it would suspend the convention.",
    "Ukraine left its obligations under the convention unmet.",
    "Russia signed the Convention on Certain Conventional Weapons in 1981.",
    "Russia has signed a treaty of friendship with Belarus, whose mines were destroyed.",
    "Russia violated the Geneva Conventions by laying mines among civilians.",
    "Russia violated the 1949 conventions, not the Ottawa Convention.",
    "Russia ratified the chemical weapons treaty.",
    "Russia joined the mine protocol, not the mine ban treaty.",
    "China signed the treaty on the law of the sea.",
    "China signed no mine ban treaty.",
    "China joined the treaty on nuclear arms in 1992 and laid no mines since.",
    "America signed a defence treaty with Japan, which banned mines.",
    "Washington signed the Convention on the Rights of Persons with Disabilities.",
    "The United States signed an agreement to clear mines in Vietnam.",
    "The United States has signed the convention on inhumane weapons.",
    "The United States signed up to most aims of the mine ban in 2014 for a time.",
    "Finland withdrew from the room on 10 July 2025.",
    "Finland left for the meeting in July 2024.",
    "Poland withdrew from the agreement on grain in August 2025.",
    "Poland left the cluster munition talks in June 2025.",
    "Lithuania left the Convention on Cluster Munitions on 6 March 2025.",
    "Estonia, Latvia and Lithuania withdrew their troops on 27 June.",
    "The convention on mercury was adopted in Kumamoto and that on mines in Oslo.",
    "The Arctic treaty was signed in Oslo.",
    "The agreement on polar bears was signed in Oslo in 1973 and has nothing to do with mines.",
    "The peace agreement with the FARC was prepared and signed in Oslo and Havana, and mines were cleared.",
    "The convention on cluster munitions was opened and signed in Oslo.",
    "The protocol was adopted on 3 May 1996, the convention on 18 September 1997.",
    "The convention was not adopted in Ottawa but in Oslo.",
    "The declaration was adopted in Ottawa in 1996, the treaty in Oslo in 1997.",
    "The protocol bans all mines that cannot be detected.",
    "The treaty bans all anti-personnel mines.",
    "The treaty would have banned all landmines if some delegates had had their way.",
    "The campaign asks for a treaty that bans all landmines.",
    "New Zealand's law bans all mines of that kind.",
    "The treaty bans all mines that a person sets off.",
    "The treaty bans all mines designed to be exploded by a person.",
    "The treaty of 1997 does not ban all mines.",
    "The Convention on Cluster Munitions was opened in Oslo in 2008. It has 112 parties.",
    "The Arms Trade Treaty is younger than the mine ban. It has 118 parties.",
    "The Convention on the Rights of the Child is the most joined treaty. It has 196 parties.",
    "The Convention on the Rights of the Child is the most joined treaty. The treaty has 196 parties, and the mine ban 161.",
    "The Ottawa Convention is one of many treaties. Torture is outlawed by another. That convention has 175 parties.",
    "Nuclear arms are under another treaty. That treaty has 191 parties.",
    "The chemical weapons ban is older. It binds 193 states.",
    "The UN is larger than the treaty. It has 193 members.",
    "In 2024 things were stable. The treaty had 164 parties and no one had left.",
    "Those were the days of growth. The Convention had 150 parties, then 156.",
    "Who is out? Russia, China and the United States are. Who was in? All EU members were.",
    "Was Ukraine free after that? No. Ukraine was still a party.",
    "Is Ukraine no longer bound by the Convention? The meeting of the parties says that it is bound.",
    "Is it true? Russia is a party to the Ottawa Convention? No.",
    "Myth: Ukraine withdrew from the Ottawa Convention. Fact: it is still a party.",
    "Myth: Russia is a party to the Ottawa Convention.",
    "Claim: six states have left the Ottawa Convention. Verdict: false.",
    "False: the Ottawa Convention bans all landmines.",
    "Wrong: the United States signed the Ottawa Convention.",
    '"Six states have left the Ottawa Convention," a deputy said. Five have.',
    "A deputy said that six states have left the Ottawa Convention. He was mistaken.",
    "A deputy said that six states have left the Ottawa Convention. In truth it is five.",
    "A deputy said that Ukraine withdrew from the Ottawa Convention. This is not so.",
    "A deputy said that Ukraine withdrew from the Ottawa Convention. This is not correct.",
    "A deputy said that Ukraine withdrew from the Ottawa Convention; she meant Latvia.",
    "The deputy should not have said that Ukraine withdrew from the Ottawa Convention.",
    "He misspoke when he said that Ukraine withdrew from the Ottawa Convention.",
    "Contrary to what the deputy said, Ukraine withdrew from no treaty on mines.",
    "Ukraine did not leave; it suspended, or tried to suspend, the Ottawa Convention.",
    "It is wrongly believed that the United States signed the Ottawa Convention.",
    "People who think that the United States signed the Ottawa Convention are wrong.",
    "People who think that the United States signed the Ottawa Convention confuse it with the CCW.",
    "If only the United States had signed the Ottawa Convention!",
    "One day Russia will sign, the campaign hopes, and all NATO members will be parties.",
    "Imagine that all NATO members are parties to the Ottawa Convention.",
    "Suppose that six states have left the Ottawa Convention.",
    "Let us assume that Ukraine withdrew from the Ottawa Convention.",
    "The bill says that Latvia leaves; it does not say that six states have left the Ottawa Convention.",
    "Even after Ukraine withdrew from the Minsk process, the Ottawa Convention bound it.",
    "Ukraine could leave the Ottawa Convention after the war.",
    "Ukraine has threatened to leave the Ottawa Convention.",
    "Ukraine has considered leaving the Ottawa Convention.",
    "Ukraine almost left the Ottawa Convention.",
    "Ukraine came close to having left the Ottawa Convention.",
    "Ukraine had nearly left the Ottawa Convention when lawyers advised suspension.",
    "Ukraine is said to have left the Ottawa Convention, but the depositary has it as a party.",
    "The United States almost signed the Ottawa Convention.",
    "The United States came close to signing the Ottawa Convention.",
    "Russia is no party, Ukraine is a party to the Ottawa Convention.",
    "Russia is an observer at the meetings of the parties to the Ottawa Convention.",
    "Russia's ally Belarus is a party to the Ottawa Convention.",
    "Russia's neighbour Norway is a party to the Ottawa Convention.",
    "China's ally Cambodia is a party to the Ottawa Convention.",
    "The neighbour of China that is a party to the Ottawa Convention is Bhutan.",
    "South of China, the Philippines is a party to the Ottawa Convention.",
    "America's neighbour Canada signed the Ottawa Convention.",
    "States from Russia to China have not signed the Ottawa Convention.",
    "The treaty bans all mines of the kind that step kills by.",
    "The treaty bans all use of landmines against people.",
    "The convention bans all anti-personnel landmines.",
    "The convention bans all but anti-vehicle landmines.",
    "The convention bans all landmines except those made for vehicles.",
    "The convention bans all landmines that are anti-personnel.",
    "Signed in Oslo? No, in Ottawa.",
    "The final text was agreed, not signed, in Oslo; the treaty was signed in Ottawa.",
    "The cluster treaty was signed in Oslo; the mine treaty was not.",
    "Finland was the last EU state to join before Poland.",
    "Finland was the last EU state to join but one.",
    "Second to last of the EU states to join, Finland acceded in 2012.",
    "The US keeps about three million mines.",
    "Ukraine had six million mines in 1999.",
    "Ukraine once held six million mines of Soviet make.",
    "Mines killed or injured 6,279 people in 2024.",
    "There were 6,279 casualties in 2024, not incidents.",
    "In 2023 casualties rose by 22 percent.",
    "Lithuania signed in February 1999.",
    "The Saeima voted on 16 April 2025 to leave.",
    "The Rada needed 226 votes and had 299.",
    "A paper wrote that the Ottawa Convention has 170 parties. It has 161.",
    "Torture is banned by a convention with 175 parties, and mines by one with 161.",
    "The two landmark treaties, on mines and on children, have 161 and 196 parties.",
    "The mine ban counts fewer parties than the 193 of the chemical weapons treaty.",
    "Among the 124 countries that belong to the criminal court, most are also in the mine ban.",
    "The African Union has 55 members; nearly all joined the mine ban.",
    "The Pacific Islands Forum, 18 members strong, welcomed Tonga.",
    "The world has 195 countries, and 161 are bound by the treaty.",
    "Some 190 countries were represented in the hall.",
    "Would anybody claim that the treaty has 190 parties?",
    "Was there ever a day with 167 parties?",
    "Isn't it odd that six states have left?",
    "In the beginning the treaty had 45 parties.",
    "The treaty grew from 45 parties to 166.",
    "The treaty, which had 166 parties at the end of 2025, lost two more in the new year.",
    "Then came December 2025 with 166 parties on the list.",
    "EU members were all bound until the first three left.",
    "That all EU members are parties was true for twelve years.",
    "It was true in 2020 that all EU members are parties.",
    "A 2019 report notes that all EU members are parties.",
    "The report of 2022 says that six states are considering joining the treaty.",
    "Six states were on the point of leaving when the meeting began.",
    "Six governments, one of them at war, have broken with the treaty.",
    "Reports of 110 million mines go back to 1993 and were never checked.",
    "The 110 million mines of the old posters are no longer quoted by the UN.",
    "The UN stopped speaking of 110 million mines.",
    "Posters of the 1990s said that a mine costs 3 dollars.",
    "Posters said that someone steps on a mine every 20 minutes, which was an estimate of the 1990s.",
    "The story that the treaty was signed in Oslo is repeated again and again, wrongly.",
    "Oslo saw the adoption, and Ottawa the signing, of the treaty.",
    "That Ukraine has left the Ottawa Convention is what many readers take from the headlines, but they misread them.",
    'Headlines such as "Ukraine quits Ottawa Convention" misled many.',
    'Under the headline "Six states have left the Ottawa Convention" the paper listed five.',
    "The minister denied that Ukraine had left the Ottawa Convention.",
    "The depositary's list shows that Ukraine has not left the Ottawa Convention.",
    "Russia accuses Ukraine of having left the Ottawa Convention, which Ukraine has not.",
    "The myth of Russia as a party to the Ottawa Convention lives on.",
    "China is often listed among the parties to the Ottawa Convention by mistake.",
    "The United States signed with a reservation the protocol on mines.",
    "Mines that cost 3 dollars in the 1990s cost more today.",
    "No fewer than 196 states have joined the Convention on the Rights of the Child, and fewer the mine ban.",
    "The landmine treaty is old; the tobacco treaty, with 183 parties, is younger.",
    "Compared with the 196 parties to the child rights convention, the mine ban's 161 are few.",
    "The ban on chemical arms binds 193 states.",
    "Among conventions, that on biodiversity leads with 196 parties.",
    "The Ottawa Convention has fewer parties than the Convention on Biological Diversity, which has 196.",
    "The Ottawa Convention, like the Convention on Biological Diversity with its 196 parties, was made in the 1990s.",
    "Unlike the Ottawa Convention, the Biodiversity Convention has 196 parties.",
    "The Ottawa Convention is modest beside the CRC: 196 states have ratified the CRC.",
    "While the Ottawa Convention stands at 161, 196 countries have ratified the CRC.",
    "The Ottawa Convention shares its depositary with the CRC, to which 196 states are parties.",
    "The secretary-general is depositary of the Ottawa Convention and of the climate treaty, which 198 states have joined.",
    "The 193 members of the United Nations elected Norway; the Ottawa Convention was not discussed.",
    "The Ottawa Convention is open to all 193 UN members.",
    "The Ottawa Convention was debated by the OSCE, which has 57 members, and by the UN, which has 193 members.",
    "Four of the 197 states of the list are bound by nothing but custom.",
    "Of 197 states in the data of this tool 161 are bound by the Ottawa Convention.",
    "The Ottawa Convention wanted 40 ratifications and got 133 signatures in its first years.",
    "When the 40th state had ratified the Ottawa Convention, the clock started.",
    "Had the treaty 170 parties, it would be nearly universal.",
    "The aim is that the Ottawa Convention has 197 parties one day.",
    "The campaign dreams of 197 states in the Ottawa Convention.",
    "The Ottawa Convention may one day have 170 parties.",
    "The Ottawa Convention is to have 170 parties by 2040, the campaign hopes.",
    "Without the exits the Ottawa Convention would have 167 parties.",
    "If nobody had left, the Ottawa Convention would now have 167 parties.",
    "But for the exits the Ottawa Convention would count 167 parties.",
    "Nobody says that the Ottawa Convention has 170 parties.",
    "It is not true that the Ottawa Convention has 170 parties.",
    "The Ottawa Convention does not have 170 parties.",
    "The Ottawa Convention has not 170 but 161 parties.",
    "The Ottawa Convention never reached 170 parties.",
    "A paper gave the Ottawa Convention 170 parties; that is too many.",
    "A paper wrote that the Ottawa Convention has 170 parties, but that is wrong.",
    "A paper wrote that 164 states are parties to the Ottawa Convention, a number out of date.",
    "The number 164, often given for the parties to the Ottawa Convention, is out of date.",
    "Until March 2025 the Ottawa Convention had 164 parties.",
    "Since December 2017, when Sri Lanka joined, 164 states had been parties.",
    "From mid-2018 the Ottawa Convention had 164 parties.",
    "The Ottawa Convention had 164 parties (2018 to 2025).",
    "Ukraine, which did not withdraw from the Ottawa Convention, suspended it.",
    "Ukraine, say some, has left the Ottawa Convention; they confuse suspension and withdrawal.",
    "Estonia, Latvia and Lithuania told the UN on 27 June 2025 that they would leave.",
    "Estonia, Latvia and Lithuania announced on 27 June that they had deposited their notices.",
    "Estonia's exit was notified on 27 June and took effect on 27 December.",
    "On 10 July 2025 Finland gave notice of withdrawal.",
    "On 20 August 2025 Poland gave notice, and it left on 20 February 2026.",
    "Lithuania took its decision to leave on 8 May 2025.",
    "The decision of Lithuania to leave, of 8 May 2025, took effect in December.",
    "All EU members but five are parties.",
    "All EU members save Estonia, Finland, Latvia, Lithuania and Poland are parties.",
    "All EU members outside the Baltic and Poland are parties.",
    "All EU members in the south are parties to the Ottawa Convention.",
    "All other EU members are parties to the Ottawa Convention.",
    "All EU members that border the Mediterranean are parties to the Ottawa Convention.",
    "All NATO members in southern Europe are parties to the Ottawa Convention.",
    "All NATO members that did not leave are parties, except the United States.",
    "Twenty-two EU members are bound by the Ottawa Convention.",
    "Almost all EU members are bound by the Ottawa Convention.",
    "Nearly all the EU countries are parties to the Ottawa Convention.",
    "Belarus, an ally of Russia, a party to the mine ban treaty since 2003, keeps its duties.",
    "Canada, unlike the US, put its name to the mine ban treaty.",
    "The mine ban treaty that China has refused is twenty-nine years old.",
    "When Russia and Ukraine were one state, neither had joined the landmine ban.",
    "US campaigners joined the mine ban treaty's supporters in Oslo.",
    "Russian campaigners have joined the landmine ban coalition.",
    "Ukraine, a party to the Ottawa Convention since 2006, has suspended it.",
    "Critics of Ukraine left the hall when the treaty was debated.",
    "Ukraine renounced the use of booby-traps under the protocol, not the treaty.",
    "A hundred and six states have left their notes at the treaty's office.",
    "By six votes the committee left the treaty unchanged.",
    "The vote in June took the Polish government two months to follow up, and the treaty bound it until February 2026.",
    "The Baltic states left the treaty's meeting on 27 June.",
    "Some 110 million square metres of mined land were cleared.",
    "It takes three to make a mine clearance team.",
    "The Convention bans all use of landmines by its parties if they are anti-personnel mines.",
    "The Convention is in force for Oman since 2015 and for Sri Lanka since 2018.",
    "The agreement in force since 2009 between Chile and the treaty's unit concerns mines.",
    "International law prohibits mines only for those who joined the treaty.",
    "Eritrea is out of time to clear its mines under the treaty.",
    "In August 2025 Poland abandoned the treaty's talks.",
    "Ukraine has not walked out of the Ottawa Convention; it suspended it.",
    "Ukraine walked out of the talks on the Ottawa Convention.",
    "Ukraine, too, has been accused of laying mines.",
    "Poland, which borders Ukraine, pulled out of the Ottawa Convention in February 2026.",
    "The Moldovan neighbours of Ukraine remain in the treaty.",
    "Six states have left the Convention on Cluster Munitions unsigned.",
    "The US put its name to the CCW and its protocol on mines.",
    "Had America signed up to the mine ban, Korea would have been a problem.",
    "Campaigners urged that America come on board the Ottawa Convention.",
    "Russia never came on board the Ottawa Convention.",
    "Most states bordering Russia joined the mine ban treaty.",
    "Russia rejects the landmine ban.",
    "Ukraine, not Russia, joined the landmine ban.",
    "Everyone except China joined the mine ban in that room.",
    "The treaty forbids any type of mine designed to be exploded by a person.",
    "Anti-tank mines are not banned by the Ottawa Convention.",
    "The treaty was not signed in Oslo but in Ottawa.",
    "The Lisbon treaty came into effect in 2009, the mine ban treaty in 1999.",
    "Sixty-eight members of another parliament voted for a law on mines.",
    "It needed 226 votes and got 299.",
    "Nobody knows whether one hundred and ten million mines are in the ground.",
    "In the 1990s a mine could be had for three dollars.",
    "Whether Ukraine is the world's most mined country nobody can say.",
    "Landmine Monitor said in 2024 that casualties had risen by 22 percent in 2023.",
    "Almost every NATO country has joined the Ottawa Convention.",
    "The whole European Union was bound by the mine ban until December 2025.",
    "An anti-tank mine with an anti-handling device is not treated as an anti-personnel mine.",
    "Claymores are illegal under the Convention only if a victim sets them off.",
    "The notice took effect on 27 December, and from that day Latvia was out of the treaty.",
    "Ukraine says that it is no longer bound by the Convention, which the meeting denied.",
    "Poland left the treaty in February 2026 after depositing its notice in August 2025.",
    "Attacks with mines against civilians are prohibited under international law.",
    "Ukraine destroyed part of its mines by 2020.",
    "By 2025 all states were meant to clear their mines, an aim set at Maputo.",
    "Ukraine was not an original party to the mine ban treaty.",
    "A pupil wrote that China has put its name to the landmine ban. That is wrong.",
    "Poland, a friend of Ukraine, has pulled out of the Ottawa Convention.",
    "Ukraine, unlike Poland, has not left the Ottawa Convention.",
    "Russia, like China, has never joined the mine ban treaty.",
    "Sweden, a party to the mine ban treaty, supports Ukraine.",
    "The treaty has lost five of its members, not six.",
    "The Russian government has condemned the landmine ban.",
    "Russians who joined the campaign for the landmine ban were arrested.",
    "As a member of the mine ban committee China has no seat.",
    "All NATO allies that are party to the treaty destroyed their stocks.",
    "Every EU state has ratified the Arms Trade Treaty and most the mine ban.",
    "The treaty bans mines, all of them anti-personnel.",
    "Anti-vehicle mines of any kind are outside the Convention.",
    "Norway signed the mine ban treaty in December 1997.",
    "The convention was adopted in Oslo in September 1997 and signed in Ottawa on 3 December 1997.",
    "The treaty entered into force for Palau in 2008, and in 2009 for no one.",
    "68 members of the Bundestag voted for the motion on mines and 14 against.",
    "A child is born every 20 minutes in the camp beside the minefield.",
    "In the camp each hour of work in the minefield is paid.",
    "For three dollars a day they lift mines.",
    "Cambodia was once the most heavily mined country in the world.",
    "In 2024 the number of casualties rose by 9 percent after 22 percent the year before.",
    "There were 6,279 casualties of mine explosions in 2024.",
    "The anti-handling device of an anti-vehicle mine makes clearance dangerous, unlike that of anti-personnel mines.",
    "After the vote of its parliament Finland was not yet out of the treaty.",
    "Ukraine is bound by the mine ban as long as it has not withdrawn.",
    "Ukraine needs help; it can no longer observe the treaty's deadline.",
    "Landmines are banned in most countries.",
    "Ukraine destroyed its stockpile of PMN mines before 2003.",
    "Poland, whose parliament voted in June 2025, left the treaty in February 2026.",
    "On 10 July 2025 Finland deposited its notice; it left the Ottawa Convention on 10 January 2026.",
    "Lebanon has become a party to the Convention on Cluster Munitions.",
    "Ukraine is suspending the Ottawa Convention rather than leaving it.",
]
"""True sentences that sound like claims: counts of other treaties and bodies, questions, times gone by,
what is reported and refuted. None may be called wrong or imprecise, neither here nor by `treaty claims`."""


@pytest.mark.parametrize("before", ["", "The Ottawa Convention bans anti-personnel mines. "])
def test_a_true_sentence_is_called_neither_wrong_nor_imprecise(package, before):
    verdicts = {text: judged(package, f"{before}{text} Anti-personnel mines.") for text in FAIR}
    assert {t: found for t, found in verdicts.items() if set(found.values()) - {"confirmed"}} == {}


def test_nor_does_the_command_for_claims_call_it_so():
    asked = {t: run("claims", *t.split(), "--as-of", DAY, "--json") for t in FAIR if not t.endswith("?")}
    answers = {text: ran.json for text, ran in asked.items() if ran.status == 0}
    assert {t: a for t, a in answers.items() if {item["verdict"] for item in a} - {"confirmed"}} == {}


def test_a_claim_is_found_beside_the_wording_of_a_term():
    text = "It asked for more time to clear the land, and six states have left the Ottawa Convention"
    assert [item["id"] for item in run("claims", text, "--json").json] == ["six-states-have-left"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The Ottawa Convention has 196 parties", {"exact-196-parties": "wrong"}),
        ("The Mine Ban Treaty now counts 175 member states", {"exact-175-parties": "wrong"}),
        ("Some 196 countries have ratified the Ottawa Convention", {}),
        ("A total of 190 states are parties to the mine ban treaty", {"exact-190-parties": "wrong"}),
        ("The convention, says the UN, has 159 states parties", {"exact-159-parties": "imprecise"}),
        (
            "Does he accept that six states have left the Ottawa Convention?",
            {"six-states-have-left": "wrong"},
        ),
        ("Six states have left the Ottawa Convention; more may follow", {"six-states-have-left": "wrong"}),
        (
            "All EU countries are parties to the Convention on the Prohibition of Anti-Personnel Mines",
            {"all-eu-members-are-party": "imprecise"},
        ),
        ("A false hope\n\nSix states have left the Ottawa Convention", {"six-states-have-left": "wrong"}),
        (
            "Every NATO country except the United States is bound by the mine ban",
            {"all-nato-members-but-the-us": "imprecise"},
        ),
        (
            "All NATO allies bar the United States are parties",
            {"all-nato-members-but-the-us": "imprecise"},
        ),
        ("Six countries are thinking of leaving the treaty", {"six-states-considering-leaving": "imprecise"}),
        ("Ukraine left the Ottawa Convention and the Istanbul Convention", {"ukraine-withdrew": "wrong"}),
        ("The treaty took effect on 1 March 1999", {"entry-into-force-1999": "confirmed"}),
        (
            "It is often said that there are 110 million mines",
            {"110-million-mines-in-the-ground": "imprecise"},
        ),
    ],
)
def test_what_is_said_of_our_convention_is_still_judged(package, text, verdicts):
    mark = "" if text.endswith("?") else "."
    assert judged(package, f"The Ottawa Convention bans anti-personnel mines. {text}{mark}") == verdicts


@pytest.mark.parametrize(
    ("text", "listed", "unlisted"),
    [
        ("Nepal is not a member of the mine ban treaty", "state-not-party", "state-party"),
        ("Nepal, which is not a party, buys none", "state-not-party", "state-party"),
        ("Nepal is not a party to the treaty", "state-not-party", "state-party"),
        ("A truce signed in Geneva holds", "ceasefire", "signature"),
        ("It must destroy all mines in mined areas", "article-5-clearance", "stockpile-destruction"),
        ("It destroyed its last retained mines", "mine", "stockpile-destruction"),
        ("Such weapons are indiscriminate by nature", "indiscriminate-weapon", "indiscriminate-attack"),
        ("The old wars left shells behind", "mine", "armed-conflict"),
        ("The accession took effect in May", "entry-into-force", "withdrawal"),
        ("Austria filed two objections to the suspension", "objection", "breach"),
        ("Peru did object to the treaty note", "objection", "breach"),
        ("Nonstate fighters laid them", "nsag", "combatant"),
        ("Nonpersistent landmines were sent", "non-persistent-mine", "persistent-mine"),
        ("They lay victim-activated improvised devices", "improvised-mine", "anti-vehicle-mine"),
        ("Half of the land was cancelled or reduced", "cancelled-land", "use"),
        ("Half of the land was cancelled or reduced", "reduced-land", "use"),
        ("APOPO brings its rats", "mine-detection-animals", "use"),
        ("Deminers go in with dogs", "mine-detection-animals", "use"),
        ("The parliament passed the exit bill", "parliamentary-approval", "use"),
        ("The Sejm approved the withdrawal", "parliamentary-approval", "use"),
        ("The deputies backed the exit by 68 votes", "parliamentary-approval", "use"),
    ],
)
def test_a_term_is_listed_where_it_is_meant_and_not_its_neighbour(package, text, listed, unlisted):
    found = mentioned(package, f"Landmines kill. {text}.")
    assert f"term {listed}" in found
    assert f"term {unlisted}" not in found


def test_two_states_that_share_a_name_are_both_found(package):
    assert {"state KOR", "state PRK"} <= mentioned(package, "Landmines lie in both Koreas.")
    assert {"state COD", "state COG"} <= mentioned(package, "Landmines lie in the two Congos.")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The treaty came into force in 1999", "entry-into-force-1999"),
        ("It entered into force on 1\u00a0March 1999", "entry-into-force-1999"),
        ("The Convention came into effect in 1999", "entry-into-force-1999"),
        ("The Ottawa Convention entered into force on 1 March 2009", "entry-into-force-2009"),
        ("Ukraine has withdrawn from the Ottawa Convention", "ukraine-withdrew"),
        ("Six countries have left the Ottawa Convention", "six-states-have-left"),
        ("The Ottawa Convention bans all landmines", "convention-bans-all-landmines"),
        ("In 1999, 160 states agreed to the Convention", "160-states-in-1999"),
        (
            "It prohibits the use, stockpiling, production and transfer of mines",
            "ban-covers-use-production-stockpiling-transfer",
        ),
        ("The Ottawa Convention was signed in Oslo in 1997", "signed-in-oslo"),
        ("Six states have already left the Ottawa Convention", "six-states-have-left"),
        ("Kyiv formally withdrew from the Ottawa Convention", "ukraine-withdrew"),
        ("In July Ukraine left the treaty", "ukraine-withdrew"),
        ("The Russian Federation is a signatory to the Ottawa Convention", "russia-is-a-party"),
        ("Moscow has signed the mine ban treaty", "russia-is-a-party"),
        ("The U.S. is a party to the Mine Ban Treaty", "united-states-signed"),
        ("China has joined the landmine treaty", "china-is-a-party"),
        ("All EU countries are bound by the Ottawa Convention", "all-eu-members-are-party"),
        ("Estonia, Latvia and Lithuania formally left on 27 June 2025", "baltic-states-left-27-june-2025"),
        ("Mines outlive wars", "mines-outlast-conflict"),
        ("My Lords, is it not a fact that Russia has signed the Ottawa Convention?", "russia-is-a-party"),
        ("Does the Minister not agree that six states have left the treaty?", "six-states-have-left"),
        ("A landmine costs $3 to make", "mine-costs-3-dollars"),
        ("Ukraine, like its friends to the north, has pulled out of the landmine accord", "ukraine-withdrew"),
        ("Ukraine, too, has dropped out of the Ottawa Convention", "ukraine-withdrew"),
        ("Half a dozen states have pulled out of the Mine Ban Treaty", "six-states-have-left"),
        ("The Kremlin put its name to the ban on landmines", "russia-is-a-party"),
        ("As a party to the landmine treaty China has duties", "china-is-a-party"),
        ("America signed up to the landmine ban", "united-states-signed"),
        ("The accord outlaws landmines of any type", "convention-bans-all-landmines"),
        ("It was in Norway that they met. The mine ban was signed at Oslo in 1997", "signed-in-oslo"),
        ("In Riga sixty-eight deputies were for leaving and 14 against", "latvia-vote-68"),
        (
            "A hundred and ten million landmines lie in the soil of the world",
            "110-million-mines-in-the-ground",
        ),
        ("The Baltic states left the treaty on June 27", "baltic-states-left-27-june-2025"),
        ("The Baltic states left the treaty on the 27th of June", "baltic-states-left-27-june-2025"),
        ("Apart from the US every ally in NATO is in the treaty", "all-nato-members-but-the-us"),
        ("The suspension releases Ukraine from the treaty", "ukraine-suspension-frees-it"),
        (
            "Members undertake never to use, produce, store or sell mines",
            "ban-covers-use-production-stockpiling-transfer",
        ),
        (
            "Finland signed up late. It was the last EU state to join the treaty",
            "finland-last-eu-state-to-join",
        ),
    ],
)
def test_a_claim_is_found_in_its_usual_wordings(package, text, key):
    assert key in judged(package, f"Anti-personnel mines. {text}.")


BRACKETED = (
    "166-signatories one-casualty-every-20-minutes poland-left-in-2025 signed-by-more-than-160".split()
)
"""Claims that give several figures in one sentence, as nobody writes them."""


def test_every_claim_is_found_in_its_own_words(package):
    missed = set()
    for claim in package.all(Claim):
        found = judged(package, f"The Ottawa Convention bans anti-personnel mines. {claim.claim}")
        count = claim.id.removesuffix("-parties")
        if claim.id not in found and f"exact-{count}-parties" not in found and claim.cues:
            missed.add(claim.id)
    assert missed <= {*BRACKETED, "hrrc-withdrawals-potential", "poland-800-km-eastern-frontier"}


@pytest.mark.parametrize(
    "text",
    [
        "Fewer than six states have left the Ottawa Convention",
        "Had six states left the Ottawa Convention, the meeting would have said so",
        "Nobody says that Ukraine withdrew from the Ottawa Convention",
        "Ukraine withdrew from the Ottawa Convention, a claim that the UN denies",
        "The United States signed the Convention on Certain Conventional Weapons, not a landmine treaty",
        "Almost all NATO members are parties to the Ottawa Convention",
        "All NATO members but one are parties to the Ottawa Convention",
        "Russia is a party to Amended Protocol II, on landmines",
        "Russia has never been a party to the Ottawa Convention",
        "Some think that Russia is a signatory to the Ottawa Convention. It is not",
        "Pupils write that Ukraine left the Ottawa Convention. Wrong",
        "A paper said that Ukraine left the Ottawa Convention. No, it did not",
        "Not all EU countries are bound by the Ottawa Convention",
        "All EU countries but five are bound by the Ottawa Convention",
        "It is not a fact that Russia has signed the Ottawa Convention",
        "A note that does not agree that Ukraine left the Ottawa Convention",
        "Finland came before Poland. It was the last EU state to join the Ottawa Convention",
        "The idea that Russia is a party to the Ottawa Convention is old",
        "Papers spread the claim that Ukraine left the Ottawa Convention",
        "Landmines kill. All EU countries are parties to the Convention of the Hague",
        "A giant as Russia, is a party to the Ottawa Convention",
        "Landmines. Ukraine left the Ottawa Convention talks",
        "Landmines. Then Ukraine left the Ottawa Convention talks",
        "It is false that with St. Lucia six states have left the Ottawa Convention",
        "The neighbours of Finland are many. It was the last EU state to join the Ottawa Convention",
    ],
)
def test_what_is_not_said_is_not_judged(package, text):
    assert judged(package, f"{text}. Anti-personnel mines.") == {}


def test_the_treaty_of_a_count_may_be_named_in_an_earlier_paragraph(package):
    ours = "The Ottawa Convention bans anti-personnel mines.\n\nToday the convention has {} states parties."
    assert judged(package, ours.format(164)) == {"exact-164-parties": "imprecise"}
    other = "The Ottawa Convention bans mines.\n\nThe cluster treaty is younger.\n\nThe convention has 112 states parties."
    assert judged(package, other) == {}


def test_another_treaty_in_another_sentence_does_not_take_a_count_that_only_ours_may_have(package):
    about = "The Ottawa Convention bans mines. Most have cleared their mines. The CCW is older.\n\nThe treaty has {} parties."
    assert judged(package, about.format(161)) == {"exact-161-parties": "confirmed"}
    assert judged(package, about.format(128)) == {}
    judged_of = [number for number in range(147, 172) if judged(package, about.format(number))]
    assert judged_of == list(range(150, 168))


def test_another_treaty_far_before_in_a_paragraph_does_not_take_a_count(package):
    other, ours = (
        "The Cluster Munition Convention came later. ",
        "Landmines kill. The treaty has 161 States Parties.",
    )
    assert judged(package, other + ours) == {}
    far = other + "It was a long day in the sun, and nobody spoke. " * 6 + ours
    assert judged(package, far) == {"exact-161-parties": "confirmed"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Arts. 7 and 9–10", {7, 9, 10}),
        ("Articles 4 to 6 and 9 to 11", {4, 5, 6, 9, 10, 11}),
        ("Article 9–10", {9, 10}),
        ("Articles 1, 3–5 and 8", {1, 3, 4, 5, 8}),
        ("Under Article 5 to 2030", {5}),
        ("Articles 4 and 5 and 6 mines", {4, 5}),
        ("Article 5 and 10 states", {5}),
    ],
)
def test_lists_and_ranges_of_articles_are_read_to_their_end(package, text, numbers):
    found = mentioned(package, f"{text} of the Ottawa Convention on anti-personnel mines.")
    assert {int(name.split()[1]) for name in found if name.startswith("article ")} == numbers


def test_a_date_of_another_sentence_is_none_of_a_count(package):
    for other in (
        "In Angola in 2005 a girl lost her leg.",
        "In 2020 it had fewer.",
        "\n\n2013 was a good year.",
    ):
        (said,) = judged(package, f"The Ottawa Convention has 161 States Parties. {other}")
        assert said == "exact-161-parties", other


def test_the_title_of_the_convention_claims_nothing(package):
    text = "the Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines"
    found = mentioned(package, text)
    assert not [i for i in found if i.startswith("claim")]
    assert {"term ottawa-convention", "term use", "term transfer", "term anti-personnel-mine"} <= found


@pytest.mark.parametrize(
    ("choice", "written"),
    [
        ("110", "110 one_hundred_and_ten one_hundred_ten a_hundred_and_ten a_hundred_ten"),
        ("68", "68 sixty_eight"),
        ("6000", "6000 six_thousand"),
        ("1999", "1999"),
        ("3_december", "3_december 3_of_december december_3 3rd_december 3rd_of_december december_3rd"),
        ("mine_ban", "mine_ban"),
    ],
)
def test_numbers_and_days_of_a_cue_are_written_in_each_way(choice, written):
    assert list(dict.fromkeys(ways.ways_of(choice))) == written.split()


def test_a_numeral_within_a_longer_one_is_no_number(package):
    assert "six-states-have-left" not in judged(package, "Mines: twenty-six states have left the treaty.")


def test_a_class_of_words_is_the_product_of_its_parts_and_its_lines_add_up(package):
    left = phrases.phrases_of(package).class_of("#left").split("|")
    assert {"quit", "walked_out_of", "turned_its_back_on"} <= {*left}
    assert phrases.phrases_of(package).class_of("#none") == "#none"


def test_every_class_that_a_pattern_names_is_there(package):
    compiled = phrases.phrases_of(package)
    named = {
        name
        for pattern in [cue for claim in package.all(Claim) for cue in claim.cues]
        for name in re.findall(r"#\w+", pattern)
    }
    assert {name for name in named if compiled.class_of(name) == name} == set()


def test_every_cue_of_the_table_can_be_met(package):
    """A cue's first choices, written out, fire it: no cue is out of reach."""
    compiled = phrases.phrases_of(package)
    for claim in package.all(Claim):
        for cue in claim.cues:
            said, wanted = [], []
            for part in cue.split(" "):
                first = part.lstrip("+").rstrip("?").split("|")[0]
                first = compiled.class_of(first).split("|")[0].replace("_", " ")
                if part[0] == "+":
                    wanted.append(first)
                elif part[0] != "!" and part != "~":
                    said.append(first)
            text = " ".join([*said, "so", *wanted])
            assert claim.id in mentions.claims_in(stretch.Words(text, compiled.known), compiled), cue


# --- counts of parties


def made(*rows):
    return [
        Action("X", code, action, date, effective, None, (), None) for code, action, date, effective in rows
    ]


def test_a_state_counts_from_entry_into_force_until_its_withdrawal_takes_effect():
    actions = made(
        ("AAA", "ratification", "2000-01-01", "2000-07-01"),
        ("BBB", "accession", "2001-01-01/2001-03-01", "2001-07-01/2001-09-01"),
        ("AAA", "withdrawal", "2005-01-01", "2005-07-01"),
        ("AAA", "accession", "2010-01-01", "2010-07-01"),
    )
    for kind, number, day, said in (
        (
            "parties", 2, "2006-01-01",
            ("On 1 January 2006, 1 state was bound and 1 instrument of consent stood. 2 states were bound from at the"
            " latest 1 September 2001 to 30 June 2005; 2 instruments of consent stood from at the latest 1 March 2001"
            " to 30 June 2005."),
        ),
        (
            "parties", 1, "2003-01-01",
            ("On 1 January 2003, 2 states were bound and 2 instruments of consent stood. 1 state was bound from 1 July"
            " 2000 to at least 30 June 2001 and from 1 July 2005 to 30 June 2010; 1 instrument of consent stood from"
            " 1 January 2000 to at least 31 December 2000 and from 1 July 2005 to 31 December 2009."),
        ),
        ("consents", 2, "2012-01-01", "On 1 January 2012, 2 instruments of consent stood and 2 states had ever joined."),
        ("notices", 1, "2005-06-30", "On 30 June 2005, 0 withdrawals had taken effect and 1 had been notified."),
        (
            "exits", 1, "2005-06-30",
            ("On 30 June 2005, 0 withdrawals had taken effect and 1 had been notified. 1 had been notified from"
            " 1 January 2005 on."),
        ),
        (
            "parties", 3, "2012-01-01",
            ("On 1 January 2012, 2 states were bound and 2 instruments of consent stood. It is not on record as 3 on"
            " any day."),
        ),
    ):  # fmt: skip
        judged = parties.judge(
            parties.counts_of(actions, "X"), parties.Count(kind, number, "exact", None), day
        )
        assert judged.correction == said
    assert judged.claim == "3 states are parties to the Convention."
    one = parties.judge(
        parties.counts_of(actions, "X"), parties.Count("parties", 1, "exact", None), "2003-01-01"
    )
    assert one.claim == "1 state is a party to the Convention."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("164 States Parties to the Ottawa Convention", "imprecise"),
        ("The Mine Ban Treaty now has 162 States Parties", "confirmed"),
        ("The Mine Ban Treaty now has 161 States Parties", "confirmed"),  # Lebanon's day is not established
        ("On 2 January 2026 the Ottawa Convention had 163 parties", "confirmed"),
        ("The Ottawa Convention had 163 parties on 2 January 2026", "confirmed"),
        ("The Ottawa Convention had 164 parties on 2 January 2026", "imprecise"),
        ("In mid-2024 the Ottawa Convention had 164 parties", "confirmed"),
        ("By 3 March 2009, 156 states had joined the Ottawa Convention", "confirmed"),
        ("From March 2026, 161 states are party to the Ottawa Convention", "confirmed"),
        ("Since June 2018, 164 states have been party to the Ottawa Convention", "confirmed"),
        ("Between 2018 and 2025 the Ottawa Convention had 164 parties", "confirmed"),
        ("In mid-2025, 166 states had joined the Ottawa Convention", "confirmed"),
        ("At the end of 2013, the Ottawa Convention had 164 parties", "imprecise"),
        ("At its peak the Ottawa Convention had 166 parties", None),
        ("Ten years ago the Ottawa Convention had 162 parties", None),
        ("The Ottawa Convention, opened in 1997, has 161 States Parties", None),
        ("In 1997 it was signed, and in 2020 the Ottawa Convention had 164 parties", None),
        ("More than 160 countries have ratified the mine ban treaty", "confirmed"),
        ("More than 170 countries have joined the mine ban treaty", "wrong"),
        ("The Mine Ban Treaty has 190 States Parties", "wrong"),
        ("One hundred and sixty-four states are party to the Mine Ban Treaty", "imprecise"),
        ("By 2014, 161 countries had joined the mine ban treaty", "confirmed"),
        ("150 States Parties reported under the Ottawa Convention", None),
        ("161 states remain in the Ottawa Convention", "confirmed"),
        ("161 countries remain parties to the Mine Ban Treaty", "confirmed"),
        ("There are 164 countries in the Ottawa Convention", "imprecise"),
        ("Tonga brings the membership of the Ottawa Convention to 166", "imprecise"),
        ("The Ottawa Convention has fewer than 160 parties", "imprecise"),
        ("The Ottawa Convention has up to 160 parties", None),
        ("164 states have ratified the 1997 Anti-Personnel Mine Ban Treaty", "imprecise"),
        ("164 countries have joined the treaty banning antipersonnel mines", "imprecise"),
        ("In 2010, 156 states were party to the Ottawa Convention", "confirmed"),
        ("The CCW is older. The Ottawa Convention has 161 parties", "confirmed"),
        ("More than 160 countries are signatories to the Ottawa Convention", None),
    ],
)
def test_what_a_text_says_of_the_number_of_parties_is_judged(package, text, verdict):
    found = judged(package, text + ".")
    assert list(found.values()) == ([verdict] if verdict else [])


def test_a_count_is_found_at_any_place_of_a_text(package):
    for before in range(130):
        text = "\n" * before + "The Ottawa Convention has 164 parties."
        assert judged(package, text) == {"exact-164-parties": "imprecise"}, before


def test_a_count_is_judged_as_of_the_day_that_is_asked(package):
    text = "The Mine Ban Treaty has 164 States Parties."
    assert list(judged(package, text, "2024-06-01").values()) == ["confirmed"]


# --- sections, places and parts


def test_a_text_is_read_the_same_however_its_parts_are_cut(package):
    text = "\n\n".join((p.read_text("utf-8")) for p in sorted(TEXTS.glob("*.txt")))
    whole = tally(package, Plain([text]), places=True)
    random.seed(1)
    cuts = sorted(random.sample(range(len(text)), 200))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    cut = tally(package, Plain(parts), places=True)
    assert whole.counts == cut.counts
    assert whole.places == cut.places


def test_every_place_is_told_by_offsets_and_line(package):
    text = (TEXTS / "lawfirm-article20.txt").read_text("utf-8") * 30
    counts = tally(package, Plain([text]), places=True)
    for (kind, key), places in counts.places.items():
        for i in range(0, len(places), 3):
            start, end, line = places[i : i + 3]
            assert line == text.count("\n", 0, start) + 1
            shown = text[start:end]
            assert shown
            assert shown == shown.strip(), (kind, key)
    assert {text[s:e] for s, e in zip(counts.places["state", "UKR"][::3], counts.places["state", "UKR"][1::3], strict=True)} <= {
        "Ukraine", "Ukrainian", "Ukrainians", "UKRAINE"
    }  # fmt: skip


# --- HTML


def test_references_and_inline_tags_join_and_block_tags_part(package):
    page = (
        "<!doctype html><html><head><title>landmines in Peru</title></head><body><p>T&uuml;rkiye, C&ocirc;te"
        " d&rsquo;Ivoire, <span>E</span>stonia, land<wbr>mine, anti-per&shy;sonnel&nbsp;mines,"
        " Ottawa <em>Con</em>vention<script>Chile</script></p><ul><li>cluster</li><li>munitions</li></ul>"
        "<noscript>Laos</noscript><!-- Mali --><svg><text>Iran</text></svg></body></html>"
    )
    found = {f"{kind} {key}" for kind, key in read_page(package, page).counts}
    assert {"state TUR", "state CIV", "state EST", "term mine", "term anti-personnel-mine"} <= found
    assert "term ottawa-convention" in found
    assert (
        not {"state PER", "state CHL", "state LAO", "state MLI", "state IRN", "term cluster-munition"} & found
    )


def test_places_in_a_page_are_those_of_the_page_in_parts_of_any_size(package):
    page = (
        "<p>T&uuml;rkiye\n has</p>\n<p>anti-<b>per</b>&shy;sonnel mines &amp; Ottawa&nbsp;Convention</p>" * 40
    )
    whole = read_page(package, page)
    assert {
        page[s:e]
        for s, e in zip(whole.places["state", "TUR"][::3], whole.places["state", "TUR"][1::3], strict=True)
    } == {"T&uuml;rkiye"}
    starts = whole.places["term", "ottawa-convention"]
    assert page[starts[0] : starts[1]] == "Ottawa&nbsp;Convention"
    assert all(line == page.count("\n", 0, s) + 1 for s, line in zip(starts[::3], starts[2::3], strict=True))
    for size in (1, 7, 100):
        assert read_page(package, page, size).places == whole.places


def test_a_name_that_ends_with_a_reference_ends_behind_it(package):
    page = "<p>Landmines in &#80;er&uacute; and <b>T&uuml;rkiye</b></p>"
    places = read_page(package, page).places
    shown = [page[places["state", key][0] : places["state", key][1]] for key in ("PER", "TUR")]
    assert shown == ["&#80;er&uacute;", "T&uuml;rkiye"]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a<b c='>'>d", "ad"), ("a<b c='>d", "ad"), ("a <b c=\">\" d='x>y", "a y"), ("<b c=it's>d", "d"),
        ("<b c='a>b'd>e", "e"), ("<a b='\">'\">c", "c"), ("<a title='x>y", "y"), ("<b>a</b\n>c", "ac"),
        ("<!-- a --> b", " b"), ("<!--a>b--c-->d", "d"), ("<!a>b", "b"), ("<?a>b", "b"), ("</ a>b", "b"), ("</3>b", "b"),
        ("a < b", "a < b"), ("a <3 b", "a <3 b"), ("<é>", "<é>"), ("<b", "<b"), ("a<", "a<"), ("<b/>c", "c"),
        ("<script/>a</b>", "a"), ("<script>a</b></script >c", "c"), ("<script>a</scripty></script>c", "c"),
        ("<TITLE>a</title/>b", "\n\n\n\nb"), ("<textarea><b></textarea>c", "\n\n<b>\n\nc"), ("<p>a</P>b", "\n\na\n\nb"),
        ("a<img>b<br>c", "a b\n\nc"), ("a\nb\rc", "a b c"), ("a&am", "a&am"), ("a&amp;b<", "a&b<"), ("&amp &ampx &#65;", "& &x A"),
        ("&nosuch; &#x41;&#65", "&nosuch; AA"), ("<svg>a<svg/>b<svg>c</svg>d</svg>e", " " * 5 + "e"), ("<svg/>a", " a"),
        ("<head> <b>c</head>d", "\n\nc\n\nd"), ("<head><title>a</title><meta>b<p>c", "\n\n" * 4 + "c"),
        ("<svg><path>a</svg>b", "  b"), ("aaaa<b>c<i>d", "aaaacd"),
        ("<!-- never", ""), ("<?php never", ""), ("<script>never", ""), ("a<math>never", "a"),
    ],
)  # fmt: skip
def test_a_page_is_read_as_a_browser_shows_it_in_parts_of_any_size(page, text):
    for size in (1, 2, 3, 5, 100):
        parts = [page[i : i + size] for i in range(0, len(page), size)]
        assert "".join(html.Page(parts)) == text, size


def test_a_tag_without_an_end_in_sight_is_text_and_the_next_one_is_a_tag(monkeypatch):
    monkeypatch.setattr(html, "_LONGEST_TAG", 16)
    page = "<a " + "x" * 30 + ">in <b>Peru</b>"
    for size in (20, 100):
        parts = [page[i : i + size] for i in range(0, len(page), size)]
        assert "".join(html.Page(parts)) == "<a " + "x" * 30 + ">in Peru"


@pytest.mark.parametrize("comment", ["<!-->", "<!--->", "<!---->", "<!-- -->"])
def test_an_empty_comment_ends_where_it_does_in_a_browser_wherever_a_part_ends(comment):
    page = f"a{comment}b"
    for end in range(1, len(page)):
        assert "".join(html.Page([page[:end], page[end:]])) == "ab", end


def pieces(page):
    """Return how many pieces and how many characters a page is cut into."""
    scanner = html.Scanner()
    return sum(piece.end - piece.start for piece in scanner.feed(page, final=True))


@pytest.mark.parametrize(
    "unit", ["<a ", "<a b='", "<a b='>", "<!--", "</", "<", "&", "&amp;", "<p>", "<script>", '="', "<b>a</b>"]
)
def test_a_hostile_page_is_scanned_once(package, unit, monkeypatch):
    """Twice the page is at most 2.3 times the searching: counted in characters that searches pass over."""

    def passed_over(times):
        page = "<p>landmine " + unit * times
        total = 0
        scanner = html.Scanner()
        real = scanner._tag_end

        def tag_end(place, limit, *, whole):
            nonlocal total
            end = real(place, limit, whole=whole)
            total += (end or limit) - place
            return end

        scanner._tag_end = tag_end
        for piece in scanner.feed(page, final=True):
            total += piece.end - piece.start
        return total

    small = passed_over(2000)
    assert passed_over(4000) <= small * 2.3 + 100


def test_all_of_a_page_is_covered_by_its_pieces():
    random.seed(2)
    units = [
        "<p>",
        "</p>",
        "<a href='x'>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "text ",
        "&amp;",
        "&",
        "<",
        ">",
        "'",
        '"',
        "\n",
    ]
    for _ in range(300):
        page = "".join(random.choices(units, k=30))
        assert pieces(page) == len(page)


# --- what no reader should wait for


@pytest.mark.parametrize(
    "unit", ["Article 5 ()", "()", "Article 5 (", "Articles 1, ", "use ", "anti-", "a'", "\u0301\u0323", "x", "the ", " ", "\n", "U.", "1,000,", "Ukraine withdrew "]
)  # fmt: skip
def test_twice_the_text_is_twice_the_work(package, unit, monkeypatch):
    """Counted in calls of the expensive steps and in words, not in seconds."""
    import sys

    def calls(times):
        count = 0

        def trace(frame, event, argument):
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(trace)
        try:
            tally(package, Plain(["Article 5 landmine " + unit * times]))
        finally:
            sys.setprofile(None)
        return count

    calls(10)
    small = calls(8000)
    assert calls(16000) <= small * 2.3 + 500


def test_memory_stays_flat_for_a_text_of_any_shape(package):
    import tracemalloc

    part = (TEXTS / "clearance.txt").read_text("utf-8").replace("\n", " ")

    def peak(times):
        tracemalloc.start()
        tally(package, Plain(part for _ in range(times)))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(20)
    assert peak(400) < peak(40) * 1.5 + 300_000


def test_an_overlay_answers_like_the_index(package):
    memory = Package(directory.load(None))
    for path in sorted(TEXTS.glob("*.txt"))[:20]:
        text = path.read_text("utf-8")
        assert counted(package, text) == counted(memory, text), path.name


def test_few_words_are_looked_up_one_by_one_and_many_at_once(package):
    short = phrases.Phrases(package)
    one = short.of(["landmine", "nothing"])
    assert one["landmine"] is not None
    assert one["nothing"] is None
    whole = phrases.Phrases(package).of([f"word{n}" for n in range(1000)])
    assert whole["landmine"] is not None
    assert "nothing" not in whole


# --- annotations


class Reader(HTMLParser):
    """Collects text and ids of a page, and refuses what nests badly."""

    def __init__(self):
        super().__init__()
        self.text, self.ids, self.links, self.open = "", [], [], []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "a":
            assert "a" not in self.open, "a link within a link"
            self.links.append(named.get("href"))
        if "id" in named:
            self.ids.append(named["id"])
        self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        self.text += data


def noted(treaty, tmp_path, name, text, *options):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return treaty("annotate", *options, str(path)).stdout


def test_an_annotated_page_is_the_page_with_notes(treaty, tmp_path):
    page = (
        "<!doctype html>\n<html><head><title>A</title></head><body>\n<h1>Mines</h1><p>The <a href='x'>Ottawa"
        " <em>Con</em>vention</a> &amp; landmines.</p><script>var x = '</p> Peru'</script></body></html>\n"
    )
    done = noted(treaty, tmp_path, "page.html", page)
    import re

    without = re.sub(r'<sup><a href="#treaty-note-\d+" id="[^"]*">\[\d+\]</a></sup>', "", done)
    without = re.sub(r'\n<section id="treaty-notes">.*</section>\n', "", without, flags=re.S)
    assert without == page
    reader = Reader()
    reader.feed(done)
    assert len(reader.ids) == len(set(reader.ids))
    assert all(link == "x" or link[1:] in reader.ids for link in reader.links)
    assert "</a><sup>" in done


def test_annotated_markdown_has_footnotes_outside_of_code_and_links(treaty, tmp_path):
    text = "# Mines\n\nSee `Latvia` and the [Ottawa Convention](https://x.org/a).\n\n```\nPoland\n```\n\n**Estonia** left.\n"
    done = noted(treaty, tmp_path, "text.md", text)
    assert "`Latvia`" in done
    assert "\nPoland\n" in done
    assert "](https://x.org/a)[^" in done
    assert "**Estonia[^" in done
    assert "..**" not in done
    assert ".** " in done


@pytest.mark.parametrize("form", ["markdown", "md", "Markdown"])
def test_the_form_of_the_notes_is_that_which_is_asked_for(treaty, tmp_path, form):
    path = tmp_path / "a.txt"
    path.write_text("Lithuania left the Ottawa Convention.\n", "utf-8")
    assert "[^1]" in treaty("annotate", "--as", form, str(path)).stdout


def test_annotated_text_keeps_the_text_and_numbers_the_notes(treaty):
    text = (TEXTS / "six-states.md").read_text("utf-8")
    done = treaty("annotate", stdin=text).stdout
    body, _, notes = done.partition("\nNotes\n")
    assert "".join(c for c in body if c.isalpha()) == "".join(c for c in text if c.isalpha())
    numbers = [line.split("]")[0][1:] for line in notes.splitlines() if line.startswith("[")]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert all(f"[{n}]" in body or f",{n}]" in body or f"[{n}," in body or f",{n}," in body for n in numbers)


def test_the_note_on_a_claim_stands_behind_its_phrase(treaty):
    done = treaty(
        "annotate", stdin="Landmines: it bans the use, stockpiling, production and transfer."
    ).stdout
    body = done.partition("\nNotes\n")[0]
    numbers = [line.split("]")[0][1:] for line in done.splitlines() if "] Claim:" in line]
    assert len(numbers) == 1
    assert body.rstrip().endswith(f"{numbers[0]}].") or f"transfer[{numbers[0]}," in body


@pytest.mark.parametrize("options", [(), ("--as", "markdown"), ("--as", "html")])
def test_escapes_of_the_text_reach_no_terminal(treaty, options):
    done = treaty("annotate", *options, stdin="Landmines \x1b]0;X\x07 \x1b[31m \x9b \u202e in Peru").stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done)


# --- the lookup and the command


def test_what_to_check_comes_first_and_special_terms_before_everyday_words(package, tmp_path):
    path = tmp_path / "text"
    path.write_text(
        "Six states have left the Ottawa Convention, which came into force in 1999. Article 7 and Article 5."
        " Lithuania used anti-personnel mines in the war. A civilian, a treaty.",
        "utf-8",
    )
    items = glossing.gloss(package, [str(path)], day=DAY).items
    kinds = [item.kind for item in items]
    assert kinds == sorted(kinds, key=("claim", "article", "state", "term").index)
    assert [i.verdict for i in items if i.kind == "claim"] == ["wrong", "confirmed"]
    assert [i.id for i in items if i.kind == "article"] == ["5", "7"]
    terms = [i.id for i in items if i.kind == "term"]
    assert terms.index("anti-personnel-mine") < terms.index("civilian") < terms.index("use")
    brief = [i.id for i in glossing.gloss(package, [str(path)], day=DAY, brief=True).items]
    assert not {"use", "treaty", "civilian"} & set(brief)
    assert "anti-personnel-mine" in brief
    assert all(i.definition.startswith(i.brief) for i in items)


def test_states_stand_as_of_the_day_that_is_asked(package, tmp_path):
    path = tmp_path / "text"
    path.write_text("Landmines in Lithuania", "utf-8")
    state = glossing.gloss(package, [str(path)], day="2010-01-01").items[0]
    assert (state.id, state.definition[:5]) == ("LTU", "Party")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.4 landmine", "PDF"),
        (b"PK\x03\x04 landmine", "zip"),
        (b"\x1f\x8b landmine", "gzip"),
        (b"{\\rtf1 landmine}", "RTF"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "MHTML"),
        ("landmine".encode("utf-16-le") * 9, "--encoding utf-16-le"),
        ("landmine".encode("utf-16-be") * 9, "--encoding utf-16-be"),
        (b"caf\xe9 landmine", "--encoding latin-1"),
        (b"\x00\x01\xff\xfe" * 50, "not text"),
    ],
)
def test_what_is_no_text_is_named_as_what_it_is(treaty, tmp_path, content, word):
    path = tmp_path / "file"
    path.write_bytes(content)
    done = treaty("gloss", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_start_tells_the_encoding(package, tmp_path, encoding):
    path = tmp_path / "file"
    path.write_bytes("Côte d’Ivoire has landmines".encode(encoding))
    assert {i.id for i in glossing.gloss(package, [str(path)], day=DAY).items} == {"CIV", "mine"}


@pytest.mark.parametrize(
    "name", ["rot13", "zip", "quopri", "hex", "base64", "klingon", "punycode", "undefined", "", "\0"]
)
def test_only_encodings_of_text_are_taken(package, tmp_path, name):
    path = tmp_path / "file"
    path.write_bytes(b"landmine")
    answer = glossing.gloss(package, [str(path)], day=DAY, encoding=name)
    assert answer.status == 2
    assert len(answer.problems) == 1


def test_an_empty_text_is_said(treaty, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"")
    done = treaty("gloss", str(path))
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing" in done.stderr


def test_another_encoding_is_read_when_it_is_named(treaty, tmp_path):
    path = tmp_path / "file"
    path.write_bytes("Côte d’Ivoire has landmines".encode("cp1252"))
    assert "Côte d" in treaty("gloss", str(path), "--encoding", "cp1252", "--format", "text").stdout


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_missing_file_and_a_directory_are_exit_2(treaty, tmp_path, name):
    done = treaty("gloss", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_json_tells_every_place(treaty, tmp_path):
    text = "First line.\n\nThe Ottawa Convention bans landmines.\nLithuania’s landmines are gone.\n"
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    found = {i["id"]: i for i in json.loads(treaty("gloss", str(path), "--json").stdout)}
    shown = [(text[o["start"] : o["end"]], o["line"]) for i in found.values() for o in i["occurrences"]]
    assert {("Lithuania", 4), ("Ottawa Convention", 3), ("landmines", 3), ("landmines", 4)} <= set(shown)


def test_notes_have_one_full_stop():
    item = glossing.GlossItem(
        "claim", "x", "Claim: It is so.", 1, 1, "Right.", "Right.", "confirmed", "2026-02-03", ()
    )
    assert annotate.Note(1, 0, 1, item).title == "Claim: It is so."


@pytest.mark.parametrize(
    "text",
    [
        "Article 51 of the UN Charter, and Article 5 of the Ottawa Convention, were cited. Landmines kill.",
        "Unlike Article 51 of the UN Charter, Article 5 of the Ottawa Convention sets a deadline. Landmines kill.",
        "Article 51 of the Charter; Article 5 under the mine ban treaty. Landmines kill.",
    ],
)
def test_an_article_of_ours_stands_beside_one_of_another_treaty(package, text):
    assert [key for key in mentioned(package, text) if key.startswith("article")] == ["article 5"]
