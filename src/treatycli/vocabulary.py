"""The closed word lists: what a cell or an option may say. Words only; what they mean stands elsewhere."""

from __future__ import annotations

PARTY = "party"
NOT_YET_IN_FORCE = "party, not yet in force"
NOT_ESTABLISHED = "party, entry into force not established"
WITHDRAWING = "party, withdrawal pending"
FORMER = "former party"
SIGNATORY = "signatory"
NOT_PARTY = "not party"
STATUSES = (PARTY, NOT_YET_IN_FORCE, NOT_ESTABLISHED, WITHDRAWING, FORMER, SIGNATORY, NOT_PARTY)

MINE_BAN = "APMBC"
TREATIES = ("APMBC", "CCM", "CCW", "CCW-AP2", "CCW-P5", "ATT")

CONSENTS = ("ratification", "acceptance", "approval", "accession", "succession", "consent_to_be_bound")
ACTIONS = ("signature", *CONSENTS, "withdrawal")
CONTESTED_ACTS = ("suspension", "withdrawal", "reservation")

TOPICS = (
    "contamination",
    "clearance",
    "casualties",
    "stockpile",
    "retained",
    "production",
    "transfer",
    "use",
    "victim_assistance",
    "funding",
    "border",
    "withdrawal",
    "other",
)
EVENT_KINDS = (
    "negotiation",
    "signature",
    "ratification",
    "accession",
    "entry_into_force",
    "related_treaty",
    "meeting",
    "review_conference",
    "milestone",
    "report",
    "statement",
    "use",
    "transfer",
    "withdrawal_announced",
    "withdrawal_vote",
    "withdrawal_notified",
    "withdrawal_effective",
    "suspension",
    "objection",
)
CATEGORIES = (
    "treaty_law",
    "weapon",
    "mine_action",
    "organisation",
    "humanitarian_law",
    "obligation",
    "process",
    "general",
)
NAME_KINDS = (
    "official",
    "short",
    "former",
    "abbreviation",
    "alternative",
    "local",
    "cldr",
    "adjective",
    "demonym",
    "ambiguous",
)
FORM_KINDS = ("abbreviation", "plural", "inflection", "synonym", "spelling", "translation")
CONTEXTS = ("weak", "topic", "near", "mine", "never")
PHRASE_KINDS = ("decoy", "wording", "subject", "class", "war", "person", "beside", "doubtful")
CONFIDENCES = ("high", "medium", "low")
VERDICTS = ("confirmed", "imprecise", "wrong")
TIERS = ("official", "specialist", "press", "minor", "weak")
"""How much a document can carry, the strongest first."""

STATE_OUTLETS = {
    "TASS": "RUS",
    "RIA Novosti": "RUS",
    "Izvestia": "RUS",
    "Gazeta.ru": "RUS",
    "News-Pravda network": "RUS",
    "news-pravda.com": "RUS",
    "BelTA": "BLR",
    "news.by": "BLR",
    "Xinhua": "CHN",
    "Prensa Latina": "CUB",
}
"""Publishers that speak for a state, or are close to it, and that state."""

SEARCHED = ("terms", "states", "articles", "events", "facts", "claims", "groups", "deadlines")
CITE_STYLES = ("text", "bibtex", "csl-json", "ris")
DUE_STATUSES = ("ahead", "passed", "met", "not approved")
FORMATS = ("table", "text", "json", "jsonl", "csv", "tsv", "md", "svg", "ics")
DRAWINGS = ("svg", "ics")
"""Formats that only some commands have: a picture, a calendar."""
COLORS = ("auto", "always", "never")
TEXT_FORMS = ("plain", "markdown", "html")
SHELLS = ("bash", "zsh", "fish")
YES_OR_NO = ("0", "1")
GROUP_KINDS = ("organisation", "alliance", "forum", "status", "region")
DUTY_ARTICLES = ("4", "5")
DEADLINE_STATUSES = ("set-by-treaty", "granted", "requested", "not-approved", "superseded-by-completion")

COLUMNS: dict[tuple[str, str], tuple[str, ...]] = {
    ("actions", "action"): ACTIONS,
    ("names", "kind"): NAME_KINDS,
    ("forms", "kind"): FORM_KINDS,
    ("terms", "category"): CATEGORIES,
    ("events", "kind"): EVENT_KINDS,
    ("events", "confidence"): CONFIDENCES,
    ("facts", "topic"): TOPICS,
    ("facts", "confidence"): CONFIDENCES,
    ("claims", "verdict"): VERDICTS,
    ("contested", "act"): CONTESTED_ACTS,
    ("terms", "context"): CONTEXTS,
    ("forms", "context"): CONTEXTS,
    ("sources", "tier"): TIERS,
    ("phrases", "kind"): PHRASE_KINDS,
    ("phrases", "context"): CONTEXTS,
    ("groups", "kind"): GROUP_KINDS,
    ("deadlines", "article"): DUTY_ARTICLES,
    ("deadlines", "status"): DEADLINE_STATUSES,
    ("deadlines", "confidence"): CONFIDENCES,
    ("completions", "confidence"): CONFIDENCES,
}
"""The columns, by table and name, that hold one of a list of words. A `bool` column holds 0 or 1."""
