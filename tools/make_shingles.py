"""Make tests/shingles.txt: hashes of every eight words in a row of public texts, and no text.

    python tools/make_shingles.py TEXT... > tests/shingles.txt

The texts (the treaty, the article) stay out of the repository; the hashes let the tests find a
definition that shares eight words in a row with one.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

RUN = 8


def hashes(text: str) -> set[str]:
    """Return the short hashes of every run of eight words, case and punctuation left out."""
    words = [w for w in (re.sub(r"[^a-z0-9]", "", w) for w in text.lower().split()) if w]
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:12] for run in runs}


def main() -> None:
    """Print the hashes of the files named as arguments, sorted, one a line."""
    found: set[str] = set()
    for name in sys.argv[1:]:
        found |= hashes(Path(name).read_text("utf-8"))
    sys.stdout.write("".join(f"{h}\n" for h in sorted(found)))


if __name__ == "__main__":
    main()
