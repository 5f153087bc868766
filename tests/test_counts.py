"""What words say of the number of parties: the number, how it is meant, of which time, of which treaty."""

from __future__ import annotations

import pytest

from treatycli.gloss.figures import dates_in
from treatycli.gloss.numbers import counts_in
from treatycli.gloss.runs import row_before, row_behind
from treatycli.gloss.stretch import Words

OURS = "The Ottawa Convention bans landmines. "


def words_of(text):
    return Words(text, frozenset)


def counts(text, before=OURS):
    """Return the ids of the counts that a sentence states, where landmines are the topic."""
    return [count.id for _, _, count in counts_in(words_of(before + text))]


def shown(text):
    """Return what of a text is a count; it has a date, so that the past tense is told of a time."""
    words = words_of(f"{OURS}In 2014, {text}")
    return [words.shown(first, last) for first, last, _ in counts_in(words)]


# --- words in a row


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("164 states have joined", ["states", "have", "joined"]),
        ("164 States-Parties", ["states", "parties"]),
        ("164 states\n  and the EU", ["states", "and", "eu"]),
        ("164 states & the EU", ["states", "eu"]),
        ("164 states of the treaty's club", ["states", "of", "treaty's", "club"]),
        ("164 states, parties", ["states"]),
        ("164 states (parties)", ["states"]),
        ("164\n\nstates", []),
        ("164", []),
    ],
)
def test_words_stand_in_a_row_up_to_a_mark(text, behind):
    assert row_behind(words_of(text), 0, 9) == behind


def test_a_row_has_at_most_so_many_words():
    words = words_of("it has now 164 states and territories")
    assert row_behind(words, 3, 2) == ["states", "and"]
    assert row_before(words, 3, 2) == ["has", "now"]
    assert row_before(words, 3, 9) == ["it", "has", "now"]
    assert row_before(words_of("it has, now 164"), 3, 9) == ["now"]


# --- dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 27 June 2025", ["2025-06-27"]),
        ("on June 27, 2025", ["2025-06-27"]),
        ("on June 27 2025", ["2025-06-27"]),
        ("in JUNE 2025", ["2025-06"]),
        ("in June, 2025", ["2025"]),
        ("on 27, June 2025", ["2025-06"]),
        ("on June 27; 2025", ["2025"]),
        ("on 127 June 2025", ["2025-06"]),
        ("on 2025-06-27", ["2025-06-27"]),
        ("in 2025-06", ["2025-06"]),
        ("in 2025 06 27", ["2025"]),
        ("2025-06-1", ["2025-06"]),
        ("in 2018-2025", ["2018", "2025"]),
        ("on 31 June 2025", [None]),
        ("in 2025-13", [None]),
        ("on 1.12.2025", [None]),
        ("since 1899 or 2100", []),
        ("1.5.20", []),
        ("2,014 mines", []),
        ("2014's parties", ["2014"]),
        ("the 1997 Ottawa Convention", []),
        *(
            (f"the 1997 {name}", [])
            for name in ("anti-mine", "mine ban", "landmine", "convention", "treaty", "accord", "pact", "ban")
        ),
        ("the 1997 rules", ["1997"]),
        ("in 1997 the treaty", ["1997"]),
        ("in 1997, mine clearance", ["1997"]),
        ("in June 1997 treaty talks", []),
        ("in June they met", []),
        ("in June 20 states met", []),
        ("June", []),
        ("27", []),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_told(text, dates):
    words = words_of(text)
    assert [date for _, _, date in dates_in(words, 0, len(words))] == dates


def test_a_date_that_goes_on_behind_the_stretch_is_not_of_it():
    words = words_of("in June 2025")
    assert [*dates_in(words, 0, 2)] == []
    assert [*dates_in(words, 0, 3)] == [(1, 2, "2025-06")]


