"""`treaty search`: the right record first, with its words in context; nothing for nonsense."""

from __future__ import annotations

import runpy

import pytest
from conftest import ROOT, run

from treatycli.records import Idea
from treatycli.search import question, ranking, stems, wording
from treatycli.show.blocks import Section, View
from treatycli.topics import search as topic
from treatycli.vocabulary import SEARCHED


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("160 states", ("claims", "160-states-in-1999")),
        ("stockpiling", ("terms", "stockpiling")),
        ("lithuania", ("states", "LTU")),
        ("lithuania withdrawal", ("states", "LTU")),
        ("3,364,433", ("facts", "ukr-stockpile-left-2024")),
        ("3364433", ("facts", "ukr-stockpile-left-2024")),
        ("mine dogs", ("terms", "mine-detection-animals")),
        ("withdrawl notice", ("terms", "notice-of-withdrawal")),
        ("notice of withdrawal", ("terms", "notice-of-withdrawal")),
        ("burma", ("states", "MMR")),
    ],
)
def test_the_record_that_is_meant_comes_first(package, typed, first):
    hits = question.find(package, typed, SEARCHED, 3, "2026-11-25").hits
    assert (hits[0].table, hits[0].id) == first


@pytest.mark.parametrize(("typed", "first"), [("article 5", "5"), ("withdrawal", "withdrawal")])
def test_an_exact_name_comes_before_its_beginnings_and_those_before_mentions(typed, first):
    hits = run("search", typed, "--json").json
    assert hits[0]["id"] == first


def test_records_with_all_words_as_typed_come_before_near_ones(package):
    hits, whole = ranking.find(package, "clearance deadline")
    assert whole
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_stop_words_do_not_narrow_a_question(package):
    asked, _ = ranking.find(package, "who was a party to the treaty")
    plain, _ = ranking.find(package, "party treaty")
    assert [hit.id for hit in asked] == [hit.id for hit in plain]


def test_a_word_that_nothing_holds_finds_the_rest_and_says_so():
    ran = run("search", "lithuania", "qqqqqq")
    assert ran.status == 0
    assert "nothing holds all of these words" in ran.err


def test_nonsense_finds_nothing_and_exits_1():
    ran = run("search", "zzzzzz")
    assert (ran.status, ran.out) == (1, b"")


def test_the_matching_words_are_shown_in_context():
    found = run("search", "casualties", "2023", "--in", "facts", "--json").json
    assert found
    assert all(hit["table"] == "facts" for hit in found)
    assert all(match in hit["snippet"] for hit in found for match in hit["matches"])
    assert sum(bool(hit["matches"]) for hit in found) >= len(found) - 2


def test_limit_and_tables_are_checked():
    assert len(run("search", "mine", "--limit", "3").lines) == 3
    ran = run("search", "mine", "--in", "terms,nowhere")
    assert (ran.status, ran.out) == (2, b"")
    assert "\n  terms\n  states\n  articles\n  events\n  facts\n  claims" in ran.err
    assert run("search", "mine", "--limit", "0").status == 2


def test_words_are_folded_stemmed_and_thousands_unseparated():
    found = stems.stems_of("Mines, 3,364,433 territories; Côte d'Ivoire's glass of the")
    assert found == ["mine", "3364433", "territory", "cote", "divoir", "glass"]
    assert stems.stems_of("laid ratifying neighbours") == stems.stems_of("lay accession neighbor")


SCORE = runpy.run_path(str(ROOT / "tools" / "score_search.py"))
LEAVE = (
    "leave", "left", "leaving", "exit", "quit", "withdraw", "withdrew", "withdrawal", "denounce", "denounced",
    "pull out", "pulled out", "stop being bound",
)  # fmt: skip
JOIN = (
    "join",
    "joined",
    "accede",
    "accession",
    "ratify",
    "ratified",
    "become a party",
    "sign up",
    "signed up",
)


def first_hits(typed: str, count: int = 5) -> list[tuple[str, str]]:
    """Return the first hits of a search, each as its table and id."""
    return [(hit["table"], hit["id"]) for hit in run("search", typed, "--limit", str(count), "--json").json]


