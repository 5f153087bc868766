"""The languages that the glossary has forms in: their codes, their English names, and which are asked for."""

from __future__ import annotations

from treatycli.answers import WRONG, Answer, failed
from treatycli.folding import fold
from treatycli.records import Form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.package import Package

NAMES = {
    "ar": "Arabic", "zh": "Chinese", "es": "Spanish", "fr": "French", "ru": "Russian", "da": "Danish",
    "de": "German", "et": "Estonian", "fi": "Finnish", "it": "Italian", "lt": "Lithuanian",
    "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "uk": "Ukrainian",
}  # fmt: skip


def name(code: str) -> str:
    """Return the English name of a language, or of the first of several: `fr` is French."""
    first = code.split(";")[0]
    return NAMES.get(first, first)


def codes(package: Package) -> list[str]:
    """Return the codes of the languages that any term has a translation in, in order."""

    def gathered() -> list[str]:
        rows = package.all(Form, kind="translation")
        return sorted({code for row in rows for code in row.lang.split(";")})

    return package.remembered(("languages",), gathered)


def asked(package: Package, typed: str | None) -> tuple[str, ...] | Answer | None:
    """Return the codes of the languages that are asked for (`fr`, `German`, `lt,fr`); None where none is.

    What is no language of ours is answered with all of them. Nothing shorter than a whole name is one:
    two letters may be the code of another language.
    """
    if typed is None:
        return None
    known = codes(package)
    read = {fold(word): code for code in known for word in (code, name(code))}
    wanted = [part.strip() for part in typed.split(",") if part.strip()] or [typed]
    for part in wanted:
        if fold(part) not in read:
            listed = "".join(f"\n  {code} {name(code)}" for code in known)
            return failed(
                "usage", f"no term has a form in a language {part!r}", f"Use:{listed}", status=WRONG
            )
    return tuple(dict.fromkeys(read[fold(part)] for part in wanted))
