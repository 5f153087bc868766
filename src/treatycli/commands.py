"""Every command once: its topic, the words it takes, its options, its place and words in the help.

Both doors, the help, completion, the schemas, the documents and the tests read this table; a row that
lacks something is refused at import. A topic is named by a function that imports it when it is asked.
"""

from __future__ import annotations

from treatycli import vocabulary
from treatycli.options import ANY, NONE, ONE, PERHAPS, SOME, Command, Option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.topics import Topic

GROUPS = ("Look up", "Explore", "Read and cite", "Data")


def _define() -> Topic:
    from treatycli.topics.terms import DEFINE

    return DEFINE


def _terms() -> Topic:
    from treatycli.topics.terms import TERMS

    return TERMS


def _country() -> Topic:
    from treatycli.topics.country import COUNTRY

    return COUNTRY


def _article() -> Topic:
    from treatycli.topics.documents import ARTICLE

    return ARTICLE


def _source() -> Topic:
    from treatycli.topics.documents import SOURCE

    return SOURCE


def _search() -> Topic:
    from treatycli.topics.search import SEARCH

    return SEARCH


def _timeline() -> Topic:
    from treatycli.topics.timeline import TIMELINE

    return TIMELINE


def _countries() -> Topic:
    from treatycli.topics.standing import COUNTRIES

    return COUNTRIES


def _compare() -> Topic:
    from treatycli.topics.compare import COMPARE

    return COMPARE


def _stats() -> Topic:
    from treatycli.topics.stats import STATS

    return STATS


def _map() -> Topic:
    from treatycli.topics.map import MAP

    return MAP


def _deadlines() -> Topic:
    from treatycli.topics.deadlines import DEADLINES

    return DEADLINES


def _groups() -> Topic:
    from treatycli.topics.groups import GROUPS as TOPIC

    return TOPIC


def _facts() -> Topic:
    from treatycli.topics.facts import FACTS

    return FACTS


def _claims() -> Topic:
    from treatycli.topics.claims import CLAIMS

    return CLAIMS


def _gloss() -> Topic:
    from treatycli.topics.gloss import GLOSS

    return GLOSS


def _annotate() -> Topic:
    from treatycli.topics.gloss import ANNOTATE

    return ANNOTATE


def _cite() -> Topic:
    from treatycli.topics.cite import CITE

    return CITE


def _info() -> Topic:
    from treatycli.topics.data import INFO

    return INFO


def _check() -> Topic:
    from treatycli.topics.data import CHECK

    return CHECK


def _export() -> Topic:
    from treatycli.topics.data import EXPORT

    return EXPORT


def _path() -> Topic:
    from treatycli.topics.data import PATH

    return PATH


def _schema() -> Topic:
    from treatycli.topics.tool import SCHEMA

    return SCHEMA


def _completion() -> Topic:
    from treatycli.topics.tool import COMPLETION

    return COMPLETION


AS_OF = Option("as-of", "day", "The day asked about: 2025-06-27. Default: today.", "DATE", keyword="day")
EXACT = Option("exact", "flag", "Never read a misspelling as something else.")
TREATY = Option("treaty", "choice", "Which treaty. Default: APMBC, the mine ban.", "ID", vocabulary.TREATIES)
SINCE = Option("since", "date", "From this date: 2025-06-27, 2025-06 or 2025.", "DATE")
UNTIL = Option("until", "date", "Up to this date, included.", "DATE")
GROUP = Option("group", "group", "Only members of a group: nato, eu, baltic; see treaty groups.", "NAME")
REGION = Option("region", "text", "A UN region or subregion.", "NAME")
COUNTRY = Option("country", "state", "Only what concerns this state.", "NAME")
LANG = Option("lang", "language", "Only the forms of these languages: fr, or lt,German.", "A,B")
ENCODING = Option("encoding", "text", "The encoding of the text. Default: utf-8.", "NAME")

