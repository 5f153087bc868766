"""Until when a status is known: the depositary's list, the latest document, and the line that says so."""

from __future__ import annotations

from treatycli import dates
from treatycli.records import Treaty
from treatycli.show.blocks import Foot, until_when
from treatycli.vocabulary import MINE_BAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.answers import Answer
    from treatycli.package import Package
    from treatycli.show.svg import Caption


def known_to(package: Package, treaty: str = MINE_BAN) -> str:
    """Return the day (ISO 8601) of the depositary's list that a treaty's actions come from."""
    row = package.one(Treaty, treaty)
    return (row.known_to if row else None) or package.as_of


def foot(known: str, documents: str, day: str | None = None) -> Foot:
    """Return the last line of a page that states a standing; `day` is the day asked about."""
    pairs = (("Known to", known), ("Documents to", documents))
    return Foot(until_when(known, documents), ((("As of", day), *pairs) if day else pairs))


def foot_of(answer: Answer, day: str | None = None) -> Foot:
    """Return the last line of an answer's page, if it states standings; `day` is the day asked about."""
    return foot(*_until(answer), day)


def _until(answer: Answer) -> tuple[str, str]:
    """Return until when the depositary's list and the documents behind an answer know (ISO 8601)."""
    known = answer.known_to or answer.as_of or ""
    return known, answer.documents_to or known


def convention(package: Package, treaty: str, narrowed: str = "") -> str:
    """Return a treaty as the heading of a picture names it, and what of it is shown: `..., NATO`."""
    row = package.one(Treaty, treaty)
    name = "the mine-ban convention" if treaty == MINE_BAN else f"the {row.short_name if row else treaty}"
    return f"{name}: {narrowed}" if narrowed else name


def caption(answer: Answer, name: str, heading: str, below: str, description: str) -> Caption:
    """Return what is said about a picture of an answer: with until when it is known, and its source."""
    from treatycli.show.svg import Caption

    known, documents = _until(answer)
    source = (
        f"Source: UN Treaty Collection, status as at {dates.words(known)};"
        f" treaty (treatycli), data {answer.data_version}."
    )
    until = until_when(known, documents)
    return Caption(name, heading, below, f"{description} {until}", (until, source))
