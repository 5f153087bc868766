"""Make src/treatycli/data/tiles.csv: a place on a grid for every state, roughly where it lies.

    python tools/make_tiles.py && python tools/seal.py

Rough latitudes and longitudes are stretched where states are many (half by distance, half by rank),
then each state gets a cell of its own: greedily, the most crowded first, and improved by exchanging
cells while that brings states nearer to where they belong.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from treatycli.package import BUNDLED, open_package
from treatycli.records import State

COLUMNS, ROWS = 26, 21
PLACES = """
AF 34 66; AL 41 20; DZ 28 3; AD 42.5 1.5; AO -12 18; AG 17 -62; AR -35 -65; AM 40 45; AU -25 134; AT 47.5
14; AZ 40.5 48; BS 24 -76; BH 26 50.5; BD 24 90; BB 13 -59.5; BY 53.5 28; BE 50.8 4; BZ 17 -88.5; BJ 9.5
2.3; BT 27.5 90.5; BO -17 -64; BA 44 18; BW -22 24; BR -10 -52; BN 4.5 114.7; BG 42.7 25; BF 12.5 -1.5;
BI -3.4 30; CV 15 -24; KH 12.5 105; CM 6 12.5; CA 60 -100; CF 7 21; TD 15 19; CL -32 -71; CN 35 103; CO 4
-73; KM -12 44; CG -1 15; CK -21 -160; CR 10 -84; CI 7.5 -5.5; HR 45.3 16; CU 21.7 -79; CY 35 33; CZ 49.8
15.5; KP 40 127; CD -3 23; DK 56 10; DJ 11.7 42.6; DM 15.4 -61.4; DO 19 -70.5; EC -1.5 -78.5; EG 27 30;
SV 13.7 -89; GQ 1.6 10.5; ER 15.3 39; EE 58.7 25.5; SZ -26.5 31.5; ET 9 40; FJ -18 178; FI 63 26; FR 46.5
2.5; GA -0.8 11.7; GM 13.4 -15.4; GE 42.2 43.5; DE 51 10.3; GH 8 -1; GR 39 22; GD 12.1 -61.7; GT 15.5
-90.3; GN 10.4 -10.9; GW 12 -15; GY 5 -59; HT 19 -72.5; VA 41.9 12; HN 15 -86.5; HU 47.2 19.4; IS 65
-18.5; IN 22 79; ID -3 117; IR 32.5 54; IQ 33 43.7; IE 53.2 -8; IL 31.4 35; IT 43 12; JM 18.1 -77.3; JP
36.5 138; JO 31 36.6; KZ 48 67; KE 0.5 38; KI 1.4 173; KW 29.3 47.6; KG 41.5 74.6; LA 18.5 103.5; LV 56.9
25; LB 33.9 35.9; LS -29.6 28.2; LR 6.5 -9.4; LY 27 17; LI 47.2 9.5; LT 55.2 24; LU 49.7 6.1; MG -19
46.7; MW -13.3 34.3; MY 3.5 108; MV 3.2 73.2; ML 17.5 -3.5; MT 35.9 14.4; MH 7.1 171.3; MR 20.3 -10.3; MU
-20.3 57.6; MX 23.6 -102; FM 6.9 158.2; MD 47.2 28.5; MC 43.7 7.4; MN 46.8 103; ME 42.8 19.2; MA 31.8
-6.5; MZ -18 35.5; MM 21 96.5; NA -22 17.5; NR -0.5 166.9; NP 28.3 84; NL 52.2 5.4; NZ -41 173; NI 12.8
-85; NE 17.6 9.4; NG 9.5 8; NU -19 -170; MK 41.6 21.7; NO 61 9; OM 21 56.5; PK 30 70; PW 7.5 134.6; PA
8.5 -80; PG -6.5 145; PY -23.3 -58.3; PE -9.5 -75; PH 12.5 122.5; PL 52 19.4; PT 39.5 -8; QA 25.3 51.2;
KR 36.3 128; RO 45.9 25; RU 60 60; RW -2 30; KN 17.3 -62.7; LC 13.9 -61; VC 13.2 -61.2; WS -13.7 -172.3;
SM 43.9 12.4; ST 0.3 6.7; SA 24 44.5; SN 14.5 -14.5; RS 44 20.9; SC -4.6 55.5; SL 8.5 -11.8; SG 1.3
103.8; SK 48.7 19.5; SI 46.1 14.8; SB -9.5 160; SO 5.5 46; ZA -30 24.5; SS 7.5 30; ES 40.2 -3.6; LK 7.6
80.7; PS 31.9 35.2; SD 15.5 30; SR 4 -56; SE 61 15; CH 46.8 8.2; SY 35 38.5; TJ 38.7 71; TH 15.5 101; TL
-8.8 125.9; TG 8.6 1; TO -20.4 -174.8; TT 10.5 -61.2; TN 34 9.5; TR 39 35; TM 39 59.5; TV -8 178.5; UG
1.4 32.3; UA 49 31.5; AE 24 54; GB 53.5 -2; TZ -6.3 35; US 39 -98; UY -33 -56; UZ 41.5 64; VU -16 167.5;
VE 7 -66; VN 16 107.5; YE 15.6 47.6; ZM -13.5 27.8; ZW -19 29.8
"""
Cell = tuple[int, int]
Point = tuple[float, float]


def places() -> dict[str, Point]:
    """Return latitude and longitude of each state by two-letter code."""
    listed = [entry.split() for entry in PLACES.replace("\n", " ").split(";")]
    return {code: (float(latitude), float(longitude)) for code, latitude, longitude in listed}


def stretched(values: dict[str, float], size: int) -> dict[str, float]:
    """Return values spread over 0 to size - 1: half by their distance, half by their rank."""
    order = sorted(values, key=lambda code: values[code])
    low, high = values[order[0]], values[order[-1]]
    return {
        code: (size - 1) * (0.45 * (values[code] - low) / (high - low) + 0.55 * rank / (len(order) - 1))
        for rank, code in enumerate(order)
    }


def assign(wanted: dict[str, Point]) -> dict[str, Cell]:
    """Return a cell for each code, near where it is wanted, none taken twice."""
    cells = [(row, column) for row in range(ROWS) for column in range(COLUMNS)]

    def cost(code: str, cell: Cell) -> float:
        return 1.2 * (wanted[code][0] - cell[0]) ** 2 + (wanted[code][1] - cell[1]) ** 2

    def crowd(code: str) -> int:
        return sum(cost(other, (round(wanted[code][0]), round(wanted[code][1]))) < 6 for other in wanted)

    taken: dict[Cell, str] = {}
    for code in sorted(wanted, key=lambda c: (-crowd(c), c)):
        taken[min((c for c in cells if c not in taken), key=lambda c: cost(code, c))] = code
    improved = True
    while improved:
        improved = False
        for cell in sorted(taken):
            code = taken[cell]
            for other in cells:
                if abs(other[0] - cell[0]) > 6 or abs(other[1] - cell[1]) > 6 or other == cell:
                    continue
                there = taken.get(other)
                gain = cost(code, cell) - cost(code, other)
                gain += cost(there, other) - cost(there, cell) if there else 0
                if gain > 1e-9:
                    taken[other] = code
                    if there:
                        taken[cell] = there
                    else:
                        del taken[cell]
                    improved = True
                    break
    return {code: cell for cell, code in taken.items()}


def main() -> None:
    """Write the table, and draw it to look at."""
    found = places()
    rows = stretched({code: -latitude for code, (latitude, _) in found.items()}, ROWS)
    columns = stretched({code: longitude for code, (_, longitude) in found.items()}, COLUMNS)
    cells = assign({code: (rows[code], columns[code]) for code in found})
    codes = {state.iso2: state.iso3 for state in open_package().all(State)}
    with Path(BUNDLED, "tiles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("iso3", "row", "column"))
        writer.writerows(sorted((codes[code], *cell) for code, cell in cells.items()))
    shown = {cell: code for code, cell in cells.items()}
    for row in range(ROWS):
        sys.stdout.write("".join(f"{shown.get((row, column), '  ')} " for column in range(COLUMNS)) + "\n")


if __name__ == "__main__":
    main()
