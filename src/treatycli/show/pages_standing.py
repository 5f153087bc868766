"""Pages of states by status: the list, the comparison, the counts with their bars."""

from __future__ import annotations

from treatycli import dates
from treatycli.answers import Answer
from treatycli.items import Comparison, StateRow, Stats
from treatycli.show.blocks import Block, Drawing, Entry, Field, Foot, Grid, Section, Span, Title
from treatycli.show.pages import Room

COMPARED = {
    "region": "Region",
    "subregion": "Subregion",
    "un_member": "UN member",
    "status": "Status",
    "signed": "Signed",
    "deposited": "Deposited",
    "deposit_type": "By",
    "in_force": "In force",
    "withdrawal_notified": "Notice of withdrawal",
    "withdrawal_effective": "Withdrawal effective",
    "notification": "Notification",
}


def countries(answer: Answer, room: Room) -> list[Block]:
    """The states in a table, with counts at its foot."""
    rows = [item for item in answer.items if isinstance(item, StateRow)]
    counts = {row.status: sum(other.status == row.status for other in rows) for row in rows}
    told = "; ".join(f"{name}: {count}" for name, count in sorted(counts.items(), key=lambda p: -p[1]))
    return [
        Grid(
            ("Code", "State", "Region", "Status", "In force", "Left"),
            tuple(
                (r.iso3, r.short_name, r.region, r.status, r.in_force or "", r.withdrawal_effective or "")
                for r in rows
            ),
            tones=tuple(row.status for row in rows),
            foot=f"{len(rows)} states on {answer.as_of}" + (f". {told}" if told else ""),
        )
    ]


def compare(answer: Answer, room: Room) -> list[Block]:
    """States side by side; a line that differs is marked with `*`."""
    (item,) = answer.items
    assert isinstance(item, Comparison)
    rows = []
    for field, label in COMPARED.items():
        mark = "*" if field in item.differs else ""
        rows.append((mark, label, *(_said(getattr(state, field)) for state in item.states)))
    headers = ("", item.treaty, *(state.short_name for state in item.states))
    return [
        Grid(headers, tuple(rows), foot="* differs"),
        Foot(f"{item.as_of}, data {item.data_version}"),
    ]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value else "-"


def stats(answer: Answer, room: Room) -> list[Block]:
    """Counts by status and region, and how the number of parties grew, as bars."""
    (item,) = answer.items
    assert isinstance(item, Stats)
    share = 100 * item.un_members_parties / item.un_members if item.un_members else 0
    page: list[Block] = [
        Title("Treaty", item.treaty, dates.words(item.as_of)),
        Field("Parties", f"{item.parties} of {item.states} states for which it is in force"),
        Field("UN members", f"{item.un_members_parties} of {item.un_members} are parties, {share:.1f} %"),
        Section(
            "Status", "By status", tuple(Entry(str(c.states), c.status, tone=c.status) for c in item.counts)
        ),
        Section(
            "Region",
            "By UN region",
            tuple(Entry(f"{r.parties}/{r.states}", r.region, tail=_others(r.counts)) for r in item.regions),
        ),
    ]
    if room.drawn and item.growth:
        page += [_bars(item, room)]
    else:
        grown = tuple(Entry(growth.date, f"{growth.parties} parties") for growth in item.growth)
        page.append(Section("Growth", "Parties at the end of each year", grown))
    page.append(Foot(f"{item.as_of}, data {item.data_version}"))
    return page


def _others(counts: tuple[object, ...]) -> str:
    told = [(getattr(c, "status", ""), getattr(c, "states", 0)) for c in counts]
    return ", ".join(f"{count} {name}" for name, count in told if count and name != "party")


def _bars(item: Stats, room: Room) -> Drawing:
    """Return a bar a year, scaled so that all states would fill the width."""
    full = "█" if room.unicode else "#"
    rest = "░" if room.unicode else "."
    width = max(4, room.width - 14)
    lines: list[tuple[Span, ...]] = [(), (Span("Parties at the end of each year", "strong"),)]
    for growth in item.growth:
        long = round(width * growth.parties / max(1, item.states))
        today = "" if growth.date.endswith("12-31") else "*"
        lines.append(
            (
                Span(f"  {growth.year}{today or ' '} "),
                Span(full * long, "party"),
                Span(rest * (width - long), "quiet"),
                Span(f" {growth.parties}", "strong"),
            )
        )
    if not item.growth[-1].date.endswith("12-31"):
        lines.append((Span(f"  * {item.growth[-1].date}", "quiet"),))
    return Drawing(tuple(lines))
