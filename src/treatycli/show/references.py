"""References in the styles that writers and their programs read: text, BibTeX, CSL-JSON, RIS."""

from __future__ import annotations

from treatycli import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatycli.topics.cite import Reference

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


_SEEN = "seen in a copy at this address"


def render(references: Sequence[Reference], style: str) -> str:
    """Return references in one of the STYLES, ready to paste, with a line end."""
    if style == "csl-json":
        import json

        return json.dumps([_csl(r) for r in references], ensure_ascii=False, indent=2) + "\n"
    write = {"text": _text, "bibtex": _bibtex, "ris": _ris}[style]
    return "\n".join(write(reference) for reference in references)


def _text(reference: Reference) -> str:
    issued = dates.words(reference.issued) if reference.issued else "undated"
    within = f" In: {reference.within}, {reference.version}." if reference.within else ""
    address = f" {reference.url}" if reference.url else ""
    address = f" Seen at {reference.seen_at}" if reference.seen_at else address
    return f'{reference.author}. "{reference.title}".{within} {issued[0].upper() + issued[1:]}.{address}\n'


def _parts(date: str | None) -> list[int]:
    return [int(part) for part in dates.first(date)[: len(date)].split("-")] if date else []


def _bibtex(reference: Reference) -> str:
    def escaped(text: str) -> str:
        return "".join(_LATEX.get(c, c) for c in text)

    parts = _parts(reference.issued)
    fields = {
        "author": "{" + escaped(reference.author) + "}",
        "title": "{" + escaped(reference.title) + "}",
        "year": str(parts[0]) if parts else "",
        "month": str(parts[1]) if len(parts) > 1 else "",
        "day": str(parts[2]) if len(parts) > 2 else "",
        "howpublished": escaped(reference.within or ""),
        "edition": escaped(reference.version or ""),
        "url": reference.url or reference.seen_at or "",
        "note": _SEEN if reference.seen_at else "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{reference.id},\n{lines}}}\n"


def _csl(reference: Reference) -> dict[str, object]:
    address = reference.url or reference.seen_at
    csl: dict[str, object] = {
        "id": reference.id,
        "type": "entry-dictionary" if reference.within else "webpage" if address else "document",
        "title": reference.title,
        "author": [{"literal": reference.author}],
    }
    if reference.issued:
        csl["issued"] = {"date-parts": [_parts(reference.issued)]}
    if reference.within:
        csl["container-title"] = reference.within
        csl["version"] = reference.version
    if address:
        csl["URL"] = address
    if reference.seen_at:
        csl["note"] = _SEEN
    return csl


def _ris(reference: Reference) -> str:
    parts = _parts(reference.issued)
    lines = [
        ("TY", "DICT" if reference.within else "ELEC" if reference.url or reference.seen_at else "GEN"),
        ("ID", reference.id),
        ("AU", reference.author),
        ("TI", reference.title),
        ("T2", reference.within or ""),
        ("ET", reference.version or ""),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", "/".join(f"{part:02}" for part in parts)),
        ("UR", reference.url or reference.seen_at or ""),
        ("N1", _SEEN if reference.seen_at else ""),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in lines if value or tag == "ER")
