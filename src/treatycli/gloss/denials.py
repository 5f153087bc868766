"""Whether a sentence says what its words say: it may deny it, ask it, suppose it, or speak of another."""

from __future__ import annotations

from treatycli.gloss.elsewhere import another_at, names_another, names_ours
from treatycli.gloss.runs import Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.gloss.stretch import Words

_DENIED = frozenset(
    (
        "not no never nor neither cannot cant isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt"
        " wont wouldnt couldnt shouldnt without false falsely wrong wrongly myth mistaken mistakenly"
        " incorrect incorrectly untrue denied denies deny denying contrary misconception rather if whether"
        " unless until fewer less nobody none unfounded erroneous erroneously error inaccurate inaccurately"
        " nonsense rumour rumours rumor rumors disputed disputes reject rejects rejected refute refutes"
        " refuted misspoke imagine imagining suppose supposing assume assuming pretend pretending"
    ).split()
)
"""Words that turn a statement round or make it a question; what they stand before is not claimed."""
_DENIED_WITHIN = frozenset("not never almost nearly myth false falsely wrongly mistakenly whether if".split())
"""Words that do so within what is said."""
_SUPPOSED = frozenset("would could might may should can cannot".split())
"""Words that do so only close by."""
_INVERTED = frozenset(("had", "were", "should"))
"""Words that make a sentence a supposition, if they begin it."""
_REFUTED = frozenset(
    (
        "denied denies denying disputed disputes false untrue myth unfounded baseless mistakenly wrongly"
        " erroneously obsolete outdated inaccurate"
    ).split()
)
"""Words that turn round what stands some way before them."""
_ADDRESS = "my|lords|sir|madam|mr|speaker|minister|and|but|so*"
_RHETORIC = Run(
    f"{_ADDRESS} is|was|does|do it|this|he|she|they|you|minister|noble|right|hon|honourable|lord|lady|friend+"
    " not a? case|fact|true|right|agree|accept however? that",
    f"{_ADDRESS} isnt it|this a? case|fact|true|right|agree|accept however? that",
)
"""A question that says what it asks: `Is it not a fact that Russia is a signatory?`"""
_IT = "it|this|that|they|he|she"
_IS = "is|was|are|were|has|have|did|do|does"
_WRONG = "plainly|simply|just? a|an? wrong|false|untrue|incorrect|nonsense|mistaken|myth|error|mistake"
_REPLY = Run(
    "not so|true|case|correct|right? .",
    f"{_IT} {_IS} not so|true|case|correct|right? .",
    f"{_IT} isnt|wasnt|arent|didnt|hasnt|havent|doesnt so|true? .",
    _WRONG,
    f"{_IT} {_IS} {_WRONG}",
    "no .|it|they|he|she|that",
    "it|this|they|he|she never was|were|has|have|had|did|is",
)
"""How a sentence begins that calls the one before wrong: `It is not.`, `That is wrong`, `Not so.`

A full stop stands for the end of the sentence.
"""
_GIVEN_UP = (
    "rejected|dismissed|refuted|disproved|discredited|debunked|contradicted|denied|disputed|abandoned"
    "|corrected|retracted|dropped|retired|superseded|given_up"
)
_SAID = (
    "this|that|it|them|claim|claims|view|views|idea|ideas|notion|argument|arguments|reading|readings"
    "|figure|figures|number|numbers|estimate|estimates"
)
_MEANWHILE = f"in_fact|there|he|she|they|{_SAID}"
_COUNTERED = Run(
    f"is|was|were|been|later|since|long ~1 {_GIVEN_UP}",
    f"{_GIVEN_UP} {_SAID}",
    f"{_SAID} that|which? ~4 {_GIVEN_UP}",
    f"gave|given {_SAID} up",
    f"but|though|although|yet|which {_MEANWHILE}? {_MEANWHILE}?"
    " is|was|are|were|has|have|did|does|do|isnt|wasnt|didnt|hasnt? been? a|an?"
    " not|never|no_such|no_credible|no_reliable|wrong|false|untrue|incorrect|mistaken|mistake|myth|error"
    "|slip",
    "is|was ~2 mistake|myth|error|misreading|legend|misunderstanding",
    "out_of_date|outdated",
    "no_longer right|true|current|so",
    "no_such count|figure|number|list|thing",
    "nobody|no_one has|had? ever? counted|verified|measured|checked|knows",
)
"""How the rest of a sentence takes back what it reports: `but no such count exists`, `has been given up`."""
_ANSWERED = Run(
    f"~6 {_GIVEN_UP}|reject|rejects|denies|disputes {_SAID}",
    "but|so_far|only|yet|and* one|two|three|four|five|5 of_them|of_these|of_those?"
    " have|had|has|did|left|are|is|were|was",
    "verdict|rating|fact|truth|answer",
    "he|she|they|it meant|misspoke",
    "in_fact|in_truth|in_reality|actually",
    "~6 no_such",
    f"{_SAID} is|was|has|had|were been? never|not|no_longer|long",
)
"""How the next sentence does: `the meeting rejected this`, `five have done so`."""
_ASKING = frozenset(
    (
        "is are was were do does did has have had will would can could may might should shall isnt arent"
        " doesnt didnt hasnt havent"
    ).split()
)
"""How a question begins that a yes or a no answers."""
_ASKING_WHAT = frozenset("who what when where which how whose".split())
_TAKEN_FOR_TRUE = Run("accept|agree|acknowledge|recognise|recognize|admit|aware|know|forget that")
"""What makes a question say what it asks about: `Does he accept that ...?`."""
_QUOTE = frozenset("\"'“‘«")
_REPORTS = frozenset(
    (
        "claim claims idea story notion belief view legend fiction impression assumption suggestion"
        " allegation argument theory thesis"
    ).split()
)
"""What, with `that`, says no more than that somebody says it: `the idea that Russia is a party is old`."""
_LABELS = frozenset(
    "myth false wrong untrue fiction mistake error misconception fake incorrect legend".split()
)
_OPENING = frozenset("and but so then or well now my lords sir madam".split())
_NOT_SUBJECT = frozenset(
    (
        "of to with from by in at near against between unlike like beside besides bordering borders border"
        " neighbours neighbors for on over than except without but bar save around round or"
    ).split()
)
"""Words behind which a state is not what the sentence speaks of: `every country next to China is a party`."""
_TREATY = frozenset("ottawa convention treaty pact accord agreement ban mine apmbc".split())
_PRONOUNS = frozenset("it this that them".split())
_THINGS = frozenset(
    (
        "meeting meetings talks table spirit conference process office secretariat partners petition"
        " statement resolution text negotiations debate debates room vote session sessions group"
        " project budget website"
    ).split()
)
"""What makes another thing of a treaty's name before it: `Ukraine left the Ottawa Convention talks`."""
_BESIDE_TREATY = _THINGS | frozenset(
    (
        "bill draft decision decree question obligations duties commitments candidate reservation"
        " reservations"
        " troops forces soldiers army units brigades ambassador delegation staff hall city town region"
    ).split()
)
"""What else a state leaves, quits or signs: `withdrew its troops`, `left the decision on the Convention`."""
_BELONGING = frozenset("party parties member members bound signatory signatories".split())
_TO = frozenset("to of by in".split())
_RELATIVE = frozenset(("that", "which", "who", "whose"))
_BEHIND_COMMA = _RELATIVE | {"too", "also", "likewise", "itself", "then", "a", "an"}
"""What may follow the subject's comma: `Ukraine, too, left the treaty`."""


