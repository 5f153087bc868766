"""Words -> what they say of the number of parties or signatories: `164 States Parties`, `over 160 countries`.

Apart from the rest, because only a text with such a number pays for the rules.
"""

from __future__ import annotations

from treatycli.gloss import times, whose
from treatycli.gloss.figures import SPELT, spelt_out
from treatycli.gloss.runs import Run, row_before, row_behind
from treatycli.parties import Count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatycli.gloss.stretch import Words

_PARTIES = "states_parties|state_parties|parties|member_states|members"
_STATES = f"{_PARTIES}|countries|states|nations|governments"
_AND = "and? territories|entities|european_union|eu?"
_ARE = (
    "are|were|is|have|had|has|been|become|became|now|currently|already|today|that|which|who|also|since"
    "|formally|fully"
)
_BOUND = f"{_ARE}+ party|parties|members|bound"
_JOINED = f"{_ARE}* joined|ratified|acceded|adhered|signed_up|signed_on|consented"
_REMAIN = f"{_ARE}* are|were|remain|remained|remains|stay|stayed|stand|belong|belonged|left"
_IN = "in|inside|within|to"
_ARE_PARTIES = Run(
    f"{_STATES} {_AND} {_BOUND}",
    f"{_STATES} {_AND} {_JOINED}",
    f"{_STATES} {_AND} {_REMAIN} {_ARE}* {_PARTIES}|party|bound",
)
"""`164 states have joined`, `161 states remain bound`: unless it is another thing that they are bound by."""
_GOES_ON = frozenset(("of", "to", "by", "in", "a", "an", "un", "nato"))
_GOES_ON_TO_OURS = Run("of|to|by|in it", f"of|to|by|in? {whose.TREATY}")
_PARTIES_TO = Run(f"{_PARTIES} to|of")
_THIS = frozenset(("this", "that", "its", "our"))
_ARE_IN = Run(
    f"{_STATES} {_AND} {_REMAIN} {_IN} it",
    f"{_STATES} {_AND} {_REMAIN} {_IN} {whose.TREATY}",
    f"{_STATES} {_AND} {_ARE}* committed to it",
    f"{_STATES} {_AND} {_ARE}* committed to {whose.TREATY}",
)
"""`161 states remain in the Convention`, `164 countries that belong to it`."""
_THERE_ARE = Run("there are|were now|still|currently?")
_STATES_IN = Run(f"{_STATES} {_AND} {_IN} it", f"{_STATES} {_AND} {_IN} {whose.TREATY}")
_OF_SOME = frozenset(("that", "which", "who", "with", "without", "report"))
"""What makes states in the treaty only some of them: `100 states in the treaty that reported`."""
_MEMBERSHIP = ("membership", "number_of states? parties|members|member_states")
_REACHES = (
    "now|currently|still|had|has|is|was*"
    " to|at|of|is|was|stands_at|stood_at|rose_to|grew_to|grown_to|fell_to|fallen_to|reached"
)
_MEMBERSHIP_IS = Run(
    *(f"{named} {_REACHES}" for named in _MEMBERSHIP),
    *(f"{named} of|in|to {whose.TREATY} {_REACHES}" for named in _MEMBERSHIP),
)
_HAS = Run(
    "has|had|have|with|counts|numbers|now|total|totals|its|convention's|treaty's",
    "bring|brings total? to",
)
_IS_JOINED_BY = Run("ratified|joined|acceded_to|binding|binds|bind|accepted|embraced by|on|upon? a_total_of?")
_SIGNATORIES = Run(
    "signatory_states|signatory_countries|signatories",
    "states|countries|nations|governments have|had? signed",
)
"""What has signed: but `signed up` and `signed on` are said of parties."""
_IS_SIGNED_BY = Run("signed_by")
_AND_JOINED = Run("and|or? ratified|acceded|joined|accepted|approved", "and|or ratify|accede|join")
"""What makes a number of signatures one of several acts: `164 states have signed or acceded`."""
_PAPERS = frozenset(
    (
        "petition petitions letter letters appeal appeals statement statements declaration declarations"
        " pledge pledges resolution resolutions communique manifesto charter memorandum protocol protocols"
        " message paper minutes bill bills"
    ).split()
)
"""What else is signed: `the statement on the mine ban was signed by 164 states`."""
_PARTIES_NAMED = Run(_PARTIES)
_STATES_NAMED = Run(_STATES)
_HOWS = {
    "over": Run("more_than|over|in_excess_of|upwards_of|beyond"),
    "from": Run("at_least|no_fewer_than|no_less_than"),
    "about": Run("about|around|some|roughly|approximately|nearly|almost|close_to|near|circa"),
    "under": Run("fewer_than|less_than|under|below"),
    "": Run("up_to|at_most"),
    "exact": Run("only|all|a_total_of"),
}
"""How a number is meant by what stands before it; nothing: so it cannot be judged."""
_HOPED = Run("may|might|could|would|should|is_to|are_to|aim|aims|goal|target|hope|hopes|dream|dreams")
"""What makes a number one that is not yet."""
_LOST = frozenset(("lost", "loses", "lose", "losing", "shed"))
"""What makes a number that of before: `has lost five of its 166 parties`."""
_CORRECTED = Run(
    "but|in_fact|in_truth? it|there|they|convention|treaty has|have|are|is|had|counts only|just|in_fact?"
)
"""How the next sentence gives another number."""
_NOUNS = frozenset(
    "states state parties member members countries nations governments signatory signatories".split()
)
_TOTALS = frozenset(("membership", "number"))
"""Words of which one stands behind a number that counts, or before it."""
_REACH, _CLOSE = 24, 13
"""How many words before a number and behind it are looked at, and how many before a correction."""


