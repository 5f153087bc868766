"""Add state names in other languages, adjectives and demonyms to src/treatycli/data/names.csv.

    python tools/make_names.py && python tools/seal.py

Names in other languages come from the Unicode CLDR, by way of Babel; adjectives and demonyms are
listed here. Rows of other kinds stay as they are. A name that would lead to two states is left out.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from babel import Locale

from treatycli.names import fold
from treatycli.package import BUNDLED
from treatycli.records import Name

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es", "et", "fi", "lv", "lt", "pl", "uk", "de", "pt", "it", "ja")
PEOPLES = """
AFG Afghan: Afghans | ALB Albanian: Albanians | DZA Algerian: Algerians | AND Andorran: Andorrans | AGO
Angolan: Angolans | ATG Antiguan: Antiguans, Barbudan, Barbudans | ARG Argentine, Argentinian:
Argentines, Argentinians | ARM Armenian: Armenians | AUS Australian: Australians | AUT Austrian:
Austrians | AZE Azerbaijani: Azerbaijanis | BHS Bahamian: Bahamians | BHR Bahraini: Bahrainis | BGD
Bangladeshi: Bangladeshis | BRB Barbadian: Barbadians | BLR Belarusian: Belarusians | BEL Belgian:
Belgians | BLZ Belizean: Belizeans | BEN Beninese | BTN Bhutanese | BOL Bolivian: Bolivians | BIH
Bosnian, Bosnian-Herzegovinian: Bosnians | BWA Botswanan, Motswana: Batswana | BRA Brazilian: Brazilians
| BRN Bruneian: Bruneians | BGR Bulgarian: Bulgarians | BFA Burkinabe, Burkinabé | BDI Burundian:
Burundians | CPV Cabo Verdean, Cape Verdean: Cape Verdeans | KHM Cambodian: Cambodians | CMR Cameroonian:
Cameroonians | CAN Canadian: Canadians | CAF Central African: Central Africans | TCD Chadian: Chadians |
CHL Chilean: Chileans | CHN Chinese | COL Colombian: Colombians | COM Comorian: Comorians | COK Cook
Islander: Cook Islanders | CRI Costa Rican: Costa Ricans | CIV Ivorian: Ivorians | HRV Croatian:
Croatians, Croats | CUB Cuban: Cubans | CYP Cypriot: Cypriots | CZE Czech: Czechs | PRK North Korean:
North Koreans | DNK Danish: Danes | DJI Djiboutian: Djiboutians | ECU Ecuadorian, Ecuadorean: Ecuadorians
| EGY Egyptian: Egyptians | SLV Salvadoran: Salvadorans | GNQ Equatoguinean, Equatorial Guinean:
Equatorial Guineans | ERI Eritrean: Eritreans | EST Estonian: Estonians | SWZ Swazi, Eswatini: Swazis |
ETH Ethiopian: Ethiopians | FJI Fijian: Fijians | FIN Finnish: Finns, Finn | FRA French: Frenchman,
Frenchwoman | GAB Gabonese | GMB Gambian: Gambians | GEO Georgian: Georgians | DEU German: Germans | GHA
Ghanaian: Ghanaians | GRC Greek: Greeks | GRD Grenadian: Grenadians | GTM Guatemalan: Guatemalans | GIN
Guinean: Guineans | GNB Bissau-Guinean: Bissau-Guineans | GUY Guyanese | HTI Haitian: Haitians | HND
Honduran: Hondurans | HUN Hungarian: Hungarians | ISL Icelandic: Icelanders, Icelander | IND Indian:
Indians | IDN Indonesian: Indonesians | IRN Iranian: Iranians | IRQ Iraqi: Iraqis | IRL Irish: Irishman,
Irishwoman | ISR Israeli: Israelis | ITA Italian: Italians | JAM Jamaican: Jamaicans | JPN Japanese | JOR
Jordanian: Jordanians | KAZ Kazakh, Kazakhstani: Kazakhs | KEN Kenyan: Kenyans | KIR I-Kiribati | KWT
Kuwaiti: Kuwaitis | KGZ Kyrgyz, Kyrgyzstani | LAO Laotian: Laotians | LVA Latvian: Latvians | LBN
Lebanese | LSO Basotho, Mosotho | LBR Liberian: Liberians | LBY Libyan: Libyans | LIE Liechtensteiner:
Liechtensteiners | LTU Lithuanian: Lithuanians | LUX Luxembourgish, Luxembourger: Luxembourgers | MDG
Malagasy | MWI Malawian: Malawians | MYS Malaysian: Malaysians | MDV Maldivian: Maldivians | MLI Malian:
Malians | MLT Maltese | MHL Marshallese | MRT Mauritanian: Mauritanians | MUS Mauritian: Mauritians | MEX
Mexican: Mexicans | FSM Micronesian: Micronesians | MDA Moldovan: Moldovans | MCO Monegasque, Monacan |
MNG Mongolian: Mongolians | MNE Montenegrin: Montenegrins | MAR Moroccan: Moroccans | MOZ Mozambican:
Mozambicans | MMR Burmese | NAM Namibian: Namibians | NRU Nauruan: Nauruans | NPL Nepali, Nepalese:
Nepalis | NLD Dutch: Dutchman, Dutchwoman | NZL New Zealander: New Zealanders | NIC Nicaraguan:
Nicaraguans | NER Nigerien: Nigeriens | NGA Nigerian: Nigerians | NIU Niuean: Niueans | MKD Macedonian:
Macedonians | NOR Norwegian: Norwegians | OMN Omani: Omanis | PAK Pakistani: Pakistanis | PLW Palauan:
Palauans | PAN Panamanian: Panamanians | PNG Papua New Guinean: Papua New Guineans | PRY Paraguayan:
Paraguayans | PER Peruvian: Peruvians | PHL Filipino, Philippine: Filipinos | POL Polish: Poles, Pole |
PRT Portuguese | QAT Qatari: Qataris | KOR South Korean: South Koreans | ROU Romanian: Romanians | RUS
Russian: Russians | RWA Rwandan: Rwandans | KNA Kittitian: Kittitians, Nevisian | LCA Saint Lucian: Saint
Lucians | VCT Vincentian: Vincentians | WSM Samoan: Samoans | SMR Sammarinese | STP Sao Tomean: Sao
Tomeans | SAU Saudi, Saudi Arabian: Saudis | SEN Senegalese | SRB Serbian: Serbians, Serbs | SYC
Seychellois | SLE Sierra Leonean: Sierra Leoneans | SGP Singaporean: Singaporeans | SVK Slovak,
Slovakian: Slovaks | SVN Slovene, Slovenian: Slovenes, Slovenians | SLB Solomon Islander: Solomon
Islanders | SOM Somali: Somalis | ZAF South African: South Africans | SSD South Sudanese | ESP Spanish:
Spaniards, Spaniard | LKA Sri Lankan: Sri Lankans | PSE Palestinian: Palestinians | SDN Sudanese | SUR
Surinamese | SWE Swedish: Swedes, Swede | CHE Swiss | SYR Syrian: Syrians | TJK Tajik, Tajikistani:
Tajiks | THA Thai: Thais | TLS Timorese, East Timorese | TGO Togolese | TON Tongan: Tongans | TTO
Trinidadian: Trinidadians | TUN Tunisian: Tunisians | TUR Turkish: Turks | TKM Turkmen | TUV Tuvaluan:
Tuvaluans | UGA Ugandan: Ugandans | UKR Ukrainian: Ukrainians | ARE Emirati: Emiratis | GBR British:
Britons, Briton | TZA Tanzanian: Tanzanians | USA American: Americans | URY Uruguayan: Uruguayans | UZB
Uzbek, Uzbekistani: Uzbeks | VUT ni-Vanuatu | VEN Venezuelan: Venezuelans | VNM Vietnamese | YEM Yemeni:
Yemenis | ZMB Zambian: Zambians | ZWE Zimbabwean: Zimbabweans
"""
AMBIGUOUS = {
    "Congolese": ("COD", "COG"),
    "Korean": ("KOR", "PRK"),
    "Koreans": ("KOR", "PRK"),
    "Dominican": ("DMA", "DOM"),
    "Dominicans": ("DMA", "DOM"),
}
KINDS = ("cldr", "adjective", "demonym")
Row = tuple[str, str, str, str]


def peoples() -> list[Row]:
    """Return the adjectives and demonyms as rows of the table."""
    rows = []
    for entry in PEOPLES.replace("\n", " ").split("|"):
        code, _, said = entry.strip().partition(" ")
        adjectives, _, demonyms = said.partition(":")
        for kind, names in (("adjective", adjectives), ("demonym", demonyms)):
            rows += [(code, name.strip(), kind, "en") for name in names.split(",") if name.strip()]
    rows += [(code, name, "ambiguous", "en") for name, codes in AMBIGUOUS.items() for code in codes]
    return rows


def in_languages(codes: dict[str, str], taken: dict[str, set[str]]) -> list[Row]:
    """Return the CLDR's names that are not known already, one row a name with all its languages."""
    languages: dict[tuple[str, str], list[str]] = {}
    for language in LANGUAGES:
        territories = Locale(language).territories
        for iso2, iso3 in codes.items():
            languages.setdefault((iso3, territories[iso2].strip()), []).append(language)
    owners: dict[str, set[str]] = {}
    for iso3, name in languages:
        owners.setdefault(fold(name), set()).add(iso3)
    return [
        (iso3, name, "cldr", ";".join(found))
        for (iso3, name), found in languages.items()
        if owners[fold(name)] | taken.get(fold(name), set()) == {iso3}
        and iso3 not in taken.get(fold(name), set())
    ]


def main() -> None:
    """Write the table anew."""
    path = Path(BUNDLED, "names.csv")
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    people = peoples()
    kept = [tuple(row) for row in rows if row[2] not in KINDS and row[1] not in AMBIGUOUS]
    with Path(BUNDLED, "states.csv").open(encoding="utf-8", newline="") as file:
        states = list(csv.DictReader(file))
    taken: dict[str, set[str]] = {}
    for state in states:
        for field in ("name", "short_name", "iso2", "iso3"):
            taken.setdefault(fold(state[field]), set()).add(state["iso3"])
    for iso3, name, *_ in [*kept, *people]:
        taken.setdefault(fold(name), set()).add(iso3)
    made = in_languages({state["iso2"]: state["iso3"] for state in states}, taken)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted({*kept, *people, *made}))
    assert header == list(Name.FIELDS)
    sys.stdout.write(f"{len(kept)} kept, {len(people)} of peoples, {len(made)} from the CLDR\n")


if __name__ == "__main__":
    main()