def is_denied(words: Words, first: int, last: int, *, says_not: bool = False) -> bool:
    """Tell whether a sentence denies, asks or supposes what its words from one to another say.

    A statement that is not made can be neither right nor wrong. Looks from the start of the
    sentence, at most ten words before, to three words behind. `says_not`: what is said is itself a
    denial, so that `not` and `never` within deny nothing.
    """
    sentence = words.sentence(first)
    before = words.folded[max(sentence.start, first - 10) : first]
    before = before[_RHETORIC.ahead(before) or 0 :]
    behind = words.folded[last + 1 : min(sentence.stop, last + 4)]
    farther = words.folded[last + 1 : min(sentence.stop, last + 9)]
    if words.folded[sentence.start] in _INVERTED or not _REFUTED.isdisjoint(farther):
        return True
    for conjunction in ("and", "but", "which", "who", "while", "as"):
        if conjunction in behind:
            del behind[behind.index(conjunction) :]
    if before and before[-1] == "that" and (len(before) == 1 or before[-2] in _REPORTS):
        return True
    if _is_labelled(words, sentence.start) or _is_refuted(words, sentence.stop):
        return True
    if _is_of_treaty(words, last, sentence.stop):
        return True
    rest = words.folded[last + 1 : min(sentence.stop, last + 20)]
    if _is_asked(words, sentence) or _COUNTERED.found(rest):
        return True
    within = _DENIED_WITHIN.intersection(words.folded[first : last + 1])
    if says_not:
        within -= {"not", "never"}
    return bool(within or _DENIED & {*before, *behind} or _SUPPOSED & {*before[-3:], *behind})


