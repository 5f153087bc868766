"""`datapackage.json`, checked once: what a package says of itself."""

from __future__ import annotations

import json

from treatycli.folding import unsafe
from treatycli.package.checks import is_date
from treatycli.package.codes import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatycli.answers import Problem
    from treatycli.package.rows import Meta

DESCRIPTOR = "datapackage.json"
_LONGEST = 1_000
_TEXTS = ("name", "title", "version")
_DATES = ("as_of", "depositary_as_of", "known_to")


def read_descriptor(data: bytes, problems: list[Problem]) -> Meta:
    """Return the checked description; {} and problems E113 if there is something wrong with it.

    `name`, `title`, `version` and `as_of` are there; `depositary_as_of` and `known_to` (dates) and
    `not_known` (texts, joined by line ends) are there if the file has them.
    """

    def refuse(message: str) -> Meta:
        problems.append(fault("E113", DESCRIPTOR, 1, message))
        return {}

    try:
        described = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return refuse("the file is not JSON in UTF-8")
    if not isinstance(described, dict):
        return refuse("the file is not a JSON object")
    before = len(problems)
    meta: Meta = {}
    for name in _TEXTS:
        if _is_text(described.get(name)):
            meta[name] = described[name]
        else:
            refuse(f"{name} must be a text of 1 to {_LONGEST} printable characters")
    for name in _DATES:
        value = described.get(name)
        if isinstance(value, str) and is_date(value):
            meta[name] = value
        elif value is not None or name == "as_of":
            refuse(f"{name} must be a date such as 2025-06-27")
    gaps = described.get("not_known", [])
    if not isinstance(gaps, list) or not all(_is_text(gap) for gap in gaps):
        refuse("not_known must be a list of texts")
    elif gaps:
        meta["not_known"] = "\n".join(gaps)
    return {} if len(problems) > before else meta


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and bool(value.strip()) and not unsafe(value)