@pytest.mark.parametrize(("part", "first", "third"), [("open", 0.92, 0.96), ("held back", 0.85, 0.94)])
def test_the_questions_of_the_list_are_answered(package, part, first, third):
    rows = SCORE["questions"]()
    assert not [key for row in rows for key in SCORE["wanted"](row) if not SCORE["exists"](package, key)]
    held = rows[SCORE["HELD"] - 1 :: SCORE["HELD"]]
    asked = held if part == "held back" else [row for row in rows if row not in held]
    got_first, got_third = SCORE["score"](package, asked, told=False)
    assert (got_first >= first, got_third >= third) == (True, True), (got_first, got_third)


@pytest.mark.parametrize("words", [LEAVE, JOIN])
@pytest.mark.parametrize("about", ["lithuania {}", "{} in 2025", "when did estonia {}"])
def test_words_for_leaving_are_one_word_and_so_are_those_for_joining(words, about):
    known = [first_hits(about.format(word)) for word in words]
    assert len(known[0]) == 5
    assert all(hits == known[0] for hits in known)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("has lithuania left", ("states", "LTU")),
        ("is the US a party to the mine ban treaty", ("states", "USA")),
        ("which NATO members have not joined", ("groups", "NATO")),
        ("what are the baltic states doing", ("groups", "BALTIC")),
        ("what does article 8 say", ("articles", "8")),
        ("what is a baltic defence line", ("terms", "baltic-defence-line")),
        ("difference between suspension and withdrawal", ("terms", "suspension")),
    ],
)
def test_what_is_named_comes_first(typed, first):
    assert first_hits(typed, 1) == [first]


def test_a_state_comes_with_where_it_stands_and_every_hit_with_the_command_that_opens_it():
    hits = run("search", "leave lithuania", "--json").json
    assert hits[0]["snippet"].startswith("LEFT the Convention on 27 December 2025")
    for hit in hits:
        opened = run(*hit["command"].split()[1:])
        assert opened.status == 0, hit["command"]


def test_events_of_other_treaties_stand_behind_unless_the_treaty_is_named():
    cluster = ("events", "lithuania-leaves-ccm-2025")
    ours = ("events", "lithuania-withdrawal-takes-effect-2025")
    assert cluster not in first_hits("lithuania leaves the convention")
    assert ours in first_hits("lithuania leaves the convention")
    assert first_hits("lithuania leaves the convention on cluster munitions", 1) == [cluster]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("C.N.372.2025", ("events", "finland-notifies-withdrawal-2025")),
        ("ukr-stockpile-left-2024", ("facts", "ukr-stockpile-left-2024")),
        ("poland-left-in-2025", ("claims", "poland-left-in-2025")),
        ("10 July 2025", ("events", "finland-notifies-withdrawal-2025")),
        ("2025-07-10", ("events", "finland-notifies-withdrawal-2025")),
        ("July 10, 2025 finland", ("events", "finland-notifies-withdrawal-2025")),
        ("casualties 2019", ("facts", "world-casualties-2019")),
        ("casualties 2021", ("facts", "world-casualties-2021")),
        ("parliament vote 8 may", ("events", "lithuania-parliament-votes-exit-2025")),
    ],
)
def test_a_notification_an_id_and_a_date_narrow(typed, first):
    assert first in first_hits(typed, 2)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("how many states are parties", "counts: treaty stats"),
        ("which countries produce mines", "lists: treaty countries"),
        ("which NATO members are outside", "lists: treaty countries"),
        ("which article bans transfer", ""),
    ],
)
def test_a_question_how_many_or_which_hints_at_the_command_that_counts_or_lists(typed, hint):
    said = run("search", typed).err
    assert hint in said
    assert ("treaty countries --status" in said) == bool(hint)


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("norway", "states"), ("tripwire", "terms"), ("princess diana walks in huambo", "events"),
        ("syria casualties 2020", "facts"), ("110 million mines in the ground", "claims"),
        ("ukraine clearance deadline", "deadlines"), ("the nordic countries", "groups"),
        ("which article is about costs", "articles"),
    ],
)  # fmt: skip
def test_every_kind_of_record_can_be_the_right_one(typed, table):
    assert first_hits(typed, 1)[0][0] == table


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("azerbajan", ("states", "AZE")),
        ("Deutschland", ("states", "DEU")),
        ("cluster muntions", ("terms", "cluster-munition")),
        ("MOTAPM", ("terms", "anti-vehicle-mine")),
        ("obama", ("events", "us-limits-use-to-korea-2014")),
        ("hegseth", ("facts", "usa-memo-stockpile-2025")),
    ],
)
def test_slips_other_languages_abbreviations_and_people_are_found(typed, first):
    assert first_hits(typed, 1) == [first]