def _is_labelled(words: Words, start: int) -> bool:
    """Tell whether a word and a colon before a sentence call it wrong: `Myth: ...`."""
    return bool(start) and ":" in words.gap(start) and words.folded[start - 1] in _LABELS


def _is_asked(words: Words, sentence: range) -> bool:
    """Tell whether a sentence asks: `Does the treaty have 170 parties?`, but not why something is so."""
    end = words.ends[sentence.stop - 1]
    if "?" not in words.text[end : end + 3]:
        return False
    said = words.folded[sentence.start : sentence.stop]
    if _RHETORIC.ahead(said) is not None or _TAKEN_FOR_TRUE.found(said):
        return False
    first = next((word for word in said if word not in _OPENING), "")
    quoted = [i for i in sentence if i > sentence.start and not _QUOTE.isdisjoint(words.gap(i))]
    asks = any(words.folded[i] in _ASKING for i in quoted)
    return asks or first in _ASKING or not _ASKING_WHAT.isdisjoint(said[:2])


def is_of_another(words: Words, first: int, last: int) -> bool:
    """Tell whether a statement is on another treaty than ours, named before it, in it or right behind it.

    `All EU members are parties [to the Convention on the Rights of the Child]`. What begins with a treaty is
    on that one, whichever it names later: `The Arms Trade [Treaty, like the mine ban, bans ...]`.
    """
    sentence = words.sentence(first)
    stop = sentence.stop
    before, named_by = first, last + 1
    if words.folded[first] in _TREATY:
        before = named_by = first + 1
    if names_another(words, sentence.start, before) and not names_ours(words, sentence.start, named_by):
        return True
    following = words.folded[last + 1 : min(last + 8, stop)]
    belongs = words.folded[last] in _BELONGING and not _TO.isdisjoint(following[:1])
    if belongs and _TREATY.isdisjoint(following) and _PRONOUNS.isdisjoint(following[:2]):
        return True
    named = another_at(words, first, min(last + 10, stop))
    return named is not None and named <= last + 4 and not names_ours(words, first, named)


def _is_of_treaty(words: Words, last: int, stop: int) -> bool:
    """Tell whether a treaty at the end of a statement only says what a thing behind it belongs to."""
    while last + 1 < stop and words.folded[last + 1] in _TREATY and words.adjoins(last + 1):
        last += 1
    if words.folded[last] not in _TREATY:
        return False
    following = words.folded[last + 1] if last + 1 < stop and words.adjoins(last + 1) else ""
    return following in _THINGS or words.end(last) != words.ends[last]


def _is_refuted(words: Words, place: int) -> bool:
    """Tell whether the sentence that starts at a word says that the one before is wrong."""
    if place >= len(words) or words.text.count("\n", words.ends[place - 1], words.starts[place]) > 1:
        return False
    sentence = words.sentence(place, 12)
    said = [*words.folded[place : sentence.stop], "."]
    return _ANSWERED.ahead(said) is not None or _REPLY.ahead(said) is not None


def is_subject(words: Words, first: int, last: int, count: int) -> bool:
    """Tell whether a state's name of so many words may be what a sentence speaks of.

    It is not behind a preposition, a participle or within a clause of another noun (`a country that fears
    Russia is a party`), nor with a comma behind it that no second one follows. Nor does it leave or sign
    another thing (`Ukraine withdrew the bill on the Convention`).
    """
    if not count or first + count >= len(words):
        return True
    if not _BESIDE_TREATY.isdisjoint(words.folded[first + count : last]):
        return False
    start = first
    while start > first - 8 and not words.starts_sentence(start) and "," not in words.gap(start):
        start -= 1
    before = words.folded[start:first]
    if before and (before[-1] in _NOT_SUBJECT or before[-1].endswith("ing")):
        return False
    if not _RELATIVE.isdisjoint(before[:-1]):
        return False
    if "," not in words.gap(first + count) or words.folded[first + count] in _BEHIND_COMMA:
        return True
    is_aside = words.text[words.starts[first + count]].islower()
    return is_aside and any("," in words.gap(place) for place in range(first + count + 1, last + 1))
