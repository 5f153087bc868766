"""One typical call of every command, for the tests that hold a promise for all of them."""

from __future__ import annotations

from conftest import DAY

CALLS: dict[str, list[str]] = {
    "define": ["define", "stockpiling"],
    "terms": ["terms", "--category", "weapon"],
    "country": ["country", "tuvalu", "--as-of", DAY],
    "timeline": ["timeline", "--since", "2026-02", "--as-of", DAY],
    "search": ["search", "clearance", "deadline", "--limit", "4"],
    "facts": ["facts", "--country", "lithuania", "--topic", "retained"],
    "claims": ["claims", "160", "states"],
    "article": ["article", "4", "--country", "finland", "--as-of", "2025-01-01"],
    "source": ["source", "hrrc-2025-07-10"],
    "cite": ["cite", "stockpiling"],
    "gloss": ["gloss", "-"],
    "gloss annotate": ["gloss", "--annotate", "-"],
    "data info": ["data", "info"],
    "data check": ["data", "check"],
    "countries": ["countries", "--status", "former party", "--as-of", DAY],
    "compare": ["compare", "lithuania", "norway", "--as-of", DAY],
    "stats": ["stats", "--as-of", DAY],
    "map": ["map", "--as-of", DAY],
}
OTHERS = {
    "data path": ["data", "path"],
    "schema": ["schema", "define"],
    "completion": ["completion", "bash"],
    "help": ["--help"],
    "help of a command": ["country", "--help"],
    "version": ["--version"],
    "introduction": [],
}
TEXT = "Estonia left the Ottawa Convention. Landmines kill civilians; 160 states agreed.\n"


def everything() -> dict[str, list[str]]:
    """Return a call of every command and of what else prints."""
    return {**CALLS, **OTHERS}
