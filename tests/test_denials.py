"""What a sentence says, denies, asks or supposes, and of which treaty; `[]` hold the statement."""

from __future__ import annotations

import pytest

from treatycli.gloss.denials import is_denied, is_of_another, is_subject
from treatycli.gloss.stretch import Words

LEFT = "[Ukraine has left the treaty]"


def marked(text: str) -> tuple[Words, int, int]:
    """Return the words of a text, and which is the first and the last of its statement."""
    before, _, rest = text.partition("[")
    said, _, _ = rest.partition("]")
    first = len(Words(before, frozenset))
    return (
        Words(text.replace("[", "").replace("]", ""), frozenset),
        first,
        first + len(Words(said, frozenset)) - 1,
    )


def listed(texts: str) -> list[str]:
    return " ".join(texts.split()).split(" / ")


def denied(text: str, *, says_not: bool = False) -> bool:
    words, first, last = marked(text)
    return is_denied(words, first, last, says_not=says_not)


def of_another(text: str) -> bool:
    return is_of_another(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{LEFT}.",
        f"Now {LEFT} and its soldiers, but Poland has not.",
        f"Such is the news that {LEFT}.",
        f"That idea is old and {LEFT}.",
        f"Is it not a fact that {LEFT}?",
        f"Is it not the case, however, that {LEFT}?",
        f"My Lords, does the right hon Lady not agree that {LEFT}?",
        f"But isn't it true that {LEFT}?",
        f"Does he accept that {LEFT}?",
        f"Will they recognise that {LEFT}?",
        f"Why, said he, {LEFT}.",
        f"{LEFT}. It is a pity.",
        f"Such is the myth. {LEFT}.",
        f"They say it is old and {LEFT}?",
        "[All have left save those without] mines today.",
        "[Ukraine has left] almost at once.",
        f"{LEFT}. Talks went on.",
        f"{LEFT} — talks went on.",
        f"{LEFT}. There is, as the old ministry says here, no such law.",
        f"{LEFT}. Not so long ago it joined.",
        f"{LEFT}. They were not so bad as one thinks.",
        f"{LEFT}. It has an open mind on wrongs.",
        f"{LEFT}. It isn't so far away.",
        f"{LEFT}. No state noticed.",
        f"{LEFT}. It never ends.",
        f"{LEFT}. The meeting rejected Poland.",
        f"{LEFT}. The meeting of states in Geneva at once rejected this.",
        f"{LEFT}. Seven have done so.",
        f"{LEFT}. Two states have mines.",
        f"{LEFT}. In war, fact is rare.",
        f"{LEFT}. The one and only such state.",
        f"{LEFT}. This is longer.",
        f"{LEFT}.\n\nThat is wrong.",
        f"{LEFT}, which has been a home to it.",
        f"{LEFT}, which was soon given a new name.",
        f"{LEFT}, and gave this state up.",
        f"{LEFT}, though it is an old state.",
        f"{LEFT}, which is a state of no small size with a legend.",
        f"{LEFT} in a year no longer in doubt.",
        f"{LEFT} with such a list.",
        f"{LEFT} and nobody ever came.",
        f"Fact: {LEFT}.",
    ],
)
def test_a_statement_that_is_made_is_not_denied(text):
    assert not denied(text)


@pytest.mark.parametrize(
    "asked",
    [
        "Is it not odd that {}?",
        "Is not it the fact that {}?",
        "Does the treaty not agree that {}?",
        "Is it not a fact if {}?",
        "Isn't he right that {}?",
        "Has {}?",
        "And so, my lords, has it been said that {}?",
        "Who says that {}?",
        "He wrote, “has it been said” that {}?",
        "Will they be glad that {}?",
        "Had {}.",
    ],
)
def test_a_question_or_a_supposition_claims_nothing(asked):
    assert denied(asked.format(LEFT))


LEADS = "my lords sir madam mr speaker minister and but so"
WHO = "it this he she they you minister noble right hon honourable lord lady friend"
TRUE = "case fact true right agree accept"
TAKEN = "accept agree acknowledge recognise recognize admit aware know forget"


@pytest.mark.parametrize(
    "asked",
    [
        *(f"{lead} is it not true that {{}}?" for lead in LEADS.split()),
        *(f"{how} {who} not true that {{}}?" for who in WHO.split() for how in "is was does do".split()),
        *(f"do they not {true} that {{}}?" for true in TRUE.split()),
        *(f"isn't {this} a {true} that {{}}?" for true in TRUE.split() for this in ("it", "this")),
        *(f"will they {taken} that {{}}?" for taken in TAKEN.split()),
    ],
)
def test_a_question_that_says_what_it_asks_denies_nothing(asked):
    assert not denied(asked.format(LEFT))