def test_a_question_costs_few_lookups_in_the_index(package, monkeypatch):
    lookups = []
    for way in ("find", "starting"):
        real = getattr(package.backend, way)
        monkeypatch.setattr(package.backend, way, lambda *a, real=real: lookups.append(a) or real(*a))
    words = "which countries missed their deadline to destroy stockpiles of antipersonnel landmines"
    question.find(package, words, SEARCHED, 20, "2026-11-25")
    assert 0 < len(lookups) < 16 * len(words.split())


DAY = "2026-11-25"
IDEAS = [
    ("may a government change its mind after giving notice", "terms/revocation-of-withdrawal"),
    ("can an exit be cancelled", "terms/revocation-of-withdrawal"),
    ("which consequences does leaving have", "terms/consequences-of-withdrawal"),
    ("is it possible to come back later", "terms/re-accession"),
    ("can states leave while they fight a war", "terms/armed-conflict-bar"),
    ("may a state accept only parts of the convention", "articles/19"),
    ("who looks after the original text", "terms/depositary"),
    ("can someone go to prison for using mines", "articles/9"),
    ("what if a member violates the rules", "articles/8"),
    ("can the treaty text be changed", "articles/13"),
    ("which article is about survivors", "articles/6"),
    ("the country with the most mines", "claims/ukraine-most-mined-country"),
    ("what countries still have stockpiles", "facts/world-stockpile-none-2024"),
    ("protests against the suspension", "events/further-objections-to-ukraine-suspension-2025"),
    ("are rebels bound by the ban", "terms/nsag"),
]


@pytest.mark.parametrize(("typed", "first"), IDEAS)
def test_an_idea_in_other_words_leads_to_its_record(typed, first):
    assert "/".join(first_hits(typed, 1)[0]) == first


def test_every_idea_can_be_had(package):
    for idea in package.all(Idea):
        typed = wording.Words([need.split()[0] for need in idea.needs])
        assert all(typed.has(need) for need in idea.needs), idea


@pytest.mark.parametrize(
    "typed", ["revocation of withdrawal", "what is the withdrawal period", "state party"]
)
def test_the_name_of_a_term_is_no_idea(typed):
    assert first_hits(typed, 1)[0][0] == "terms"


@pytest.mark.parametrize(
    "typed",
    [
        "how many countries are members", "the number of states in the mine ban", "which countries are parties",
        "how many nations belong to the convention",
    ],
)  # fmt: skip
def test_a_count_of_parties_is_that_of_the_day(typed):
    assert first_hits(typed, 1) == [("claims", "161-parties")]
    early = run("search", typed, "--as-of", "2025-12-10", "--json").json
    assert early[0]["id"] == "166-parties"
    assert "161 or 162 states are bound on 25 November 2026" in run("search", typed, "--as-of", DAY).err


@pytest.mark.parametrize(
    "typed", ["how many states have quit", "who has withdrawn", "which nations pulled out"]
)
def test_a_count_of_exits_is_right_and_no_refuted_claim_comes_first(typed):
    ran = run("search", typed, "--json")
    assert ran.json[0]["id"] == "withdrawals-2025"
    assert "5 states have left; lists: treaty countries --status 'former party'" in ran.err


@pytest.mark.parametrize("typed", ["which states are outside the treaty", "who is not a party"])
def test_a_count_of_those_outside_is_the_newest(typed):
    assert first_hits(typed, 1) == [("facts", "world-outside-the-treaty-2025")]


@pytest.mark.parametrize(
    "typed",
    [
        "the next meeting",
        "when is the upcoming meeting of the states parties",
        "who will preside next",
        "MSP23",
    ],
)
def test_what_is_to_come_is_the_event_that_is_announced(typed):
    assert first_hits(typed, 1) == [("events", "zambia-presidency-23rd-meeting-2026")]
    assert first_hits("the 22nd meeting", 1) == [("events", "twenty-second-meeting-of-states-parties-2025")]


def test_the_next_of_a_day_is_that_of_the_day():
    hits = run("search", "next meeting", "--as-of", "2025-11-01", "--json").json
    assert hits[0]["id"] == "twenty-second-meeting-of-states-parties-2025"


def test_the_next_deadlines_are_those_that_end_soonest():
    ran = run("search", "the next deadlines", "--limit", "5", "--json")
    days = [hit["snippet"][:10] for hit in ran.json]
    assert {hit["table"] for hit in ran.json} == {"deadlines"}
    assert days == sorted(days)
    assert days[0] >= DAY
    assert "treaty deadlines --status ahead" in ran.err
    assert "treaty timeline --ahead" in run("search", "upcoming events").err