# fmt: off
ROWS = (
    Command("define", _define, SOME, "TERM...", "Look up",
        "Say what a word means, plainly and in law, with its articles and sources.",
        (
            "treaty define stockpiling", "treaty define notice of withdrawal --json",
            "treaty terms --field term | treaty define -",
        ),
        options=(EXACT, LANG, Option("full", "flag", "All forms, languages and sources.")),
        detail="Several words need no quotes; exact names of several terms give several entries. A TERM of - "
               "reads names from standard input, one a line.",
        completes=("terms",), batch=True),
    Command("country", _country, SOME, "NAME...", "Look up",
        "Show what a state did and where it stands: its status on a day, and how it got there.",
        (
            "treaty country lithuania", "treaty country finland --as-of 2026-01-09 --field status",
            "treaty country UKR --json",
        ),
        options=(
            AS_OF, EXACT, Option("full", "flag", "Everything, grouped, with whole sources."),
            Option("events", "flag", "Its events, all of them."),
            Option("facts", "flag", "What is known of it, all of it."),
            Option("sources", "flag", "Its sources with their addresses."),
        ),
        detail="Names in many languages and ISO codes are understood. A NAME of - reads names from standard "
               "input, one a line.",
        completes=("states",), batch=True),
    Command("article", _article, ANY, "[N]", "Look up",
        "Say what an article of the Convention says, in plain words; without N list all of them.",
        ("treaty article 5", "treaty article 5 --country ukraine", "treaty article"),
        options=(Option("country", "state", "Compute the article's deadline for this state.", "NAME"), AS_OF),
        completes=("articles",), batch=True),
    Command("search", _search, SOME, "WORDS...", "Look up",
        "Find words in everything: terms, states, articles, events, facts and claims, best first.",
        (
            "treaty search 160 states", "treaty search cluster munition withdrawal --in events,facts",
            "treaty search clearance deadline --limit 5 --json",
        ),
        options=(
            Option("in", "choices", "Where to look.", "A,B", vocabulary.SEARCHED, "tables"),
            Option("limit", "count", "At most so many hits. Default: 20.", "N"), AS_OF,
        )),
    Command("timeline", _timeline, ANY, "[WORDS...]", "Explore",
        "Tell the story of the treaty; with words or options, all events that fit.",
        (
            "treaty timeline", "treaty timeline poland 2025", "treaty timeline --since 2025 --ids",
            "treaty timeline --ahead",
        ),
        options=(
            SINCE, UNTIL, Option("on", "date", "On this day, or in this month or year.", "DATE"),
            COUNTRY, GROUP,
            Option("kind", "choice", "Only of this kind.", "KIND", (*vocabulary.EVENT_KINDS, "deadline")),
            Option("treaty", "choice", "Only events of this treaty.", "ID", vocabulary.TREATIES),
            Option("all", "flag", "All events, not the story alone.", keyword="whole"),
            Option("ahead", "flag", "What is still to come, with how sure it is."),
            Option("ids", "flag", "Show the id of each event, for treaty cite."),
            AS_OF,
        ),
        detail="WORDS may name a state, a year, and words that the event holds.",
        completes=("states",)),
    Command("countries", _countries, NONE, "", "Explore",
        "List the states with their status on a day, one a line.",
        (
            'treaty countries --status "former party"',
            'treaty countries --group nato --status "not party,former party"',
            "treaty countries --region europe --as-of 2025-01-01",
            "treaty countries --treaty CCM --sort in_force --format csv",
        ),
        options=(
            Option("status", "choices", "Only these statuses, joined by commas.", "STATUS",
                   vocabulary.STATUSES, "wanted"),
            GROUP, REGION, TREATY,
            Option("joined-after", "date", "In force for the state after this date.", "DATE"),
            Option("since", "date", "In force for the state from this date on.", "DATE"), AS_OF,
            Option("sort", "text", "Sort by a field.", "FIELD"),
        )),
    Command("compare", _compare, ANY, "[NAME...]", "Explore",
        "Put states side by side, with what differs marked. Quote a name of several words.",
        (
            "treaty compare finland norway", "treaty compare estonia latvia lithuania --as-of 2025-12-01",
            'treaty compare "south korea" "north korea" --treaty CCW', "treaty compare --group baltic",
        ),
        options=(GROUP, TREATY, AS_OF, EXACT),
        completes=("states",)),
    Command("stats", _stats, NONE, "", "Explore",
        "Count parties, signatories and others, by region, and how the treaty grew.",
        (
            "treaty stats", "treaty stats --as-of 1999-12-31", "treaty stats --group eu",
            "treaty stats --treaty CCM --json",
        ),
        options=(GROUP, TREATY, AS_OF, Option("chart", "flag", "A bar a year."))),
    Command("map", _map, NONE, "", "Explore",
        "Draw every state as a tile, marked by its status on a day.",
        ("treaty map", "treaty map --as-of 1998-01-01", "treaty map --group nato"),
        options=(GROUP, REGION, TREATY, AS_OF)),
    Command("deadlines", _deadlines, ANY, "[NAME...]", "Explore",
        "List the deadlines of Articles 4 and 5, soonest first, with what became of each.",
        (
            "treaty deadlines", "treaty deadlines --status ahead --until 2028", "treaty deadlines ukraine",
            'treaty deadlines --group "african union" --status passed',
        ),
        options=(
            Option("article", "article", "Only this article's: 4 or 5.", "N", ("4", "5")),
            Option("state", "state", "Only this state's.", "NAME"), COUNTRY, GROUP, REGION, SINCE, UNTIL,
            Option("status", "choices", "Only these, joined by commas.", "STATUS",
                   vocabulary.DUE_STATUSES, "wanted"),
            AS_OF,
        ),
        completes=("states",)),
    Command("groups", _groups, ANY, "[NAME...]", "Explore",
        "List the groups of states that --group takes, with their members on a day.",
        ("treaty groups", "treaty groups nato", "treaty groups baltic states --as-of 2003-01-01"),
        options=(AS_OF,), completes=("groups",)),
    Command("terms", _terms, NONE, "", "Explore",
        "List the glossary, one term a line.",
        ("treaty terms", "treaty terms --category weapon", "treaty terms --article 5"),
        options=(
            Option("category", "choice", "Only terms of this category.", "NAME", vocabulary.CATEGORIES),
            Option("article", "text", "Only terms of this article: 5.", "N"), LANG,
        )),
    Command("facts", _facts, ANY, "[WORDS...]", "Explore",
        "List sourced facts by topic, newest first; where sources disagree, every value is shown.",
        (
            "treaty facts belarus stockpile", "treaty facts --country ukraine --topic stockpile",
            "treaty facts --world --year 2024", "treaty facts --topic casualties --format csv",
        ),
        options=(
            COUNTRY,
            Option("topic", "choice", "Only on this topic.", "TOPIC", (*vocabulary.TOPICS, "deadlines")),
            Option("year", "year", "Only facts dated in this year: 2024.", "YEAR"), SINCE, UNTIL,
            Option("world", "flag", "Only facts about the world, not a state."),
        ),
        detail="WORDS may begin with a state; the others stand in the statement.",
        completes=("states",)),
    Command("claims", _claims, ANY, "[WORDS...]", "Explore",
        "Check a figure or statement met in print: confirmed, imprecise or wrong, and what is right.",
        ("treaty claims 164 parties", "treaty claims 111 parties --treaty CCM", "treaty claims border"),
        options=(TREATY, AS_OF),
        detail="WORDS may be a sentence; a number of parties, signatories or instruments is computed, for "
               "--treaty or the treaty named. What is none of ours is answered by the nearest. "
               "Without WORDS all claims on record, one a line.",
        batch=True),
    Command("gloss", _gloss, PERHAPS, "[FILE]", "Read and cite",
        "Make the glossary of a text: the terms, states, articles and claims that it mentions.",
        ("treaty gloss article.txt", "treaty gloss article.html --json", "treaty gloss - < article.txt"),
        options=(AS_OF, ENCODING, Option("brief", "flag", "Leave everyday words out.")),
        detail="Reads a FILE or standard input; plain text, Markdown or HTML. With --json every place is "
               "told by its character offsets and line.",
        completes=("files",), reads=True),
    Command("annotate", _annotate, PERHAPS, "[FILE]", "Read and cite",
        "Print a text itself, with marks where it mentions something, and notes.",
        (
            "treaty annotate article.txt", "treaty annotate article.md > annotated.md",
            "treaty annotate page.html > annotated.html",
        ),
        options=(
            AS_OF, ENCODING,
            Option("as", "choice", "In which form. Default: that of the text.", "FORM",
                   vocabulary.TEXT_FORMS, "form"),
        ),
        detail="Reads a FILE or standard input. A page of HTML comes back as itself, with notes as links; "
               "Markdown with footnotes; plain text with numbered notes.",
        completes=("files",), reads=True),
    Command("source", _source, ANY, "[ID | WORDS...]", "Read and cite",
        "Show a source by its id, and what rests on it; other words list the sources that hold them.",
        ("treaty source untc-2026-02-03", "treaty source landmine monitor 2024", "treaty source --field id"),
        options=(Option("tier", "choice", "Only documents of this strength.", "TIER", vocabulary.TIERS),),
        batch=True),
    Command("cite", _cite, SOME, "WHAT...", "Read and cite",
        "Print a ready reference to a term, state, article, event, fact, claim or source.",
        (
            "treaty cite notice of withdrawal", "treaty cite C.N.362.2025",
            "treaty cite lithuania --style bibtex >> refs.bib",
            "treaty cite untc-2026-02-03 --style csl-json",
        ),
        options=(
            Option("style", "choice", "How it is written. Default: text.", "STYLE", vocabulary.CITE_STYLES),
            Option("tool", "flag", "Cite this tool's entry too."),
        ),
        completes=("terms", "states"), batch=True),
    Command("data info", _info, NONE, "", "Data",
        "Say what the package holds: tables, rows, versions, dates, and what is not known.",
        ("treaty data info", "treaty data info --json")),
    Command("data check", _check, PERHAPS, "[DIR]", "Data",
        "List every problem of the tables, or of the package or overlay in DIR; exit 1 if there is any.",
        ("treaty data check", "treaty data check my-tables"),
        completes=("directories",), opens="directory"),
    Command("data export", _export, ONE, "DIR | FILE.db", "Data",
        "Write the tables, with an overlay laid over them, as a data package into DIR, or as SQLite.",
        (
            "treaty data export mine-ban", "treaty data export mine-ban.db",
            "treaty data export merged --data my-tables",
        ),
        options=(Option("force", "flag", "Write over files that are there."),),
        completes=("directories",), opens="directory"),
    Command("data path", _path, NONE, "", "Data",
        "Print the directory of the bundled tables.",
        ("treaty data path", 'ls "$(treaty data path)"'),
        opens="nothing"),
    Command("schema", _schema, SOME, "COMMAND", "Data",
        "Print the JSON Schema of what a command answers with --json.",
        ("treaty schema country", "treaty schema define"),
        completes=("commands",), opens="commands"),
    Command("completion", _completion, ONE, "SHELL", "Data",
        "Print the completion script for bash, zsh or fish.",
        (
            'eval "$(treaty completion bash)"', 'eval "$(treaty completion zsh)"',
            "treaty completion fish | source",
        ),
        completes=("shells",), opens="commands"),
)
# fmt: on


def _by_name(rows: tuple[Command, ...]) -> dict[str, Command]:
    """Return the rows by name; a row that lacks what the help or the doors need is refused."""
    for row in rows:
        lacks = [name for name in ("summary", "examples", "group") if not getattr(row, name)]
        if lacks or row.group not in GROUPS or (row.takes != NONE and not row.metavar):
            raise ValueError(
                f"commands.py: the row {row.name!r} needs {', '.join(lacks or ['a group and metavar'])}"
            )
    return {row.name: row for row in rows}


COMMANDS = _by_name(ROWS)
