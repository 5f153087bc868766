"""A text with notes: what it mentions marked on first use, and numbered notes at its end."""

from __future__ import annotations

from treatycli.folding import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from treatycli.topics.gloss import Annotation, GlossItem

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.05rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }}
p {{ white-space: pre-line }}
mark {{ background: none; color: inherit; font-weight: bold }}
ol {{ font-size: .9rem }}
</style></head><body>
{body}
<h2>Notes</h2>
<ol>
{notes}
</ol>
<p><small>{foot}</small></p>
</body></html>
"""


def numbered(note: Annotation) -> list[tuple[int, int, GlossItem]]:
    """Return the first place of each thing mentioned and what it is, in the order of the text."""
    firsts = sorted(
        (item.occurrences[0].start, item.occurrences[0].end, item.id, item) for item in note.items
    )
    return [(start, end, item) for start, end, _, item in firsts]


def _pieces(note: Annotation, mark: Callable[[str, str], str], plain: Callable[[str], str]) -> Iterator[str]:
    """Yield the text piece by piece, each first mention given to `mark` with its numbers."""
    place = 0
    firsts = numbered(note)
    for i, (start, end, _) in enumerate(firsts):
        if start < place:
            continue
        numbers = ",".join(str(n + 1) for n, (s, _, _) in enumerate(firsts) if n >= i and s < end)
        yield plain(note.text[place:start])
        yield mark(note.text[start:end], numbers)
        place = end
    yield plain(note.text[place:])


def text(note: Annotation, foot: str, *, strong: str = "", reset: str = "") -> str:
    """Return the text with `[1]` behind first mentions, and the notes; `strong` starts an emphasis."""
    body = "".join(
        _pieces(
            note,
            lambda word, numbers: f"{strong}{clean(word)}{reset}[{numbers}]",
            lambda part: clean(part, keep="\n\t"),
        )
    )
    notes = "".join(
        f"[{n}] {strong}{item.title}{reset}. {item.definition}\n"
        for n, (_, _, item) in enumerate(numbered(note), 1)
    )
    return f"{body.rstrip()}\n\nNotes\n{notes}\n{foot}\n"


def markdown(note: Annotation, foot: str) -> str:
    """Return the text as Markdown with footnotes, as GitHub and Pandoc read them."""
    body = "".join(
        _pieces(
            note,
            lambda word, numbers: f"**{word}**" + "".join(f"[^{n}]" for n in numbers.split(",")),
            str,
        )
    )
    notes = "".join(
        f"[^{n}]: **{item.title}**. {item.definition}\n" for n, (_, _, item) in enumerate(numbered(note), 1)
    )
    return f"{body.rstrip()}\n\n{notes}\n{foot}\n"


def page(note: Annotation, foot: str) -> str:
    """Return the text as an HTML page that stands alone: no script, nothing from elsewhere."""
    from html import escape

    body = "".join(
        _pieces(
            note,
            lambda word, numbers: (
                f"<mark>{escape(clean(word))}</mark>"
                + "".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in numbers.split(","))
            ),
            lambda part: escape(clean(part, keep="\n\t")),
        )
    )
    paragraphs = "\n".join(f"<p>{part.strip()}</p>" for part in body.split("\n\n") if part.strip())
    notes = "\n".join(
        f'<li id="n{n}"><b>{escape(item.title)}.</b> {escape(item.definition)}</li>'
        for n, (_, _, item) in enumerate(numbered(note), 1)
    )
    return _PAGE.format(title="A text with notes", body=paragraphs, notes=notes, foot=escape(foot))