@pytest.mark.parametrize("day", [DAY, "2018-12-01", "2026-12-01", "2027-12-01"])
def test_the_next_deadlines_are_those_that_the_deadlines_command_shows(day):
    ahead = run("deadlines", "--status", "ahead", "--as-of", day, "--json").json
    hits = run("search", "next deadlines", "--as-of", day, "--limit", "5", "--json").json
    assert {hit["id"] for hit in hits} == {f"{row['iso3']}/{row['article']}" for row in ahead[:5]}


def test_a_deadline_granted_after_a_completion_lies_ahead():
    hits = run("search", "next deadlines", "--as-of", "2026-12-01", "--limit", "5", "--json").json
    assert "MRT/5" in {hit["id"] for hit in hits}


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        (
            "newest party",
            ["states/LBN", "events/lebanon-accession-approved-2026", "events/tonga-accedes-2025"],
        ),
        ("latest withdrawal", ["events/poland-withdrawal-takes-effect-2026", "states/POL"]),
        ("last country that left", ["events/poland-withdrawal-takes-effect-2026", "states/POL"]),
        ("first state to leave", ["events/lithuania-withdrawal-takes-effect-2025"]),
        ("first countries to ratify", ["events/first-three-ratifications-1997"]),
        ("who joined since 2018", ["states/LBN", "events/lebanon-accession-approved-2026"]),
        ("who joined before 2026", ["events/tonga-accedes-2025"]),
        ("which states left after 2025", ["events/poland-withdrawal-takes-effect-2026"]),
        ("who left in 2025", ["events/lithuania-withdrawal-takes-effect-2025"]),
        ("any new members in 2026", ["states/LBN"]),
        ("withdrawals in 2026", ["events/poland-withdrawal-takes-effect-2026"]),
        ("president of the meeting in 2019", ["events/fourth-review-conference-oslo-2019"]),
        ("what happened after january 2026", ["events/croatia-mine-free-2026"]),
        ("which states signed in 1999", ["events/lithuania-signs-1999"]),
        ("next review conference", ["terms/review-conference"]),
        ("next clearance deadline", ["deadlines/MRT/5", "deadlines/THA/5"]),
        ("who signed but never ratified", ["terms/signatory"]),
        ("how many parties in 2021", ["claims/164-parties"]),
        ("latest meeting", ["events/twenty-second-meeting-of-states-parties-2025"]),
        ("last review conference", ["events/fifth-review-conference-siem-reap-2024"]),
        ("latest landmine monitor", ["events/landmine-monitor-2025-released"]),
    ],
)
def test_the_newest_and_the_first_are_chosen_by_their_day(typed, hits):
    found = run("search", typed, "--as-of", DAY, "--limit", "5", "--json").json
    assert [f"{hit['table']}/{hit['id']}" for hit in found][: len(hits)] == hits


def test_numbers_by_year_are_shown_the_command_that_has_them():
    assert "treaty stats --chart" in run("search", "parties by year").err
    assert "by year" not in run("search", "how many parties").err


def test_every_hit_of_a_claim_says_its_verdict():
    for hit in run("search", "what happens if russia breaks the treaty", "--in", "claims", "--json").json:
        assert hit["verdict"] in ("confirmed", "imprecise", "wrong")
        assert hit["title"].endswith(f" ({hit['verdict']})")
    assert all(hit["verdict"] is None for hit in run("search", "mine", "--in", "terms", "--json").json)
    assert (
        "Six states have left the Convention (wrong)\tFive"
        in run("search", "six states have left").out.decode()
    )


def test_an_area_goes_by_its_name_and_is_said_to_be_no_state():
    ran = run("search", "has kosovo joined", "--json")
    assert ran.json[0]["title"] == "Kosovo 2017"
    assert "Kosovo is not one of the 197 states" in ran.err
    assert "treaty facts --country TWN" in run("search", "is taiwan a party").err


def test_the_heading_says_how_many_of_how_many(package):
    answer = topic.search(package, ["mine"], day=DAY, limit=3)
    heading = next(block for block in topic.SEARCH.page(answer, View()) if isinstance(block, Section)).heading
    assert heading.startswith("3 of ")
    assert heading.endswith(" hits")


