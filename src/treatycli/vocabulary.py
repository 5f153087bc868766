"""The closed word lists: what a cell may hold, and what an option may name. Strings, and nothing else."""

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
TREATIES = (MINE_BAN, "CCM", "CCW", "CCW-AP2", "CCW-P5", "ATT")
"""The ids of the bundled treaties: the mine ban first, then the related ones."""

CONSENTS = ("ratification", "acceptance", "approval", "accession", "succession", "consent_to_be_bound")
"""The actions by which a state consents to be bound."""
ACTIONS = ("signature", *CONSENTS, "withdrawal")
CONTESTED_ACTS = ("suspension", "withdrawal", "reservation")

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
"""Where in a text a common word counts as a mention (docs/gloss.md)."""
CONFIDENCES = ("high", "medium", "low")
VERDICTS = ("confirmed", "imprecise", "wrong")
TIERS = ("official", "specialist", "press", "minor", "weak")
"""How much weight a source carries, the strongest first."""
YES_OR_NO = ("0", "1")

CITE_STYLES = ("text", "bibtex", "csl-json", "ris")
SEARCH_TABLES = ("terms", "states", "articles", "events", "facts", "claims")

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
}
"""The columns, by table and name, that hold one of a list of words. A `bool` column holds 0 or 1."""