# --- numbers


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The treaty has 164 parties.", ["exact-164-parties"]),
        ("The treaty has one hundred and sixty-four parties.", ["exact-164-parties"]),
        ("The treaty has a hundred sixty parties.", ["exact-160-parties"]),
        ("The treaty has one hundred and twenty-one parties.", ["exact-121-parties"]),
        ("The mine ban has one hundred and ninety-nine parties.", ["exact-199-parties"]),
        ("The treaty has one hundred and sixty-ten parties.", []),
        ("The treaty has a hundred and one parties.", []),
        ("The treaty has twenty-one hundred and sixty parties.", []),
        ("The treaty has one hundred, sixty parties.", []),
        ("The treaty has 64 parties.", []),
        ("The treaty has 264 parties.", []),
        ("The treaty has 1,164 parties.", []),
        ("The treaty has 164.5 parties.", []),
        ("The treaty has 160-164 parties.", []),
        ("The treaty has 12/164 parties.", []),
        ("The treaty has 164% parties.", []),
        ("Of the treaty 164 states are bound.", ["exact-164-parties"]),
        ("Of the treaty 12/164 states are bound.", []),
        ("Of the treaty no.164 states are bound.", []),
        ("Of the treaty 20-164 states are bound.", []),
        ("Of the treaty a-hundred-sixty states are bound.", ["exact-160-parties"]),
        ("Of the treaty 20-one hundred sixty states are bound.", []),
        ("The treaty has a total of 164 parties.", ["exact-164-parties"]),
    ],
)
def test_a_number_is_a_whole_one_from_100_to_199(text, ids):
    assert counts(text) == ids


@pytest.mark.parametrize(
    ("number", "is_whole"),
    [
        *((number, True) for number in ("164", "164,", "164 - 5", "164-", "164–", "164-strong", "164, 5", "164/5")),
        *((number, False) for number in ("164-170", "164–170", "164-1x", "164.5", "164,5", "164%", "164_5", "164_")),
    ],
)  # fmt: skip
def test_a_number_that_goes_on_is_another(number, is_whole):
    assert len(counts(f"Membership is {number} it is said.")) == is_whole


HOWS = {
    "over": ("more than", "over", "in excess of", "upwards of", "beyond"),
    "from": ("at least", "no fewer than", "no less than"),
    "about": ("about", "around", "some", "roughly", "approximately", "nearly", "almost", "near", "circa", "close to"),
    "under": ("fewer than", "less than", "under", "below"),
    "exact": ("only", "all", "a total of", "the", "about the", "more, than", "then"),
}  # fmt: skip


@pytest.mark.parametrize(("how", "before"), [(how, before) for how in HOWS for before in HOWS[how]])
def test_what_stands_before_a_number_says_how_it_is_meant(how, before):
    assert counts(f"By the word of Tonga {before} 160 states are bound.") == [f"{how}-160-parties"]


@pytest.mark.parametrize("before", ["up to", "at most"])
def test_a_number_that_may_be_lower_is_not_judged(before):
    assert counts(f"By the word of Tonga {before} 160 states are bound.") == []


@pytest.mark.parametrize("how", ["all", "only", "a total of", "some"])
def test_what_the_treaty_has_stands_before_how_many(how):
    assert len(counts(f"The treaty has been ratified by {how} 160 states.")) == 1
    assert counts(f"The treaty was read by {how} 160 states.") == []


# --- what is counted

STATES = (
    "states parties", "States-Parties", "state parties", "parties", "member states", "members", "countries", "states",
    "nations", "governments", "states and territories", "states and entities", "states and the EU", "states & the EU",
    "states and the European Union",
)  # fmt: skip
ARE = (
    "are", "were", "is", "have", "had", "has", "have been", "became", "become", "now", "currently", "already",
    "today", "that are", "which are", "who are", "also", "since", "formally", "fully", "that are now formally",
)  # fmt: skip
BOUND = ("bound", "party", "parties", "members")
JOINED = ("joined", "ratified", "acceded", "adhered", "signed up", "signed on", "consented")
REMAIN = (
    "are",
    "were",
    "remain",
    "remained",
    "remains",
    "stay",
    "stayed",
    "stand",
    "belong",
    "belonged",
    "left",
)
NAMED_BY = ("Ottawa", "1997", "global", "international", "anti-personnel", "antipersonnel", "landmine", "landmines",
            "mine", "mines", "mine ban", "1997 Ottawa anti-personnel landmine ban")  # fmt: skip