def test_words_that_deny_are_looked_for_ten_words_before_and_three_behind():
    assert denied(f"Not in a hundred or even in a thousand years {LEFT}.")
    assert not denied(f"Not in a hundred or even in nearly a thousand years {LEFT}.")
    assert denied(f"{LEFT} in years not.")
    assert not denied(f"{LEFT} in two years not.")
    assert denied(f"It may be, {LEFT}.")
    assert not denied(f"It may be there now, {LEFT}.")


def test_words_that_refute_or_take_back_are_looked_for_eight_and_nineteen_words_behind():
    assert denied(f"{LEFT} in so old and so far years obsolete.")
    assert not denied(f"{LEFT} in so old and so far and years obsolete.")
    far = "on a long and sunny day of spring in the old year by the sea so far away"  # 16 words
    assert denied(f"{LEFT} {far}, no longer true.")
    assert not denied(f"{LEFT} {far} then, no longer true.")


REPLIES = """
    Not. / It is not so. / They were not the case. / It was not true. / That is not the case. / It is not correct. / It is not right. /
    Not so. / Not true. / Not the case. / Not correct. / Not right. / It is not. / This was not so. / That
    has not. / They have not. / He did not. / She does not. / They are not. / They were not. / They do not.
    / It isn't. / It wasn't so. / They aren't. / He didn't. / It hasn't. / They haven't. / It doesn't. /
    That isn't true. / Wrong. / Plainly false. / Simply untrue! / Just incorrect. / An error of the press. /
    That is nonsense. / It is a mistake to say so. / This is simply a myth, of course, and an old one. / He
    is mistaken. / No. / No, it is a party. / No, they stay. / No, he lied. / No, she lied. / No, that is
    not known. / It never was. / They never were. / It never has. / They never have. / He never had. / She
    never did. / This never is.
"""
ANSWERS = """
    The meeting of states in Geneva soon rejected this. / Poland dismissed that. / Two papers refuted the
    claim. / A study disproved views. / Later work discredited it. / Kyiv debunked the claims. / Facts
    contradicted them. / Kyiv denied the idea. / Oslo disputed the ideas. / It abandoned the notion. / The
    paper corrected the figures. / It retracted the figure. / It dropped the view. / He retired the
    argument. / A law superseded the arguments. / He has given up the number. / Kyiv rejects the numbers. /
    Kyiv denies the estimate. / Kyiv disputes estimates. / They reject the reading. / They dropped the
    readings. / Five have. / So far only two of them did. / But three of these had. / Yet one has. / And
    four of those are. / 5 left. / One is. / Two were. / One was. / Verdict: no. / Rating: no. / Fact: no. /
    Truth: no. / Answer: no. / He meant Poland. / She misspoke. / They meant it. / It meant less. / In fact
    it stayed. / In truth it stayed. / In reality it stayed. / Actually it stayed. / There is, as the
    ministry says, no such law. / No such law. / This is never so. / That was no longer so. / It had long
    been so. / The claims were not new. / The view has been no longer held.
"""


@pytest.mark.parametrize("reply", [*listed(REPLIES), *listed(ANSWERS)])
def test_the_next_sentence_may_call_a_statement_wrong(reply):
    assert denied(f"{LEFT}. {reply} Whatever.")


GIVEN_UP = (
    "rejected dismissed refuted disproved discredited debunked contradicted abandoned corrected retracted dropped"
    " retired superseded"
)
SUCH = "[The Convention has such parties today] on a sunny day of spring in the old year"
COUNTERED = """
    as the claim in town dropped / but it didn't, an error / as a view which the court here at the end rejected / but an error / but it was wrong / but she was wrong / as all was given up / as all was denied / as all was
    disputed /
    as is soon rejected / as was rejected / as were rejected / as had been rejected / later rejected / long
    rejected / as they rejected this / as a claim that the court at last rejected / as a notion which then
    all dropped / as he gave the idea up / having given it up / but it is not so / though in fact it never
    did / although there are no such laws / yet they have been wrong / which he did not do / but she was an
    error / but no credible count / which is no reliable view / but false / but untrue / but incorrect / but
    mistaken / but a mistake / but a myth / but a slip / but out of date / but outdated / but they isn't
    wrong / but it wasn't false / which it hasn't been, wrong / but it does not / but they were not / but it
    has not / but they do not / and this is an old mistake / as was an old myth / as is an error / as is a
    misreading / as is a legend / as is a misunderstanding / and is out of date / and looks outdated / and
    is no longer right / no longer true / no longer current / no longer so / as no such count exists / as no
    such figure exists / with no such number / from no such list / and no such thing / as nobody has ever
    counted / as no one verified / as nobody measured / as no one had checked / as nobody knows
"""


