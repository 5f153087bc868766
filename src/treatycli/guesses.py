"""First guesses: the words and options that people try before they have read the help, and what is meant."""

from __future__ import annotations

WORDS = {
    "agenda": "timeline --ahead",
    "bibtex": "cite --style bibtex",
    "check": "data check",
    "dictionary": "terms",
    "diff": "compare",
    "events": "timeline",
    "export": "data export",
    "future": "timeline --ahead",
    "glossary": "terms",
    "history": "timeline",
    "info": "data info",
    "list": "countries",
    "members": "countries",
    "next": "timeline --ahead",
    "numbers": "stats",
    "quote": "cite",
    "statistics": "stats",
    "tables": "data info",
    "upcoming": "timeline --ahead",
}
"""Words tried as commands, each with the command that does it."""

OPTIONS = {
    "csv": "--format csv",
    "date": "--as-of DATE",
    "day": "--as-of DATE",
    "language": "--lang CODE",
    "markdown": "--format md",
    "md": "--format md",
    "o": "> FILE",
    "out": "> FILE",
    "output": "> FILE",
    "svg": "--format svg",
    "tsv": "--format tsv",
    "year": "--on YEAR or --as-of YEAR",
}
"""Options tried, each with what is written instead."""
