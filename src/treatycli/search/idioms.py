"""How people word what they search for: words that are one, words that say nothing, what an opening asks.

Tables of words only, read by the other modules of this room.
"""

from __future__ import annotations

from treatycli.folding import NUMERALS, ROMAN
from treatycli.values import Record

STOP_WORDS = frozenset(
    (
        "a about after again all also am an and any anyone are arent around as at be because been before"
        " being between but by can cant could couldnt did didnt do does doesnt doing dont during each"
        " every for from get give got had hadnt has hasnt have havent having how i if in into is isnt it"
        " its just let many me mean means much must my no not now of on or ought our per please s shall"
        " should since so some such tell than that the their them then there these they this those to true"
        " until up upon via was wasnt we were werent what whats when where whether which while who whom"
        " whos whose why will with within wont would yet you your"
        " de des du le les los del der das und et dla och"
    ).split()
)
PHRASES = {
    "pull out": "leave", "pulls out": "leave", "pulled out": "leave", "pulling out": "leave",
    "get out": "leave", "got out": "leave", "opt out": "leave",
    "opting out": "leave", "opts out": "leave", "opted out": "leave", "drop out": "leave",
    "stop being bound": "leave", "stops being bound": "leave", "stopped being bound": "leave",
    "no longer bound": "leave", "not bound any more": "leave", "stop being a party": "leave",
    "change its mind": "revoke", "change their mind": "revoke", "change his mind": "revoke",
    "changes its mind": "revoke", "changed its mind": "revoke", "change your mind": "revoke",
    "changing its mind": "revoke", "take back": "revoke", "takes back": "revoke", "took back": "revoke",
    "taken back": "revoke", "taking back": "revoke", "call off": "revoke", "called off": "revoke",
    "come back": "rejoin", "comes back": "rejoin", "came back": "rejoin", "coming back": "rejoin",
    "join again": "rejoin", "get back in": "rejoin", "return to treaty": "rejoin", "go back in": "rejoin",
    "pick and choose": "partly", "only part of": "partly", "only parts of": "partly", "parts of": "partly",
    "some article": "partly article", "certain article": "partly article", "some rules": "partly article",
    "most recent": "newest", "most recently": "newest", "coming up": "upcoming", "comes next": "next",
    "still to come": "upcoming", "take place": "happen", "takes place": "happen", "took place": "happen",
    "become a party": "join", "becomes a party": "join", "became a party": "join",
    "becoming a party": "join", "sign up": "join", "signs up": "join", "signed up": "join",
    "come into force": "enter force", "came into force": "enter force",
    "come into effect": "enter force", "came into effect": "enter force", "go into effect": "enter force",
    "went into effect": "enter force", "took effect": "take effect",
    "become law": "enter force", "became law": "enter force", "becomes law": "enter force",
    "become effective": "take effect", "becomes effective": "take effect", "became effective": "take effect",
    "not party": "outside", "not a party": "outside", "not parties": "outside", "not member": "outside",
    "not members": "outside", "non party": "outside", "non parties": "outside", "never joined": "outside",
    "never signed": "outside", "not joined": "outside", "not yet joined": "outside", "not signed": "outside",
    "never ratified": "outside", "not ratified": "outside", "did not join": "outside",
    "didnt join": "outside", "havent joined": "outside", "hasnt joined": "outside",
    "not in treaty": "outside",
    "not in convention": "outside", "not part of treaty": "outside", "outside of": "outside",
    "arent party": "outside", "arent parties": "outside", "arent members": "outside", "arent in": "outside",
    "isnt in": "outside", "non member": "outside", "non members": "outside", "not belong": "outside",
    "mine free": "cleared", "free of mines": "cleared", "free of landmines": "cleared",
    "only some": "partly", "only certain": "partly",
    "seimas": "lithuania parliament", "saeima": "latvia parliament", "sejm": "poland parliament",
    "riigikogu": "estonia parliament", "eduskunta": "finland parliament",
    "rada": "ukraine parliament", "verkhovna": "",
    "clinton": "clinton usa", "obama": "obama usa", "trump": "trump usa", "biden": "biden usa",
    "zelensky": "zelensky ukraine", "zelenskyy": "zelensky ukraine", "putin": "putin russia",
    "tusk": "tusk poland", "duda": "duda poland", "stubb": "stubb finland", "assad": "assad syria",
    "square kilometre": "km2", "square kilometer": "km2",
    "square kilometres": "km2", "square kilometers": "km2",
}  # fmt: skip
"""What is read as other words: several that are one, parliaments by their names, leaders with a state."""
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third"
    " twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth"
).split()
for _number, _ordinal in enumerate(ORDINALS, 1):  # 22nd Meeting, 22MSP: the Twenty-Second Meeting
    _end = {1: "st", 2: "nd", 3: "rd"}.get(_number % 10 if _number // 10 != 1 else 0, "th")
    _word = _ordinal.replace("-", "")
    if _word != _ordinal:
        PHRASES[_ordinal.replace("-", " ")] = _word
    PHRASES[f"{_number}{_end}"] = _word
    PHRASES[f"{_number}msp"] = _word + " meeting of states parties"
    PHRASES[f"msp{_number}"] = PHRASES[f"{_number}msp"]
for _number, _names in enumerate(zip(NUMERALS, ROMAN, strict=True), 1):
    PHRASES.update({f"article {_name.replace('-', ' ')}": f"article {_number}" for _name in _names})
PHRASES |= {"msp": "meeting of states parties", "art": "article", "articles": "article"}
SAME = (
    "leave left exit quit withdraw withdrew withdrawn withdrawal denounce denunciation",
    "join accede accession ratify ratified ratification joinder",
    "sign signature signed signing",
    "disagree disagreement dispute differ",
    "pay paid cost price",
    "send sent submit submitted submission deliver",
    "most largest biggest highest",
    "border frontier neighbour",
    "war wartime conflict",
    "train training teach",
    "treaty convention",
    "spend spent funding fund money donor",
    "finish finished complete completed completion",
    "destroy destroyed destruction",
    "produce producer production make made maker manufacture",
    "keep kept retain retention",
    "clear clearance demine deminer demining",
    "object objection protest protested",
    "suspend suspension",
    "vote voted ballot",
    "lay laid",
    "use used using user usage",
    "stockpile stock",
    "casualty victim killed injured died kill dead death deadly die maimed wounded hurt",
    "preside presidency chair chaired chairman chairperson",
    "child children kid",
    "parliament parliamentary",
    "comply compliance complied",
    "amend amendment",
    "defence defense",
    "centre center",
    "programme program",
    "mine landmine mined mining",
    "antitank antivehicle",
    "begin began start",
    "extend extension",
    "contaminate contamination affected",
    "state country nation",
    "enter entry entered",
    "end ended stop stopped cease halt halted",
    "forbid forbidden ban banned prohibit prohibition",
)  # fmt: skip
"""Words that are one word for a search: inflected forms are found without being named here."""
STANDING = frozenset(
    (
        "leave join sign bound party member membership status signatory out free still outside inside"
        " compare cite position stance policy official belong law legal agree accept today current"
        " currently ever already yet part ban world take effect"
    ).split()
)
"""Words that ask where a state stands: alone beside its name they mean the state itself."""
TOPIC = frozenset(
    (
        "treaty convention ottawa mine antipersonnel anti personnel ap state apmbc people year"
        " worldwide world global globally overall"
    ).split()
)
"""Words that say little more than what all of the records are about."""

WORLDWIDE = "worldwide world globally global"


class Opening(Record):
    """How a question opens: which kinds of record it asks for, how much more than others."""

    kinds: dict[str, float]
    words: str = ""
    """What it asks about beyond its own words."""
    hint: str = ""
    """The command that counts or lists, where the question wants that."""
    counts: bool = False
    """Whether its own words are looked up as well."""


_LISTS = "treaty countries --status STATUS --group GROUP"
MEANING = Opening({"terms": 1.7, "claims": 0.7, "facts": 0.7})
_WHETHER = Opening({"claims": 1.5, "articles": 1.2, "states": 1.2})
_COUNT = Opening(
    {"facts": 1.3, "claims": 1.15, "terms": 0.7, "articles": 0.7},
    hint=f"counts: treaty stats; lists: {_LISTS}",
)
LISTING = Opening({"groups": 1.5, "facts": 1.1, "terms": 0.8}, hint=f"lists: {_LISTS}")
STATEMENT = Opening({"claims": 1.4})
"""What a sentence that is no question asks for: whether it is right."""
GATHERING = Opening({"events": 1.4, "terms": 0.7})
"""What is asked for where a meeting is named beside other words."""
MEETING = frozenset("meeting conference".split())
LISTS_BY = frozenset("affected contaminated that with without who which still using producing having".split())
"""What follows the word for states where those are to be listed: `countries affected by mines`."""
STATING = frozenset("is are was were has have must will requires bans costs".split())
_MINES = _COUNT.replace(words="stockpile")
_MOST = Opening({"facts": 1.4, "terms": 0.6}, counts=True)
_ARTICLE = Opening({"articles": 10.0})
_LANGUAGES = "arabic chinese english estonian finnish french german latvian lithuanian polish russian spanish"
OPENINGS: dict[str, Opening] = {
    "when": Opening({"events": 1.4, "terms": 0.7, "claims": 0.7}),
    "when must": Opening({"deadlines": 1.5}, words="deadline"),
    "when do": Opening({"articles": 1.5, "deadlines": 1.2, "events": 0.8}),
    "since when": Opening({"events": 1.4}),
    "date": Opening({"events": 1.4}),
    "what happened": Opening({"events": 1.6}),
    "where": Opening({"events": 1.3, "claims": 1.1, "terms": 0.6}),
    "who": Opening({"events": 1.2}),
    "why": Opening({"facts": 1.2, "events": 1.1}, words="reason"),
    "how many": _COUNT,
    "how many mines": _MINES, "how many landmines": _MINES,
    "how many antipersonnel mines": _MINES, "how many anti personnel mines": _MINES,
    **dict.fromkeys(
        ("how much of", "how much land", "how much area", "how big", "how large"),
        Opening({"facts": 1.3, "claims": 1.2, "terms": 0.7}, words="contamination"),
    ),
    "how much": Opening({"facts": 1.3, "terms": 0.7}),
    "number of": _COUNT,
    "how long": Opening({"terms": 1.2, "articles": 1.3}, words="period"),
    "how": Opening({"articles": 1.3, "terms": 1.1}),
    "is": _WHETHER, "are": _WHETHER, "was": _WHETHER, "were": _WHETHER, "did": _WHETHER, "has": _WHETHER,
    "have": _WHETHER, "does": _WHETHER, "do": _WHETHER,
    "can": Opening({"articles": 1.4, "terms": 1.3}),
    "may": Opening({"articles": 1.4, "terms": 1.3}),
    "which article": _ARTICLE, "what article": _ARTICLE, "article about": _ARTICLE, "article on": _ARTICLE,
    "article for": _ARTICLE, "article that": _ARTICLE, "in which article": _ARTICLE,
    "biggest": _MOST, "largest": _MOST, "most": _MOST, "highest": _MOST,
    "which": Opening({"articles": 1.1}),
    "what is": MEANING, "what are": MEANING, "what does": MEANING, "whats": MEANING,
    "define": MEANING, "definition": MEANING, "definition of": MEANING, "meaning": MEANING,
    "meaning of": MEANING,
    "explain": MEANING, "difference between": MEANING, "difference": MEANING,
    **{f"{language} for": MEANING for language in _LANGUAGES.split()},
}  # fmt: skip
"""What the first words of a question ask for; the longest opening counts."""
LISTED = frozenset("country countries state states member members party parties".split())
"""What `which` asks to be listed, within a few words."""
MUST = ("have to", "has to", "need to", "needs to", "supposed to", "must")
"""What asks for a deadline after `when`."""
DUE = frozenset("deadline deadlines due overdue extension extensions supposed expire expires".split())
"""Words that ask for a deadline."""
MEANT = frozenset(
    (
        "define defines defined definition meaning explain difference between stand happen happened date"
        " number allow allows allowed permit permits permitted cover covers covered regulate regulates say"
        " says said deal deals concern concerns apply applies exactly anymore right correct count counts"
        " considered vs versus"
    ).split()
)
"""Words that only ask, wherever they stand."""

JOINING = "join party member membership bound belong"
LEAVING = "leave"
SIGNING = "sign signatory"
OUTSIDE = "outside"
NOT = ("not", "never", "non", "without", "isnt", "arent", "hasnt", "havent", "didnt")
IN = f"{JOINING} sign treaty ban part"
"""Words that make a question of states one of those in the treaty."""
INSIDE = ("in treaty", "in convention", "in it", "are in")
LISTS = frozenset("list names countries states nations members parties withdrawals exits new newest".split())
"""How a list of states begins."""
NEWEST = "newest latest last recent recently new"
FIRST = "first earliest"
FIRST_TO = tuple(
    f"first {word}" for word in ("to", "state", "states", "country", "countries", "party", "one")
)
NEXT = "next upcoming forthcoming future ahead soon scheduled planned"
MEETINGS = (
    "meeting conference review clearance clear stockpile finish extension event date deadline happen come"
    " take place held host due calendar agenda"
)
DUTIES = "deadline due clearance clear stockpile finish extension"
CONFERENCE = "meeting conference"
CHAIRS = "preside president"
SINCE, BEFORE = ("since", "from"), ("before", "until", "till")
COUNTED = ("how many", "number of", "count", "total")
"""What asks for a number of states."""
WHEN = ("when", "date", "what day", "what year")
GROWING = "per yearly time growth grow grew"
YEARLY = (
    "by year",
    "per year",
    "each year",
    "every year",
    "yearly",
    "over time",
    "over years",
    "growth",
    "grew",
)
"""What asks for numbers of one year after another."""
WHOLE = (
    "anybody else nobody number count total figure list name pick choose only way option possible kind"
    " un legally really someone people person go use"
)
"""Words that add nothing to an idea."""

ASKING = frozenset(f"{NEWEST} {FIRST} {NEXT} {CHAIRS} revoke rejoin partly undo".split())
"""Words that ask for a record by more than words: where none holds them they are not taken for misspelt."""

FIGURES = "much figure statistic data worldwide world globally global estimate amount rate annual annually"
"""Words that ask for a figure of the world, as do a count and a year."""
SERIES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("casualty", "child"), "casualties-children"),
    (("casualty", "civilian"), "casualties-civilian-share"),
    (("casualty", "improvised"), "casualties-improvised-mines"),
    (("casualty", "country state"), "casualty-states"),
    (("casualty",), "casualties"),
    (("produce",), "producers"),
    (("clear", "finish completion"), "clearance-completed"),
    (("clear", "land area square km2 ground"), "land-cleared"),
    (("mine contaminate", "country state", "contaminate have with"), "affected-states"),
    (("fund",), "funding"),
    (("stockpile", "destroy"), "stockpile-destroyed"),
    (("stockpile", "country state", "without no none"), "stockpile-none"),
    (("stockpile",), "stockpile-estimate"),
    (("vote", "resolution"), "un-resolution-vote"),
)
"""What a figure of the world may be of, by words that are all there; the ids of its facts after `world`."""