@pytest.mark.parametrize("rest", [*listed(COUNTERED), *(f"as was {word}" for word in GIVEN_UP.split())])
def test_the_rest_of_a_sentence_may_take_back_what_it_reports(rest):
    assert denied(f"{SUCH}, {rest}.")


@pytest.mark.parametrize(
    "rest",
    [
        "as it was in the years before",
        "as a view the court in town at the end rejected",
        "which then was a very old myth",
        "but in fact there he wasn't wrong",
        "as it gave the state up",
        "as nobody has ever come",
        "in no such year",
        "which is no longer young",
        "as they rejected Poland",
        "as was at last rejected",
    ],
)
def test_the_rest_of_a_sentence_takes_nothing_back_with_other_words(rest):
    assert not denied(f"{SUCH}, {rest}.")


@pytest.mark.parametrize(
    "text",
    [
        "Myth: {}.",
        "It is false that {}.",
        "They might say that {}.",
        "The idea that {} is old.",
        "This is an idea that {} had.",
        "That {} is what he says.",
        "{}, a myth of the web.",
        "{} talks.",
        "{} obsolete as it was.",
        "{}.\nThat is wrong.",
        "Old news.\n\nOlder news.\n\n{}. That is wrong.",
        "{}’s shadow.",
        "[Ukraine never left the treaty].",
        "[Ukraine has left almost].",
    ],
)
def test_what_stands_beside_a_statement_may_deny_it(text):
    assert denied(text.format(LEFT))


def test_a_denial_among_the_words_of_a_claim_denies_nothing_where_the_claim_is_one():
    text = "[Finland is the only state that has not joined]."
    assert denied(text)
    assert not denied(text, says_not=True)
    assert denied("It is not true that " + text, says_not=True)


@pytest.mark.parametrize(
    "text",
    [
        "The [Lisbon Treaty bans all mines].",
        "The Lisbon [Treaty bans all mines].",
        "The Lisbon [Treaty, like the mine ban, bans all mines].",
        "The CCW and its [members ban all mines].",
        "The CCW, like the [mine ban, bans all mines].",
        "[All EU states are parties] to the Convention on Migratory Species.",
        "[All EU states are parties] with joy to the CCW.",
        "[All EU states are members] of NATO.",
        "[All EU states are bound] by custom.",
    ],
)
def test_a_statement_on_another_treaty_is_known(text):
    assert of_another(text)


@pytest.mark.parametrize(
    "text",
    [
        "The [Ottawa Treaty bans all mines].",
        "The CCW came first, and then [Russia joined the Ottawa Treaty].",
        "The CCW came first, then the Ottawa Treaty, and [Russia joined it].",
        "[All EU states are parties] to the mine ban, not to the Lisbon Treaty.",
        "[Russia joined the Ottawa Treaty] and the CCW.",
        "[All EU states are parties] with great joy to the CCW.",
        "[All EU states are members] of it.",
        "[All EU states are members] of our treaty.",
        "[All EU states are members] now.",
        "[All EU states signed] in Oslo.",
        "[All EU states are parties]. The CCW is another.",
        "The CCW is another. [All EU states are parties].",
    ],
)
def test_a_statement_on_our_treaty_is_ours(text):
    assert not of_another(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Russia is a party] today.", True),
        ("Every land that fears [Russia is a party] today.", False),
        ("A land that once and again in years now gone [Russia is a party] today.", False),
        ("A land that once and again in the old years now gone [Russia is a party] today.", True),
        ("Every land next to [Russia is a party] today.", False),
        ("Leaving [Russia is a party] today.", False),
        ("A land leaving [Russia is a party] today.", False),
        ("During this [Russia is a party] today.", True),
        ("Next to this [Russia is a party] today.", True),
        ("That [Russia is a party] today.", True),
        ("Now [Russia, too, is a party] today.", True),
        ("Now [Russia, Poland is a party] today.", False),
        ("Now [Russia, like others, is a party] today.", True),
        ("Now [Russia, like others is a party] today.", False),
        ("Now [Russia, like others], is a party today.", False),
        ("Now [Russia left the talks on the treaty] today.", False),
    ],
)
def test_a_state_is_what_a_sentence_speaks_of(text, expected):
    words, first, last = marked(text)
    assert is_subject(words, first, last, 1) is expected


def test_a_statement_that_names_no_state_or_only_one_has_its_subject():
    words, first, last = marked("Every land that fears [Russia is a party] today.")
    assert is_subject(words, first, last, 0)
    words, first, last = marked("Only [Russia]")
    assert is_subject(words, first, last, 1)
