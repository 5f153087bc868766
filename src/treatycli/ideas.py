"""Ideas that people put in other words than the records do, and the records that answer them.

Tables of words only, read by `wishes.py`. A word stands for all its forms and for the words that mean the
same (`search.stem`).
"""

from __future__ import annotations

from treatycli.values import Record


class Idea(Record):
    """Sets of words of which a question has one each; the records (`table/id`) that answer it, best first."""

    needs: tuple[str, ...]
    records: tuple[str, ...]
    but: str = ""
    """Words that make it another idea."""
    named: bool = False
    """Whether it is the same where a state or a date is named."""


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
MEETING = "meeting conference"
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

_STATE = "state country party member government nation"
_WHO = "who whom which what where"
_TEXT = "text original treaty document copy"
_RULES = "treaty rule law ban obligation duty promise article"
_PARTLY = "partly partially partial except exempt exclude condition conditional selective reservation reserve"
_PUNISH = "punish punished punishment penalty penal jail prison sanction prosecute prosecuted imprison fine"
_BREAK = "break broke broken violate violation violated cheat cheating breach disobey infringe noncompliance"
_CHECK = "check verify verification enforce enforced enforcement police inspect inspection watch supervise"
_ASKS = "can may could allow allowed permit possible how"
IDEAS = (
    Idea(("revoke stop undo undone undoing cancel cancelled reverse rescind retract reconsider regret",
          f"leave notice exit decision {_STATE}"),
         ("terms/revocation-of-withdrawal", "terms/re-accession"), but="land area reduce"),
    Idea(("rejoin reenter readmit",), ("terms/re-accession", "articles/16")),
    Idea(("join accession", "again back later"), ("terms/re-accession", "articles/16"), but="ukraine"),
    Idea(("consider plan planning want threaten likely think", "leave"),
         ("claims/six-states-considering-leaving", "terms/withdrawals-2025"), but="join many mine than"),
    Idea(("else other more", "leave"),
         ("terms/withdrawals-2025", "claims/six-states-considering-leaving"), but="join many mine than"),
    Idea(("reason justify explain", "leave", "need require must have give state"),
         ("articles/20", "terms/withdrawal-clause"), but="why what"),
    Idea(("reason why", "leave"), ("terms/withdrawals-2025", "articles/20"), but="stay against"),
    Idea(("dead obsolete collapse alive weaken", "treaty norm"),
         ("terms/norm-erosion", "terms/withdrawals-2025")),
    Idea(("still valid", "treaty", "enter force valid"),
         ("events/convention-enters-into-force-1999", "articles/20")),
    Idea(("rise rising rose increase increasing grow growing fall falling decrease", "casualty"),
         ("claims/casualties-rose-22-percent-in-2024", "facts/world-casualties-2024")),
    Idea(("most top main", "fund"), ("facts/usa-funding-2022", "terms/donor")),
    Idea(("war fight fighting attack invade invaded", "leave"),
         ("terms/armed-conflict-bar", "articles/20", "terms/withdrawal-clause"), but="why reason russia"),
    Idea(("long fast quick quickly soon month period time", "leave notice"),
         ("terms/withdrawal-period", "articles/20", "terms/withdrawal-clause"),
         but="when year who which latest"),
    Idea(("take", "effect", "leave notice"), ("terms/withdrawal-period", "articles/20"), but="latest who"),
    Idea(("happen consequence effect follow after afterwards change duties obligation still remain free",
          "leave"),
         ("terms/consequences-of-withdrawal", "articles/20"), but="who which many join"),
    Idea((_PARTLY, f"join accession accept ratify sign leave {_RULES} {_STATE}"),
         ("articles/19", "terms/reservation"), but="mine stockpile definition"),
    Idea(("keep hold own guard store custody custodian look register archive", _TEXT, _WHO),
         ("terms/depositary", "articles/21", "terms/un-secretary-general"),
         but="mine stockpile record stock meeting"),
    Idea(("deposit send notify address receive", _WHO,
          "instrument ratification accession leave notice treaty paper"),
         ("terms/depositary", "articles/21", "terms/deposit"), but="when month"),
    Idea((_PUNISH,),
         ("articles/9", "terms/national-implementation-measures"), but="war clear"),
    Idea((_BREAK, f"{_RULES} {_STATE} someone who"),
         ("articles/8", "terms/breach", "terms/compliance"), but="russia ukraine"),
    Idea((_CHECK, _RULES + " compliance"),
         ("articles/8", "terms/compliance", "terms/monitoring"), but="leave"),
    Idea(("expire expires expiry duration forever permanent unlimited indefinite lifetime", "treaty"),
         ("articles/20",)),
    Idea(("change amend modify revise rewrite", "treaty text rule article wording"),
         ("articles/13", "terms/amendment"), but="mind leave circumstance"),
    Idea(("pay cost finance", "meeting conference"), ("articles/14", "terms/meeting-costs")),
    Idea(("language languages version", _TEXT), ("articles/22", "terms/authentic-texts")),
    Idea(("report reporting", "article when day long often yearly due every regularly send deadline"),
         ("articles/7", "terms/article-7-report"), but="monitor casualty"),
    Idea(("help assist assistance support care aid rehabilitation", "casualty survivor amputee"),
         ("terms/victim-assistance", "articles/6")),
    Idea(("casualty survivor", "article"), ("articles/6",)),
    Idea(("long time year limit", "clear"), ("articles/5", "terms/article-5-clearance"),
         but="when who which much"),
    Idea(("long time limit", "destroy", "stockpile"), ("articles/4", "terms/stockpile-destruction"),
         but="when who which much"),
    Idea(("pay finance fund", "clear action", "who"),
         ("terms/donor", "articles/6", "terms/international-cooperation"), but="most largest much"),
    Idea(("train training teach practice practise", "mine", "keep retain may allow can could exception"),
         ("articles/3", "terms/retained-mines"), but="most who which many"),
    Idea(("join", _ASKS + " who open eligible"), ("articles/16", "terms/accession"),
         but="many when last latest first since leave newest"),
    Idea(("leave", "how can may could allow allowed right possible procedure rule"),
         ("articles/20", "terms/withdrawal", "terms/withdrawal-clause"), but="many when since vote"),
    Idea(("most worst heaviest heavily", "mine contaminate"),
         ("claims/ukraine-most-mined-country",), but="stockpile casualty produce clear destroy use cost"),
    Idea(("still left remain remaining not yet", "stockpile destroy"),
         ("facts/world-stockpile-none-2024", "facts/grc-stockpile-left-2024",
          "facts/ukr-stockpile-left-2024"), but="why deadline keep how"),
    Idea(("write wrote written draft drafted author negotiate negotiated", "treaty text"),
         ("events/austria-first-draft-treaty-1996", "events/oslo-diplomatic-conference-opens-1997",
          "events/convention-text-adopted-oslo-1997"), but="where when"),
    Idea(("article", "ban", "use stockpiling produce transfer develop acquire"), ("articles/1",)),
    Idea(("most worst", "casualty", _STATE + " where"),
         ("facts/mmr-casualties-rank-2023", "facts/syr-casualties-rank-2022",
          "facts/world-casualties-rank-2018")),
    Idea(("most main", "produce"), ("facts/world-producers-2014", "terms/production"), but="stop end"),
    Idea(("still", "produce", _STATE + " who"), ("facts/world-producers-2014", "terms/production")),
    Idea(("object oppose opposed condemn reject rejected against criticise react reaction", "suspend"),
         ("events/further-objections-to-ukraine-suspension-2025",
          "events/switzerland-objects-to-ukraine-suspension-2025", "events/parties-reject-suspension-2025"),
         but="switzerland swiss vote", named=True),
    Idea(("effect legal legally valid lawful allow possible can may permit", "suspend"),
         ("claims/ukraine-suspension-frees-it", "terms/ukraine-suspension", "terms/suspension"),
         but="vote parliament notify when", named=True),
    Idea(("every all everyone everybody everywhere", "obey bound apply illegal legal follow comply"),
         ("claims/mines-banned-for-everyone", "terms/customary-ihl"), but="member party"),
    Idea(("what", "ban"), ("claims/ban-covers-use-production-stockpiling-transfer", "articles/1"),
         but="mine article state who all use weapon mean"),
    Idea(("outside", "bound apply illegal law legal prohibit custom customary"),
         ("claims/mines-banned-for-everyone", "terms/customary-ihl", "terms/state-not-party")),
    Idea(("not except exempt exclude excluded", "cover ban include apply", "weapon mine kind type device"),
         ("claims/convention-bans-all-landmines", "terms/anti-vehicle-mine", "articles/2"),
         but="join party bound"),
    Idea(("outside", "observer attend invite participate"), ("terms/observer", "terms/state-not-party")),
    Idea(("rebel militia insurgent guerrilla", "treaty ban bound apply sign commit promise"),
         ("terms/nsag", "terms/deed-of-commitment", "terms/geneva-call")),
    Idea(("ally allied allies jointly coalition", "outside use operate mine"),
         ("terms/interoperability", "terms/assistance-ban")),
    Idea(("purpose aim goal point exist", "treaty"), ("articles/Preamble", "terms/ottawa-convention")),
)  # fmt: skip
"""The first idea that fits counts."""