TREATIES = (
    "it", "the treaty", "this ban", "that pact", "our accord", "the agreement", "treaty",
    *(f"the {name} Convention" for name in NAMED_BY),
)  # fmt: skip
WHOLE = (
    *(f"164 {states} are bound" for states in STATES),
    *(f"164 states {are} bound" for are in ARE),
    *(f"164 states are {bound}" for bound in BOUND),
    *(f"164 states {are} joined" for are in ARE),
    *(f"164 states have {joined}" for joined in JOINED),
    *(f"164 states {joined}" for joined in JOINED),
    *(f"164 states {remain} bound" for remain in REMAIN),
    *(f"164 states remain {bound}" for bound in BOUND),
    *(f"164 states {remain} in the treaty" for remain in REMAIN),
    *(f"164 states remain {within} it" for within in ("in", "inside", "within", "to")),
    *(f"164 states remain in {treaty}" for treaty in TREATIES),
    *(f"164 states have committed to {treaty}" for treaty in TREATIES),
    *(f"164 {states} remain in it" for states in STATES),
    *(f"164 {states} are committed to it" for states in STATES),
    "164 signatory states", "164 signatory countries", "164 signatories",
    "164 states signed", "164 countries have signed", "164 nations had signed", "164 governments signed",
)  # fmt: skip


@pytest.mark.parametrize("text", WHOLE)
def test_what_says_that_states_are_parties_is_shown_to_its_end(text):
    assert shown(f"By the treaty {text}.") == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"164 states are bound {on} it", "164 states are bound") for on in ("of", "to", "by", "in")),
        *((f"164 states are bound {on} customary law", None) for on in ("of", "to", "by", "in", "a", "an")),
        *((f"164 states have joined {other}", None) for other in ("the war", "NATO", "UN bodies", "a talk")),
        *((f"164 states have joined {treaty}", "164 states have joined") for treaty in TREATIES),
        *((f"164 states are party to {treaty}", "164 states are party") for treaty in TREATIES),
        ("164 states have joined hands", "164 states have joined"),
        ("164 states have joined the treaty's critics", None),
        ("164 states remain in the treaty's database", None),
        ("164 states have committed to the goals", None),
        ("164 states have committed to customary law", None),
        ("164 states signed up to it", "164 states signed up"),
        ("164 states, bound", None),
        ("164 states reported", None),
        ("164 things are bound", None),
        ("164 cities and 20 states are bound", None),
        *((f"164 {parties} to the treaty", f"164 {parties}") for parties in ("states parties", "parties")),
        *(
            (f"164 parties of {which} treaty", "164 parties")
            for which in ("this", "that", "its", "our", "the")
        ),
        ("164 parties to treaties", None),
        ("164 parties to. The treaty", None),
        ("164 parties", None),
    ],
)
def test_what_follows_may_be_another_thing(text, expected):
    assert shown(f"By law of the treaty or not {text}.") == ([expected] if expected else [])


TOTALS = ("Membership", "The number of parties", "The number of states parties", "The number of members",
          "The number of member states", "Membership of the treaty", "Membership in the mine ban",
          "The number of parties to our treaty")  # fmt: skip