def counts_in(words: Words) -> Iterator[tuple[int, int, Count]]:
    """Yield what words say of the number of parties or signatories, with the first and last word of it.

    Only statements about the whole: `164 States Parties to the Convention`, `over 160 countries have
    joined`; not `100 States Parties reported`. Another treaty's name close by speaks against it.
    """
    for first, last, number in _numbers(words):
        if not _may_count(words, first, last):
            continue
        how, lead = _qualified(words, first)
        before, behind = row_before(words, lead, _REACH), row_behind(words, last, _REACH)
        stated = _stated(words, last, before, behind)
        if not how or stated is None or _is_not_so(before) or _is_corrected(words, last):
            continue
        kind, end = stated
        if kind == "signatories" and not _is_of_signatures(words, lead, end):
            continue
        start = lead if how == "under" else first
        if not whose.is_ours(words, start, end, number):
            continue
        is_told, when = times.time_of(words, start, end)
        is_undated = when is None and number <= whose.MOST and kind == "parties"
        if is_told and not (is_undated and times.is_past(words, start, end, 2)):
            yield start, end, Count(kind, number, how, when)


def _numbers(words: Words) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers from 100 to 199 that are no part of another, with their first and last word."""
    for place, word in enumerate(words.folded):
        if word[0] not in "1h":  # nearly every word: the rest is for those that may be a number
            continue
        if word == "hundred" and place:
            said = [words.folded[place - 1], *row_behind(words, place - 1, 4)]
            count = SPELT.ahead(said)
            if count and _stands_free(words, place - 1):
                yield place - 1, place + count - 2, spelt_out(said[:count])
        elif _is_number(word) and _stands_free(words, place) and not _goes_on_in_digits(words, place):
            yield place, place, int(word)


def _is_number(word: str) -> bool:
    return len(word) == 3 and word[0] == "1" and word.isdecimal()


def _may_count(words: Words, first: int, last: int) -> bool:
    """Tell whether a number may count states at all: most do not, and are looked at no further."""
    following = words.folded[last + 1 : last + 2]
    before = words.folded[max(0, first - _REACH) : first]
    return not (_NOUNS.isdisjoint(following) and _TOTALS.isdisjoint(before))


def _stands_free(words: Words, place: int) -> bool:
    """Tell whether no mark binds a word to that before it: `C.N.164`, `12/164`."""
    start = words.starts[place]
    return start == 0 or words.text[start - 1] not in ".,/-_"


def _goes_on_in_digits(words: Words, place: int) -> bool:
    """Tell whether a number goes on behind it: `164,5`, `164-170`, `164%`."""
    end = words.ends[place]
    mark, digit = words.text[end : end + 1], words.text[end + 1 : end + 2]
    return mark in ("%", "_") or (mark in (".", ",", "-", "–") and digit.isdecimal())


def _qualified(words: Words, place: int) -> tuple[str, int]:
    """Return how a number is meant, and the first word of what says so; nothing where it cannot be judged."""
    said = row_before(words, place, 3) if place not in words.after_the else []
    for how, rule in _HOWS.items():
        count = rule.behind(said)
        if count:
            return how, place - count
    return "exact", place


def _is_not_so(before: list[str]) -> bool:
    """Tell whether the words before a number make it one that is hoped for or has been lost."""
    return not _LOST.isdisjoint(before[-5:]) or _HOPED.found(before[-9:])


def _is_corrected(words: Words, place: int) -> bool:
    """Tell whether the sentence behind that of a number gives another one."""
    following = words.sentence(place, _CLOSE).stop
    said = words.folded[following : following + 8]
    count = _CORRECTED.ahead(said)
    if count is None or not words.starts_sentence(following):
        return False
    number, beyond = [*said[count : count + 2], "", ""][:2]
    return _is_number(number) and not beyond.startswith("signator")


def _stated(words: Words, last: int, before: list[str], said: list[str]) -> tuple[str, int] | None:
    """Return what is counted, and the last word that says so, by the words before and behind the number."""
    signed = _SIGNATORIES.ahead(said)
    if signed and said[signed - 1 : signed + 1] not in (["signed", "up"], ["signed", "on"]):
        return "signatories", last + signed
    states = _STATES_NAMED.ahead(said)
    if states and _IS_SIGNED_BY.behind(before):
        return "signatories", last + states
    count = _bound(words, last, said) or _held(before, said)
    if count is None and _MEMBERSHIP_IS.behind(before):
        count = states or 0
    return None if count is None else ("parties", last + count)


def _is_of_signatures(words: Words, first: int, last: int) -> bool:
    """Tell whether a number of signatories is one of a treaty's: no letter, nor those who joined besides."""
    sentence = words.sentence(first)
    if not _PAPERS.isdisjoint(words.folded[sentence.start : sentence.stop]):
        return False
    if _AND_JOINED.ahead(words.folded[last + 1 : min(last + 3, sentence.stop)]):
        return False
    if words.folded[last] == "signed" and _goes_on_to_another(words, last):
        return False
    return whose.named_last(words, sentence.start, first) != "body"


