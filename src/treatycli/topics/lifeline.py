"""A state's way through the Convention as one line: signed, party, notice, out, from 1997 to the last known day."""

from __future__ import annotations

from treatycli import dates, status
from treatycli.show.blocks import Drawing, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.records import Action
    from treatycli.show.blocks import View
    from treatycli.topics.standing import StateRow

FIRST = "1997-01-01"
MARKS = {
    status.PARTY: ("━", "="),
    status.NOT_YET_IN_FORCE: ("╌", "-"),
    status.NOT_ESTABLISHED: ("╌", "-"),
    status.WITHDRAWING: ("━", "!"),
    status.FORMER: ("▼", "x"),
    status.SIGNATORY: ("─", "-"),
    status.NOT_PARTY: ("·", "."),
}
"""How a status is drawn, in Unicode and in ASCII."""
_WORDS = {
    status.SIGNATORY: "signed",
    status.NOT_YET_IN_FORCE: "joined",
    status.NOT_ESTABLISHED: "joined",
    status.PARTY: "party",
    status.WITHDRAWING: "notice",
    status.FORMER: "out",
}


def drawing(actions: Sequence[Action], state: StateRow, view: View) -> Drawing:
    """Return the line and the words under it, for the width of the view.

    It ends on the day asked about, or where that is later, on the last day that the data know.
    """
    end = min(state.as_of, state.known_to) if state.as_of >= FIRST else FIRST
    end = (
        max(end, state.withdrawal_effective or "")
        if (state.withdrawal_effective or "") <= state.as_of
        else end
    )
    width = min(view.width, 88) - 12
    cells = [_status(actions, state.treaty, place, width, end) for place in range(width)]
    years = (Span("1997 ", "quiet"), Span(f" {end[:4]}", "quiet"))
    line = [Span(_mark(cell, view), cell) for cell in cells]
    return Drawing(((years[0], *_joined(line), years[1]), _legend(cells)), label="Lifeline")


def _status(actions: Sequence[Action], treaty: str, place: int, width: int, end: str) -> str:
    """Return the status at the end of a cell's span of days."""
    return status.status_on(actions, treaty, _day_at(place + 1, width, end)).status


def _day_at(place: int, width: int, end: str) -> str:
    """Return the day at a place of the line, which runs from 1997 to its end."""
    start, last = int(FIRST[:4]) * 12, int(end[:4]) * 12 + int(end[5:7]) - 1
    if place >= width:
        return end
    return dates.plus_months(FIRST, (last - start) * place // width)


def _mark(cell: str, view: View) -> str:
    return MARKS[cell][0 if view.unicode else 1]


def _joined(line: Sequence[Span]) -> list[Span]:
    """Return spans with neighbours of one tone as one."""
    joined: list[Span] = []
    for span in line:
        if joined and joined[-1].tone == span.tone:
            joined[-1] = Span(joined[-1].text + span.text, span.tone)
        else:
            joined.append(span)
    return joined


def _legend(cells: Sequence[str]) -> tuple[Span, ...]:
    """Return the words under the line, each where its stretch begins; one that has no room moves on."""
    text: list[Span] = []
    used = -5
    for place, cell in enumerate(cells):
        word = _WORDS.get(cell, "")
        if not word or (place and cells[place - 1] == cell):
            continue
        gap = max(place - used, 1 if used > -5 else 0)
        text += [Span(" " * gap), Span(word, cell)]
        used = max(place, used + 1 if used > -5 else place) + len(word)
    return tuple(text)
