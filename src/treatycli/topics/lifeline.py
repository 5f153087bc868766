"""A state's way through the Convention as one line, from 1997: signed, party, notice, out."""

from __future__ import annotations

from treatycli import dates, status, vocabulary
from treatycli.show.blocks import Drawing, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.records import Action
    from treatycli.show.blocks import View
    from treatycli.topics.standing import StateRow

FIRST = "1997-01-01"
MARKS = {
    vocabulary.PARTY: ("━", "="),
    vocabulary.NOT_YET_IN_FORCE: ("╌", "-"),
    vocabulary.NOT_ESTABLISHED: ("╌", "-"),
    vocabulary.WITHDRAWING: ("━", "!"),
    vocabulary.FORMER: ("▼", "x"),
    vocabulary.SIGNATORY: ("─", "-"),
    vocabulary.NOT_PARTY: ("·", "."),
}
"""How a status is drawn, in Unicode and in ASCII."""
_WORDS = {
    vocabulary.SIGNATORY: "signed",
    vocabulary.NOT_YET_IN_FORCE: "joined",
    vocabulary.NOT_ESTABLISHED: "joined",
    vocabulary.PARTY: "party",
    vocabulary.WITHDRAWING: "notice",
    vocabulary.FORMER: "out",
}


def drawing(actions: Sequence[Action], state: StateRow, documents_to: str, view: View) -> Drawing:
    """Return the line and the words under it, for the width of the view.

    It ends on the day asked about, or where that is later, on that of the latest document (ISO 8601).
    """
    end = max(FIRST, min(state.as_of, documents_to))
    width = min(view.width, 88) - 12
    cells = [_status(actions, state.treaty, place, width, end) for place in range(width)]
    years = (Span("1997 ", "quiet"), Span(f" {end[:4]}", "quiet"))
    line = [Span(view.sign(*MARKS[cell]), cell) for cell in cells]
    return Drawing(((years[0], *_joined(line), years[1]), _legend(cells, len("1997 "))), label="Lifeline")


def _status(actions: Sequence[Action], treaty: str, place: int, width: int, end: str) -> str:
    """Return the status at the end of a cell's span of days."""
    return status.status_on(actions, treaty, _day_at(place + 1, width, end)).status


def _day_at(place: int, width: int, end: str) -> str:
    """Return the day at a place of the line, which runs from 1997 to its end."""
    start, last = int(FIRST[:4]) * 12, int(end[:4]) * 12 + int(end[5:7]) - 1
    if place >= width:
        return end
    return dates.plus_months(FIRST, (last - start) * place // width)


def _joined(line: Sequence[Span]) -> list[Span]:
    """Return spans with neighbours of one tone as one."""
    joined: list[Span] = []
    for span in line:
        if joined and joined[-1].tone == span.tone:
            joined[-1] = Span(joined[-1].text + span.text, span.tone)
        else:
            joined.append(span)
    return joined


def _legend(cells: Sequence[str], start: int) -> tuple[Span, ...]:
    """Return the words under the line, each where its stretch begins, or as near as there is room."""
    words = [
        (start + place, _WORDS[cell], cell)
        for place, cell in enumerate(cells)
        if cell in _WORDS and (not place or cells[place - 1] != cell)
    ]
    limit = start + len(cells) + len(" 2026")
    places: list[int] = []
    for wanted, word, _ in reversed(words):
        places.insert(0, max(0, min(wanted, limit - len(word))))
        limit = places[0] - 1
    text: list[Span] = []
    used = 0
    for place, (_, word, cell) in zip(places, words, strict=True):
        text += [Span(" " * max(1 if used else 0, place - used)), Span(word, cell)]
        used = max(used + 1 if used else 0, place) + len(word)
    return tuple(text)
