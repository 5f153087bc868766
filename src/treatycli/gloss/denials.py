"""Whether a sentence says what its words say: it may deny it, ask it, suppose it, or speak of another."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.gloss.tokens import Words

_DENIED = frozenset(
    (
        "not no never nor neither cannot cant isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt"
        " wont wouldnt couldnt shouldnt without false falsely wrong wrongly myth mistaken mistakenly"
        " incorrect incorrectly untrue denied denies deny denying contrary misconception rather if whether"
        " unless until fewer less nobody none"
    ).split()
)
"""Words that turn a statement round or make it a question; what they stand before is not claimed."""
_SUPPOSED = frozenset("would could might may should can cannot".split())
"""Words that do so only close by."""
_INVERTED = frozenset(("had", "were", "should"))
"""Words that make a sentence a supposition, if they begin it."""
_REFUTED = frozenset("denied denies denying disputed disputes false untrue myth".split())
"""Words that turn round what stands some way before them."""
_RHETORIC = re.compile(
    r"^(?:(?:my|lords|sir|madam|mr|speaker|minister|and|but|so) )*"
    r"(?:(?:is|was|does|do)"
    r" (?:(?:it|this|he|she|they|you|minister|noble|right|hon|honourable|lord|lady|friend) )+not"
    r"|isnt (?:it|this)) (?:a )?(?:case|fact|true|right|agree|accept) that"
)
"""A question that says what it asks: `Is it not a fact that Russia is a signatory?`"""
_REPLY = re.compile(
    r"(?:(?:it|this|that|they|he|she) (?:is|was|are|were|has|have|did|do|does) )?"
    r"(?:not(?: so| true| the case| correct| right)?$|(?:plainly |simply |just )?(?:a )?"
    r"(?:wrong|false|untrue|incorrect|nonsense|mistaken|myth|error|mistake)\b)"
    r"|(?:it|this|that|they|he|she) (?:isnt|wasnt|arent|didnt|hasnt|havent|doesnt)(?: so| true)?$"
    r"|no(?:$| (?:it|they|he|she|that)\b)"
)
"""How a sentence begins that calls the one before wrong: `It is not.`, `That is wrong`, `Not so.`"""
_NOT_SUBJECT = frozenset(
    (
        "of to with from by in at near against between unlike like beside besides bordering borders border"
        " neighbours neighbors for on over than except without but bar save around round or"
    ).split()
)
"""Words behind which a state is not what the sentence speaks of: `every country next to China is a party`."""
_TREATY = frozenset("ottawa convention treaty pact accord ban mine".split())
_THINGS = frozenset(
    (
        "meeting meetings talks table spirit conference process office secretariat partners petition"
        " statement resolution text negotiations debate debates room vote session sessions group"
        " project budget website"
    ).split()
)
"""What makes another thing of a treaty's name before it: `Ukraine left the Ottawa Convention talks`."""
_RELATIVE = frozenset(("that", "which", "who", "whose"))


def is_denied(words: Words, first: int, last: int) -> bool:
    """Tell whether a sentence denies, asks or supposes what its words from one to another say.

    A statement that is not made can be neither right nor wrong. Looks from the start of the
    sentence, at most ten words before, to three words behind.
    """
    sentence = words.sentence(first)
    before = _RHETORIC.sub("", " ".join(words.folded[max(sentence.start, first - 10) : first])).split()
    behind = words.folded[last + 1 : min(sentence.stop, last + 4)]
    farther = words.folded[last + 1 : min(sentence.stop, last + 9)]
    if words.folded[sentence.start] in _INVERTED or not _REFUTED.isdisjoint(farther):
        return True
    for conjunction in ("and", "but", "which", "who", "while", "as"):
        if conjunction in behind:
            del behind[behind.index(conjunction) :]
    if _is_refuted(words, sentence.stop) or _is_of_treaty(words, last, sentence.stop):
        return True
    within = {"not", "never"} & {*words.folded[first : last + 1]}
    return bool(within or _DENIED & {*before, *behind} or _SUPPOSED & {*before[-3:], *behind})


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
    sentence = words.sentence(place, 6)
    said = words.folded[place : sentence.stop]
    return _REPLY.match(" ".join(said) if len(said) < 6 else " ".join([*said, "..."])) is not None


def is_subject(words: Words, first: int, count: int) -> bool:
    """Tell whether a state's name of so many words may be what a sentence speaks of.

    It is not behind a preposition, a participle or within a clause of another noun (`a country that fears
    Russia is a party`), nor with a comma behind it (`Ukraine, invaded by Russia, is a party`).
    """
    if not count or first + count >= len(words):
        return True
    start = first
    while start > first - 8 and not words.starts_sentence(start) and "," not in words.gap(start):
        start -= 1
    before = words.folded[start:first]
    if before and (before[-1] in _NOT_SUBJECT or before[-1].endswith("ing")):
        return False
    if not _RELATIVE.isdisjoint(before[:-1]):
        return False
    return "," not in words.gap(first + count) or words.folded[first + count] in _RELATIVE
