"""Words about the tool itself: the introduction, the examples, the groups of commands, the versions."""

from __future__ import annotations

INTRODUCTION = """\
treaty: the mine-ban treaty (Ottawa Convention, 1997), answered in your terminal.
Words, states, dates and figures, each with its source. Offline.

  treaty define stockpiling      what a word means, plainly and in law
  treaty country lithuania       what a state did, and where it stands today
  treaty timeline --since 2025   what happened, in order

All commands: treaty --help
"""

PANELS: dict[str, tuple[str, ...]] = {
    "Look up": ("define", "country", "article", "search"),
    "Explore": ("timeline", "countries", "compare", "stats", "map", "terms", "facts", "claims"),
    "Read and cite": ("gloss", "source", "cite"),
    "Data": ("data", "schema", "completion"),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "define": (
        "treaty define stockpiling",
        "treaty define notice of withdrawal --json",
        "treaty terms --field term | treaty define -",
    ),
    "terms": ("treaty terms", "treaty terms --category weapon", "treaty terms --article 5"),
    "country": (
        "treaty country lithuania",
        "treaty country finland --as-of 2026-01-09 --field status",
        "treaty country UKR --json",
    ),
    "timeline": (
        "treaty timeline --since 2025",
        "treaty timeline --country poland --kind withdrawal_vote",
        "treaty timeline --format csv",
    ),
    "facts": (
        "treaty facts --country ukraine --topic stockpile",
        "treaty facts --world --year 2024",
        "treaty facts --topic casualties --format csv",
    ),
    "claims": ("treaty claims 160 states", "treaty claims", "treaty claims border --json"),
    "article": ("treaty article 5", "treaty article 5 --country ukraine", "treaty article"),
    "source": (
        "treaty source untc-2026-02-03",
        "treaty source landmine monitor 2024",
        "treaty source --field id",
    ),
    "data info": ("treaty data info", "treaty data info --json"),
    "data check": ("treaty data check", "treaty data check my-tables"),
    "data export": ("treaty data export mine-ban", "treaty data export merged --data my-tables"),
    "data path": ("treaty data path", 'ls "$(treaty data path)"'),
    "completion": (
        'eval "$(treaty completion bash)"',
        'eval "$(treaty completion zsh)"',
        "treaty completion fish | source",
    ),
    "schema": ("treaty schema country", "treaty schema define"),
    "gloss": (
        "treaty gloss article.txt",
        "treaty gloss --annotate --format md article.txt > annotated.md",
        "treaty gloss --annotate --html page.html > annotated.html",
    ),
    "cite": (
        "treaty cite notice of withdrawal",
        "treaty cite lithuania --style bibtex >> refs.bib",
        "treaty cite untc-2026-02-03 --style csl-json",
    ),
    "countries": (
        'treaty countries --status "former party"',
        "treaty countries --region europe --as-of 2025-01-01",
        "treaty countries --treaty CCM --sort in_force --format csv",
    ),
    "compare": (
        "treaty compare finland norway",
        "treaty compare estonia latvia lithuania --as-of 2025-12-01",
        'treaty compare "south korea" "north korea" --treaty CCW',
    ),
    "stats": ("treaty stats", "treaty stats --as-of 1999-12-31", "treaty stats --treaty CCM --json"),
    "map": ("treaty map", "treaty map --as-of 1998-01-01", "treaty map --treaty CCM"),
    "search": (
        "treaty search 160 states",
        "treaty search cluster munition withdrawal --in events,facts",
        "treaty search clearance deadline --limit 5 --json",
    ),
}


def version() -> str:
    """Return the line that `treaty --version` prints: both versions and the as-of date."""
    from treatycli import __version__
    from treatycli.package import open_package

    package = open_package()
    return f"treaty {__version__}, data {package.version} as of {package.as_of}\n"
