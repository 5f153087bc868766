"""Bytes -> the text that they hold, in parts; or what they are, if they are no text.

An encoding is asked for by name or told by a mark at the start; nothing is guessed. A file that only
looks like a text to its owner (PDF, Word, a saved page) is named as what it is, with what to do.
"""

from __future__ import annotations

import codecs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedIOBase
    from typing import IO

PART = 1 << 18
"""How many bytes are read at a time."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF", "Save its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a Word, OpenDocument, EPUB or zip file", "Save it as plain text or HTML first"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Office file",
        "Save it as plain text or HTML first",
    ),
    (b"{\\rtf", "an RTF file", "Save it as plain text or HTML first"),
    (b"\x1f\x8b", "a gzip file", "Unpack it first: gunzip -c FILE | treaty gloss"),
    (b"BZh", "a bzip2 file", "Unpack it first: bunzip2 -c FILE | treaty gloss"),
    (b"\xfd7zXZ\x00", "an xz file", "Unpack it first: xz -dc FILE | treaty gloss"),
    (b"(\xb5/\xfd", "a zstd file", "Unpack it first: zstd -dc FILE | treaty gloss"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip file", "Unpack it first"),
    (b"Rar!\x1a\x07", "a RAR file", "Unpack it first"),
    (b"\x89PNG\r\n", "a PNG picture", "Give a text"),
    (b"\xff\xd8\xff", "a JPEG picture", "Give a text"),
    (b"GIF8", "a GIF picture", "Give a text"),
    (b"bplist", "a saved page of Safari (webarchive)", "Save it as HTML first"),
)


class NotTextError(Exception):
    """The bytes are no text that can be read: what they are, and what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def is_encoding(name: str) -> bool:
    """Tell whether a name is that of an encoding of text; `rot13` and `zip` are none."""
    try:
        return bool(codecs.lookup(name)._is_text_encoding) and name.lower() not in ("idna", "punycode")
    except (LookupError, ValueError, AttributeError, TypeError):
        return False


def parts(
    stream: BufferedIOBase | IO[bytes], encoding: str | None = None, tick: Callable[[int], None] | None = None
) -> Iterator[str]:
    """Yield a text in parts of any length; `tick` is told how many bytes were read.

    Without an encoding, it is UTF-8, or what a mark at the start says. Raises NotTextError.
    """
    data = stream.read(PART)
    _refuse_others(data)
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    name = marked or encoding or "utf-8"
    wide = name.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf16", "utf32"))
    decoder = codecs.getincrementaldecoder(name)()
    while True:
        if tick:
            tick(len(data))
        if b"\0" in data and not wide:
            raise _with_zeros(data)
        try:
            text = decoder.decode(data, final=not data)
        except (UnicodeError, ValueError):
            raise NotTextError(f"this is not text in {name}", _hint(name)) from None
        if text:
            yield text
        if not data:
            return
        data = stream.read(PART)


def _hint(name: str) -> str:
    wide = name.lower().startswith(("utf-16", "utf_16", "utf16"))
    return f"Name its encoding: --encoding {'utf-16-le' if wide else 'latin-1'}"


def _refuse_others(data: bytes) -> None:
    for mark, what, hint in _KINDS:
        if data.startswith(mark):
            raise NotTextError(f"this is {what}, not a text", hint)
    head = data[:2000].lower()
    if b"mime-version:" in head and b"multipart/related" in head:
        raise NotTextError("this is a saved page (MHTML), not a text", "Save the page as HTML first")


def _with_zeros(data: bytes) -> NotTextError:
    """Return what bytes with zeros among them are: UTF-16 without a mark, or no text at all."""
    even, odd = data[:4000:2].count(0), data[1:4000:2].count(0)
    most = len(data[:4000]) // 2 or 1
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        sample = data[:4000].decode(name, "replace")
        readable = sum(c.isprintable() or c.isspace() for c in sample) > len(sample) * 0.9
        if zeros > most * 0.4 and others < most * 0.1 and readable:
            hint = f"Name its encoding: --encoding {name}"
            return NotTextError("this is text in UTF-16 without a mark", hint)
    return NotTextError("this is not text: it holds zero bytes", "Give a text file, HTML or Markdown")