REACHES = ("is", "was", "is at", "was at", "stands at", "stood at", "rose to", "has grown to", "grew to", "fell to", "had fallen to",
           "reached", "now is", "currently is", "still is", "of")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"{total} {reaches} 164.", "164") for total in TOTALS for reaches in REACHES),
        ("Tonga brings the number of parties to 164.", "164"),
        ("Membership is 164 states.", "164 states"),
        ("Membership is old at 164.", None),
        ("It was number 164.", None),
        ("The number of mines is 164.", None),
        *(
            (f"The treaty {has} 164 parties.", "164 parties")
            for has in ("has", "with", "with its", "counts", "numbers", "now", "total", "totals", "and its")
        ),
        ("They have 164 parties.", "164 parties"),
        ("The Convention's 164 parties met.", "164 parties"),
        ("The treaty’s 164 parties met.", "164 parties"),
        ("The meeting's 164 parties met.", None),
        ("The treaty 164 parties.", None),
        ("The treaty has 164 states.", None),
        ("These bring to 164 parties what it has.", "164 parties"),
        ("This brings the total to 164 parties.", "164 parties"),
        ("This brings the total number of states parties to 164 parties.", "164 parties"),
        *(
            (f"The treaty was {by} 164 states.", "164 states")
            for by in (
                "ratified by",
                "joined by",
                "accepted by",
                "embraced by",
                "acceded to by",
                "binding on",
            )
        ),
        ("The treaty is binding upon 164 states.", "164 states"),
        ("The treaty binds 164 states.", "164 states"),
        ("The rules of the treaty bind 164 states.", "164 states"),
        ("It was joined by a total of about 164 states.", "164 states"),
        ("The treaty was read by 164 states.", None),
        ("The treaty was ratified by 164 kings.", None),
        ("The treaty was signed by 164 nations.", "164 nations"),
        *(
            (f"There {are} 164 states in the treaty.", "164 states in the treaty")
            for are in ("are", "are now")
        ),
        ("There were 164 states in it.", "164 states in it"),
        ("There are still 164 states within it.", "164 states within it"),
        ("There are currently 164 states in it.", "164 states in it"),
        ("They are 164 states in it.", None),
        *(
            (f"There are 164 states in the treaty {some}.", None)
            for some in ("that met", "which met", "who met", "with mines", "without mines", "report")
        ),
    ],
)
def test_what_stands_before_a_number_says_whose_it_is(text, expected):
    assert shown(text) == ([expected] if expected else [])


def test_a_qualified_number_is_shown_with_what_turns_it_round():
    assert shown("Fewer than 164 states are bound.") == ["Fewer than 164 states are bound"]
    assert shown("More than 164 states are bound.") == ["164 states are bound"]


@pytest.mark.parametrize("kind", ["signatories", "states signed it"])
def test_signatories_are_counted_apart(kind):
    assert counts(f"133 {kind} on 3 December 1997.") == ["exact-133-signatories-in-1997-12-03"]
    assert counts("It was signed by 133 states.") == ["exact-133-signatories"]


# --- what is not so

HOPES = ("may", "might", "could", "would", "should", "is to", "are to", "aim", "aims", "goal", "target", "hope",
         "hopes", "dream", "dreams")  # fmt: skip


@pytest.mark.parametrize("hope", HOPES)
def test_what_is_hoped_for_is_not_said(hope):
    assert counts(f"The treaty {hope} in some good time soon to have 164 parties.") == []
    assert counts(f"The treaty {hope}, in some good time soon has 164 parties.") == ["exact-164-parties"]


@pytest.mark.parametrize("lost", ["lost", "loses", "lose", "losing", "shed"])
def test_a_number_that_has_shrunk_is_that_of_before(lost):
    assert counts(f"The treaty {lost} five more of its 166 parties.") == []
    assert counts(f"The treaty {lost} five or ten more of its 166 parties.") == ["exact-166-parties"]


@pytest.mark.parametrize(
    "correction",
    [
        "It has 161.", "They are 161.", "There are 161.", "The Convention has 161.", "The treaty counts 161.",
        "But it is 161.", "In fact it had 161.", "In truth they have 161.", "It has only 161.", "It has just 161.",
        "It has in fact 161.",
    ],
)  # fmt: skip
def test_a_number_that_the_next_sentence_corrects_is_not_said(correction):
    assert counts(f"The treaty has 166 parties. {correction}") == []
    assert counts(f"The treaty has 166 parties, {correction}") != []
    assert counts(f"The treaty has 166 parties. {correction[:-1]} signatories.")[:1] == ["exact-166-parties"]


def test_another_number_in_the_next_sentence_is_no_correction():
    assert counts("The treaty has 166 parties. It has 61.") == ["exact-166-parties"]
    assert counts(f"The treaty has 166 parties{' and on' * 6}. It has 161.") == []
    assert counts(f"The treaty has 166 parties and so{' and on' * 6}. It has 161.") == ["exact-166-parties"]
    assert counts("The treaty has 166 parties. It is old and has 161.") == ["exact-166-parties"]


# --- of which time

