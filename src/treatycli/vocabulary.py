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
CONTEXTS = ("topic", "near", "never")
CONFIDENCES = ("high", "medium", "low")
VERDICTS = ("confirmed", "imprecise", "wrong")
TIERS = ("official", "specialist", "press", "minor", "weak")
"""How much a document can carry, the strongest first."""

SEARCHED = ("terms", "states", "articles", "events", "facts", "claims", "groups", "deadlines")
CITE_STYLES = ("text", "bibtex", "csl-json", "ris")
DUE_STATUSES = ("ahead", "passed", "met", "not approved")
FORMATS = ("table", "text", "json", "jsonl", "csv", "tsv", "md")
COLORS = ("auto", "always", "never")
SHELLS = ("bash", "zsh", "fish")