@pytest.mark.parametrize("typed", ["C.N.385.2025", "what is CN 385.2025", "c.n.385.2025.TREATIES-XXVI-5"])
def test_a_notification_that_is_not_there_is_said_so(typed):
    ran = run("search", typed)
    assert (ran.status, ran.out) == (1, b"")
    assert "no depositary notification C.N.385.2025 is in the data" in ran.err


def test_a_notification_in_a_note_is_found_and_other_words_are_none():
    assert first_hits("C.N.52.2020") == [("states", "MUS")]
    assert first_hits("what does C.N.362.2025 say", 1) == [("events", "lithuania-notifies-withdrawal-2025")]
    assert first_hits("cnn 2025")


def test_a_guess_is_said_and_a_wild_one_is_not_made():
    assert "nothing holds 'azerbajan'; read as 'azerbaijan'" in run("search", "azerbajan").err
    assert "read as" not in run("search", "deutschland").err
    assert run("search", "wakanda").status == 1


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("retrait de la convention", ("terms", "withdrawal")),
        ("الألغام", ("terms", "anti-personnel-mine")),
        ("протипіхотна міна", ("terms", "anti-personnel-mine")),
        ("when does angola have to be clear of mines", ("deadlines", "AGO/5")),
        ("how many people were maimed in 2022", ("facts", "world-casualties-2022")),
        ("third review conference", ("events", "third-review-conference-maputo-2014")),
    ],
)
def test_other_languages_duties_figures_and_meetings(typed, first):
    assert first_hits(typed, 1) == [first]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("casualties in 2021", "world-casualties-2021"),
        ("how many children were hurt in 2023", "world-casualties-children-2023"),
        ("how many countries produce mines", "world-producers-2014"),
        ("latest casualty figures", "world-casualties-2024"),
        ("how much land was cleared in 2022", "world-land-cleared-2022"),
        ("how much money was given in 2018", "world-funding-2018"),
        ("how many states have mines", "world-affected-states-2025"),
    ],
)
def test_a_figure_of_the_world_is_that_of_the_year_or_the_newest(typed, first):
    assert first_hits(typed, 1) == [("facts", first)]


def test_a_figure_of_a_state_is_not_that_of_the_world():
    assert first_hits("how many casualties had colombia", 1)[0][1].startswith("col-")
    assert first_hits("casualties in 1985", 1) != [("facts", "world-casualties-2024")]


def test_a_package_without_our_records_is_asked_the_same_questions(monkeypatch):
    monkeypatch.setenv("TREATY_DATA", str(ROOT / "tests" / "package"))
    for typed in (
        *(typed for typed, _ in IDEAS),
        "how many have left",
        "newest party",
        "next meeting",
        "next deadlines",
    ):
        assert run("search", typed).status in (0, 1)


def test_who_has_left_follows_a_withdrawal_of_ones_own_whose_effect_is_worked_out(tmp_path):
    (tmp_path / "actions.csv").write_text(
        "treaty,iso3,action,date,sources\nAPMBC,NOR,withdrawal,2026-03-01,untc-2026-02-03\n", "utf-8"
    )
    asked = ("search", "who", "has", "left", "--data", str(tmp_path), "--as-of")
    assert "5 states have left" in run(*asked, "2026-08-31").err
    later = run(*asked, "2026-09-01", "--json")
    assert "6 states have left" in later.err
    assert "NOR" in [hit["id"] for hit in later.json]


@pytest.mark.parametrize("typed", ["what happens next", "what comes next", "upcoming events"])
def test_what_comes_next_has_the_deadlines_that_end_soonest_behind_what_is_announced(typed):
    hits = first_hits(typed, 3)
    assert hits[0] == ("events", "zambia-presidency-23rd-meeting-2026")
    assert hits[1:] == [("deadlines", "MRT/5"), ("deadlines", "THA/5")]


def test_the_deadlines_of_a_group_that_is_named_are_those_of_its_members_ahead():
    ran = run("search", "which african union states have deadlines", "--limit", "5", "--json")
    ahead = run("deadlines", "--group", "au", "--status", "ahead", "--json").json
    assert {hit["id"] for hit in ran.json} >= {f"{row['iso3']}/{row['article']}" for row in ahead[:4]}
    assert "all: treaty deadlines --group au" in ran.err
    assert "none of its members has one ahead" in run("search", "nato deadlines").err
    assert "DNK/5" in [
        hit["id"] for hit in run("search", "nato deadlines", "--as-of", "2011-01-01", "--json").json
    ]