WHENS = ("in", "on", "by", "as of", "since", "from", "during", "throughout", "until", "between", "at the end of",
         "by the end of", "towards the end of", "in the year", "in the spring of", "in the summer of", "by autumn",
         "since the end of", "in early", "in mid", "in late", "in mid-")  # fmt: skip


@pytest.mark.parametrize("when", WHENS)
def test_a_date_that_leads_or_follows_is_that_of_the_count(when):
    dated = ["exact-161-parties-in-2014"]
    assert counts(f"{when.capitalize()} 2014, with less noise, the treaty has 161 parties.") == dated
    assert counts(f"And {when} 2014 the treaty has 161 parties.") == dated
    assert counts(f"The treaty has 161 parties {when} 2014.") == dated
    assert counts(f"The treaty has 161 parties to its name {when} 2014.") == dated


@pytest.mark.parametrize(
    "text",
    [
        "Said a man in 2014, the treaty had 161 parties.",
        "2014 was good, the treaty had 161 parties.",
        "In the 2014 report the treaty has 161 parties.",
        "The treaty has 161 parties in the 2014 report.",
        "The treaty has 161 parties, in 2014 it met.",
        "The treaty has 161 parties and a 2014 report.",
        "The treaty has 161 parties that met and talked of this and of that and of more things in 2014.",
        "The treaty has 161 parties in 2014 or 2015.",
        "The treaty has 161 parties in 2014, 2015.",
        "The treaty has 161 parties from 3 June 2014, to 8 June 2015.",
        "The treaty has 161 parties from 2014 to 2015 and 2016.",
        "The treaty has 161 parties in June 2014 and June 31, 2015.",
        "The treaty has 161 parties on 31 June 2014.",
        "The treaty has 161 parties since 1.12.2014.",
    ],
)
def test_of_any_other_date_nothing_can_be_said(text):
    assert counts(text) == []


def test_a_date_may_have_several_words():
    dated = ["exact-161-parties-in-2014-06-03"]
    assert counts("On 3 June 2014 the treaty has 161 parties.") == dated
    assert counts("The treaty has 161 parties on 3 June 2014.") == dated
    ten = " and on" * 5
    assert counts(f"The treaty has 161 parties{ten} and in 3 June 2014.") == dated
    assert counts(f"The treaty has 161 parties{ten} and so in 3 June 2014.") == []


def test_how_far_a_time_may_stand_from_its_count():
    far = " so it went on and so it was said by all of them to some more men in a row"  # 20 words
    assert counts(f"The treaty has 161 parties{far} ago.") == ["exact-161-parties"]
    assert counts(f"The treaty has 161 parties{far[:-6]} row ago.") == []
    near = "and so they came to say as it went on"  # ten words
    assert counts(f"Ago {near} {near} and then at last now it has 161 parties.") == ["exact-161-parties"]
    assert counts(f"Ago {near} {near} then at last now it has 161 parties.") == []
    assert counts("After it were as on it all that treaty binds 161 states.") == ["exact-161-parties"]
    assert counts("After it were on it all that treaty binds 161 states.") == []


@pytest.mark.parametrize("joint", [" and ", " to ", " until ", "-", "–", " – "])
def test_two_dates_are_an_interval(joint):
    assert counts(f"The treaty has 161 parties between 2014{joint}2015.") == [
        "exact-161-parties-in-2014-01-01/2015-12-31"
    ]
    assert counts(f"From 3 June 2014{joint}8 June 2015 it has 161 parties.") == [
        "exact-161-parties-in-2014-06-03/2015-06-08"
    ]


@pytest.mark.parametrize(
    "vague",
    ["ten years ago", "at its peak", "back then", "then had", "at the height", "largest", "once had", "used to",
     "last year", "next year", "at the time"],
)  # fmt: skip
def test_a_time_that_is_no_date_says_nothing(vague):
    assert counts(f"The treaty {vague} has 161 parties.") == []
    assert counts(f"The treaty has 161 parties {vague}.") == []
    assert counts(f"The treaty is {vague}. It has 161 parties. It was {vague}.") == ["exact-161-parties"]