def _bound(words: Words, last: int, said: list[str]) -> int | None:
    """Return how many words behind a number say that so many states are parties."""
    count = _ARE_PARTIES.ahead(said)
    if count and not _goes_on_to_another(words, last + count):
        return count
    count = _PARTIES_TO.ahead(said)
    named = said[count : count + 1] if count else []
    if count and named and (named[0] in _THIS or last + count + 1 in words.after_the):
        return count - 1
    return _ARE_IN.ahead(said)


def _goes_on_to_another(words: Words, place: int) -> bool:
    """Tell whether they are joined, bound by or party to another thing: `are bound by customary law`."""
    said = row_behind(words, place, 10)
    if not said or (said[0] not in _GOES_ON and place + 1 not in words.after_the):
        return False
    return _GOES_ON_TO_OURS.ahead(said) is None


def _held(before: list[str], said: list[str]) -> int | None:
    """Return how many words behind a number name what the treaty before it has."""
    count = _STATES_IN.ahead(said)
    if count and _THERE_ARE.behind(before) and _OF_SOME.isdisjoint(said[count : count + 1]):
        return count
    count = _PARTIES_NAMED.ahead(said)
    if count and _HAS.behind(before):
        return count
    return _STATES_NAMED.ahead(said) if _IS_JOINED_BY.behind(before) else None
