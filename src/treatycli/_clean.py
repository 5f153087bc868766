"""No control, direction or zero-width character reaches a terminal: each becomes U+FFFD."""

from __future__ import annotations

_BIDI = {0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x2028, 0x202F), *range(0x2060, 0x206A)}


def clean(text: str, keep: str = "") -> str:
    """Return the text with unsafe characters replaced; those in `keep` (line end, tab) stay."""
    if text.isprintable():
        return text
    return "".join(c if c in keep or _safe(c) else "\ufffd" for c in text)


def _safe(character: str) -> bool:
    code = ord(character)
    control = code < 0x20 or 0x7F <= code < 0xA0
    return not (control or 0xD800 <= code <= 0xDFFF or code in _BIDI)