@pytest.mark.parametrize(
    "turn",
    ["before", "until", "till", "prior to", "ahead of", "after", "when", "while", "as long as", "by the time", "by then",
     "earlier", "back"],
)  # fmt: skip
def test_a_turn_of_events_says_nothing_in_the_past_tense(turn):
    for past in ("had", "was", "were", "counted", "numbered", "stood", "reached", "belonged", "remained"):
        assert counts(f"{turn} Tonga came, the treaty by right {past} binding on some 161 states.") == []
        assert counts(f"The treaty by right {past} binding on some 161 states {turn} Tonga came.") == []
    assert counts(f"{turn} Tonga came, the treaty is binding on 161 states.") == ["exact-161-parties"]


def test_the_past_tense_alone_leaves_open_what_was_once_right():
    assert counts("The treaty had 161 parties.") == []
    assert counts("The treaty had over 161 parties.") == []
    assert counts("The treaty had by now over 161 parties.") == ["over-161-parties"]
    assert counts("The treaty had 161 signatories.") == ["exact-161-signatories"]
    assert counts("Our mine ban treaty had 169 parties.") == ["exact-169-parties"]
    assert counts("Our mine ban treaty had 168 parties.") == []
    assert counts("They met as it was. 161 states are bound.") == ["exact-161-parties"]


# --- of which treaty


FAR = "So it went on and on. " * 7
"""Words that part what is named from a count: more than are looked at near it."""


@pytest.mark.parametrize(
    ("before", "text", "is_ours"),
    [
        *((f"{mines} kill. ", "164 states have joined.", True) for mines in ("Landmines", "A mine may", "Landmine and all")),
        ("The Ottawa Convention is old. ", "164 states have joined.", True),
        ("The Ottawa Treaty is old. ", "164 states have joined.", True),
        ("The APMBC is old. ", "164 states have joined.", True),
        ("The Ottawa office is old. ", "164 states have joined.", False),
        ("", "164 states have joined. Mines kill.", True),
        ("", f"164 states have joined. {FAR}Mines kill.", False),
        ("", "164 states have joined.\n\nMines kill.", False),
        # far before or in another paragraph: by what the treaty means, or where the number may be ours alone
        (f"Mines kill. {FAR}", "164 states have joined.", True),
        ("Mines kill.\n\n", "164 states have joined.", True),
        ("Mines kill.\n\n", "150 states have joined.", True),
        ("Mines kill.\n\n", "167 states have joined.", True),
        ("Mines kill.\n\n", "149 states have joined.", False),
        ("Mines kill.\n\n", "168 states have joined.", False),
        *(
            ("Mines kill.\n\n", f"149 states have joined the {called}.", True)
            for called in ("convention", "treaty", "ban", "pact", "accord")
        ),
        ("Mines kill.\n\n", "149 states have joined this pact.", True),
        ("Mines kill.\n\n", "149 states have joined that pact.", False),
        (f"Mines kill. {FAR * 8}", "164 states have joined.", False),
        # another treaty is named
        ("Landmines kill. ", "164 states have joined the Convention against Torture.", False),
        ("Landmines kill. The Convention against Torture is old. ", "164 states have joined.", False),
        ("Landmines kill. The Convention against Torture is old. ", "164 states are in the mine ban.", True),
        ("Torture is banned by the Convention against Torture. ", "164 states have joined the treaty.", False),
        ("The CRC is old. Mines and mines. ", "164 states have joined the treaty.", True),
        ("The CRC is old. Mines. ", "164 states have joined the treaty.", False),
        ("The CRC is old. Mines and mines. ", "164 states have joined.", False),
        ("The CRC is old. Mines and mines. ", "149 states have joined the treaty.", False),
        (f"Mines, the CRC, mines. {FAR}", "164 states have joined the treaty.", True),
        (f"Mines, the CRC, arms. {FAR}", "164 states have joined the treaty.", False),
        # more than it ever had
        ("Landmines kill. ", "168 states have joined.", True),
        ("Landmines kill. ", "169 states have joined.", False),
        ("Landmines kill. ", "By the mine ban, 169 states have joined.", True),
        ("Landmines kill. ", "169 states have joined, by the mine ban.", False),
        ("Landmines kill. ", "169 states have joined for good that same mine ban.", True),
        ("Landmines kill. ", "169 states have joined for good or ill that mine ban.", False),
        ("Landmines kill. ", "169 states have joined. The mine ban is old.", False),
        # members are also those of a body
        ("Landmines kill. ", "Interpol has 164 members.", False),
        *(
            ("Landmines kill. ", f"The {subject} has 164 members.", True)
            for subject in ("convention", "treaty", "pact", "accord", "ban", "membership", "regime", "APMBC")
        ),
        ("Landmines kill. ", "It has 164 members.", True),
        *(
            ("Landmines kill. ", f"Of the treaty {body} has 164 members.", False)
            for body in ("the United Nations", "the Union", "the Council", "an Organisation", "an Organization",
                         "the Assembly", "the Court", "the Commonwealth", "NATO", "OAS", "UN", "UNESCO")
        ),
        ("Landmines kill. ", "Of the treaty the council has 164 members.", True),
        ("Landmines kill. ", "Of the treaty ABCDEFG has 164 members.", True),
        ("Landmines kill. ", "In the UN the treaty has 164 members.", True),
        ("Landmines kill. ", "Now 164 members of our treaty met.", True),
        ("Landmines kill. ", "Now 164 members are bound.", False),
        ("Landmines kill. ", "Now 164 members are bound by the treaty.", False),
        ("Landmines kill. ", "Now 164 members are committed to the treaty.", True),
        ("Landmines kill. ", "Now 164 members are committed to the treaty today.", True),
        ("Landmines kill. ", "The treaty is old. Now has 164 member states.", False),
    ],
)  # fmt: skip
def test_a_count_is_ours_by_what_is_named_with_it(before, text, is_ours):
    assert len(counts(text, before)) == is_ours


def test_a_count_may_be_the_first_of_a_text():
    ban = " The mine ban is old."
    assert counts(f"Membership is 164.{ban}", "") == ["exact-164-parties"]
    assert counts(f"164 states are bound.{ban}", "") == ["exact-164-parties"]
    assert counts(f"One hundred and sixty states are bound.{ban}", "") == ["exact-160-parties"]
    assert counts(f"Hundred and sixty states are bound.{ban}", "") == []
    assert counts(f"Over 160 states are bound.{ban}", "") == ["over-160-parties"]
    assert counts(f"Up to 160 states are bound.{ban}", "") == []


def test_how_far_ours_may_be_named_from_a_count():
    assert len(counts("149 states have joined", "Mines " + "so " * 39)) == 1
    assert len(counts("149 states have joined", "Mines " + "so " * 40)) == 0
    assert len(counts(f"149 states have joined{' so' * 19} mines", "")) == 1
    assert len(counts(f"149 states have joined{' so' * 20} mines", "")) == 0
    assert len(counts("164 states have joined", "Mines " + "so " * 249)) == 1
    assert len(counts("164 states have joined", "Mines " + "so " * 250)) == 0


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("164 states signed.", ["exact-164-signatories"]),
        ("164 states signed it.", ["exact-164-signatories"]),
        ("164 states signed the mine-ban treaty.", ["exact-164-signatories"]),
        ("164 states signed the final document.", []),
        ("164 states signed a truce.", []),
        ("164 states have signed or acceded to the treaty.", []),
        ("164 states have signed, ratified or acceded to the treaty.", []),
        ("164 states signed and ratified it.", []),
        ("164 states signed and 122 stayed away.", ["exact-164-signatories"]),
        ("The statement on mines was signed by 164 states.", []),
        ("The petition has 164 signatories.", []),
        ("The treaty has 164 signatories.", ["exact-164-signatories"]),
        ("It was signed by 164 states.", ["exact-164-signatories"]),
        ("The CTBT, signed by 164 states, bans tests.", []),
        ("At the UN the treaty was signed by 164 states.", ["exact-164-signatories"]),
        ("Signed by 164 states, it bans mines.", ["exact-164-signatories"]),
    ],
)
def test_a_number_of_signatures_is_one_of_the_treatys(text, ids):
    assert counts(f"The mine ban is a treaty. {text}") == ids
