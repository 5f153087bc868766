"""Add state names in other languages, adjectives and demonyms to src/treatycli/data/names.csv.

    pip install babel hdx-python-country
    python tools/make_names.py && python tools/seal.py

Names in other languages come from the Unicode CLDR, by way of Babel: all states in LANGUAGES, and each
state in its own official languages. The names that the United Nations use in their six languages come
from the table of countries and territories of OCHA, which hdx-python-country carries. Adjectives,
demonyms and a few more names are listed here, those of parts of a state among them: they suggest it.
Rows of other kinds stay as they are. A name that would lead to two states is left out. What
`names.resolve` composes by itself (`Republik Togo`) needs no row.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.languages import get_territory_language_info

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
MORE = """
BIH former en: Republic of Bosnia and Herzegovina
BLR alternative de: Weißrussland
BLR alternative ru: Белоруссия
BRN alternative en: Nation of Brunei
CHN local zh: 中华人民共和国
CIV alternative de: Elfenbeinküste
CIV alternative es: Costa de Marfil
COD abbreviation en: DROC
COD alternative en: Congo-Zaire
CZE alternative de: Tschechische Republik
CZE alternative es: República Checa
FJI former en: Republic of the Fiji Islands
FJI alternative en: Fiji Islands
GBR alternative de: Großbritannien
GMB former en: Islamic Republic of the Gambia
MDV alternative en: Maldive Islands
NRU former en: Pleasant Island
NRU alternative en: Naoero, Republic of Naoero
PNG abbreviation en: P.N. Guinea
PSE alternative en: West Bank and Gaza, West Bank and Gaza Strip
PSE abbreviation en: oPt
PSE alternative de: Palästina
RUS alternative de: Russische Föderation
RWA alternative en: Rwandese Republic
SLB alternative de: Salomon-Inseln
SWZ former es: Suazilandia
SYR alternative de: Syrische Arabische Republik
URY alternative en: Oriental Republic of Uruguay
VAT alternative de: Vatikanstaat
VAT alternative fr: Saint-Siège
VAT alternative es: Santa Sede
VAT alternative zh: 教廷, 罗马教廷
VAT alternative ar: الكرسي الرسولي
VNM former en: Republic of Vietnam
YEM former en: Yemen Arab Republic, Yemen People's Republic, People's Democratic Republic of Yemen
YEM former de: Jemenitische Arabische Republik
ALB local sq: Shqipëri, Shqipnia
ARM local hy: Հայաստանի Հանրապետություն
BHR local ar: Mamlakat al-Baḥrayn
CHN local zh: Zhōnghuá Rénmín Gònghéguó
COM local ar: al-Ittiḥād al-Qumurī
COM local sw: Udzima wa Komori
CYP local el: Κυπριακή Δημοκρατία
DJI local so: Jabuuti
DJI local aa: Gabuuti, Gabuutih Ummuuno
DZA local kab: Dzayer
ERI local ti: Ertrā
ERI local ar: Iritriyā
FJI local fj: Matanitu ko Viti
GAB local fr: République gabonaise
GRC local el: Ελληνική Δημοκρατία
HTI local ht: Ayiti
IRL local ga: Poblacht na hÉireann
IND local hi: Bharat Ganrajya
IRN local fa: Jomhuri-ye Eslāmi-ye Irān
ISR local he: Medīnat Yisrā'el
JOR local ar: al-Mamlakah al-Urdunīyah al-Hāshimīyah
KGZ local ky: Кыргыз Республикасы
LAO local lo: Sathalanalat Paxathipatai Paxaxon Lao
LBN local ar: al-Jumhūrīyah al-Libnānīyah
LKA local si: śrī laṃkāva
LKA local ta: ilaṅkai
LSO local st: Muso oa Lesotho
MAR local ar: al-Mamlakah al-Maġribiyah
MDG local mg: Madagasikara, Repoblikan'i Madagasikara
MDV local dv: Dhivehi Raajjeyge Jumhooriyya
MEX local es: Estados Unidos Mexicanos
MHL local mh: Aolepān Aorōkin M̧ajeļ
MKD local mk: Република Македонија, Македонија
MRT local ar: al-Jumhūriyyah al-ʾIslāmiyyah al-Mūrītāniyyah
MYS local ms: Persekutuan Malaysia
NGA local ha: Nijeriya
NPL local ne: Loktāntrik Ganatantra Nepāl
OMN local ar: Salṭanat ʻUmān
PHL local fil: Repúblika ng Pilipinas, Pilipinas
PLW local pau: Beluu er a Belau
PNG local tpi: Papua Niugini, Independen Stet bilong Papua Niugini
PRK local ko: 조선민주주의인민공화국, Chosŏn Minjujuŭi Inmin Konghwaguk
ARE local ar: دولة الإمارات العربية المتحدة
PSE local ar: Dawlat Filasṭin, فلسطين
SAU local ar: العربية السعودية
THA local th: ประเทศไทย
URY local es: República Oriental del Uruguay
RUS local ru: Rossiyskaya Federatsiya
SAU local ar: al-Mamlakah al-‘Arabiyyah as-Su‘ūdiyyah
SOM local so: Jamhuuriyadda Federaalka Soomaaliya
SOM local ar: aṣ-Ṣūmāl, Jumhūriyyat aṣ-Ṣūmāl al-Fiderāliyya
SVK local sk: Slovenská republika
SWZ local ss: Umbuso weSwatini, Umbuso waseSwatini
SYC local crs: Sesel
SYR local ar: al-Jumhūrīyah al-ʻArabīyah as-Sūrīyah
TGO local fr: République togolaise
THA local th: ราชอาณาจักรไทย, Ratcha Anachak Thai
TJK local tg: Ҷумҳурии Тоҷикистон, Çumhuriyi Toçikiston, Toçikiston
TLS local tet: Repúblika Demokrátika Timór-Leste
TUN local ar: al-Jumhūriyyah at-Tūnisiyyah
UZB local uz: Ўзбекистон
VNM local vi: Cộng hòa Xã hội chủ nghĩa Việt Nam
VUT local bi: Ripablik blong Vanuatu
WSM local sm: Malo Saʻoloto Tutoʻatasi o Sāmoa
YEM local ar: al-Jumhūriyyah al-Yamaniyyah
ZAF local af: Suid-Afrika
KOR;PRK ambiguous fr: Corée
KOR;PRK ambiguous es;it: Corea
KOR;PRK ambiguous pt: Coreia
KOR;PRK ambiguous ru;uk: Корея
KOR;PRK ambiguous pl;lv;lt: Koreja
KOR;PRK ambiguous ar: كوريا
KOR;PRK ambiguous zh: 朝韩
COG;COD ambiguous de;pl;et: Kongo
COG official ru: Конго
COD ambiguous ru: Конго
COG official zh: 刚果
COD ambiguous zh: 刚果
COG official ar: الكونغو
COD ambiguous ar: الكونغو
PSE ambiguous en: Gaza, Gaza Strip, West Bank, East Jerusalem
DNK ambiguous en: Greenland, Faroe Islands, Faroes
GBR;ARG ambiguous en: Falkland Islands, Falklands, Malvinas, Islas Malvinas
GBR ambiguous en: Gibraltar, Bermuda, Cayman Islands, British Virgin Islands, Anguilla, Montserrat
GBR ambiguous en: Saint Helena, Isle of Man, Jersey, Guernsey, Turks and Caicos Islands
RUS ambiguous en: Chechnya, Chechen Republic, Kaliningrad, Dagestan, Tatarstan
UKR ambiguous en: Crimea, Donbas, Donbass, Donetsk, Luhansk, Kherson, Zaporizhzhia, Kharkiv
CHN ambiguous en: Hong Kong, Macau, Macao, Tibet, Xinjiang
USA ambiguous en: Puerto Rico, Guam, American Samoa, US Virgin Islands, Alaska, Hawaii
FRA ambiguous en: New Caledonia, French Polynesia, French Guiana, Réunion, Guadeloupe, Martinique
FRA ambiguous en: Mayotte, Corsica
NLD ambiguous en: Aruba, Curaçao, Sint Maarten
NOR ambiguous en: Svalbard
FIN ambiguous en: Åland, Åland Islands
MDA ambiguous en: Transnistria
GEO ambiguous en: Abkhazia, South Ossetia
AZE ambiguous en: Nagorno-Karabakh, Karabakh, Nakhchivan
CYP ambiguous en: Northern Cyprus
IRQ ambiguous en: Kurdistan, Iraqi Kurdistan
IND ambiguous en: Kashmir
PAK ambiguous en: Kashmir
TZA ambiguous en: Zanzibar
NZL ambiguous en: Tokelau
SRB ambiguous en: Vojvodina
BIH ambiguous en: Republika Srpska
ESP ambiguous en: Catalonia, Canary Islands
PRT ambiguous en: Madeira, Azores
SOM ambiguous en: Puntland
AGO ambiguous en: Cabinda
SEN ambiguous en: Casamance
"""
UNITED_NATIONS = {"French": "fr", "Spanish": "es", "Russian": "ru", "Chinese": "zh", "Arabic": "ar"}
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


def more() -> list[Row]:
    """Return the names listed here as rows of the table."""
    rows = []
    for line in MORE.strip().split("\n"):
        head, _, names = line.partition(": ")
        codes, kind, languages = head.split(" ")
        rows += [(code, name, kind, languages) for name in names.split(", ") for code in codes.split(";")]
    return rows


def of_the_united_nations(taken: dict[str, set[str]]) -> list[Row]:
    """Return the names that the United Nations use in five languages and that are not known already."""
    package = find_spec("hdx.location")
    folder = Path((package.submodule_search_locations or [""])[0]) if package else Path()
    (path,) = folder.glob("Countries & Territories Taxonomy*.csv")
    rows: dict[tuple[str, str, str], Row] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for country in csv.DictReader(file):
            iso3 = country["ISO 3166-1 Alpha 3-Codes"]
            for title, language in UNITED_NATIONS.items():
                for name in (country[f"{title} Short"].strip(), country[f"M49 {title}"].strip()):
                    if name and not taken.get(fold(name)):
                        rows.setdefault((iso3, fold(name), language), (iso3, name, "official", language))
    return list(rows.values())


def of_the_cldr(codes: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield state, name and language: all states in our languages, each in its own official ones."""
    for language in LANGUAGES:
        territories = Locale(language).territories
        for iso2, iso3 in codes.items():
            yield iso3, territories[iso2].strip(), language
    for iso2, iso3 in codes.items():
        for language, spoken in get_territory_language_info(iso2).items():
            if language not in LANGUAGES and spoken["official_status"]:
                try:
                    name = Locale.parse(language).territories.get(iso2)
                except UnknownLocaleError:
                    continue
                if name:
                    yield iso3, name.strip(), language.replace("_", "-")


def in_languages(codes: dict[str, str], taken: dict[str, set[str]]) -> list[Row]:
    """Return the CLDR's names that are not known already, one row a name with all its languages."""
    languages: dict[tuple[str, str], list[str]] = {}
    for iso3, name, language in of_the_cldr(codes):
        languages.setdefault((iso3, name), []).append(language)
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
    listed = [*peoples(), *more()]
    again = {(row[0], row[1]) for row in more()}
    kept = [tuple(row) for row in rows if row[2] not in KINDS and (row[0], row[1]) not in again]
    kept = [row for row in kept if row[1] not in AMBIGUOUS]
    kept = [row for row in kept if row[2] != "official" or row[3] == "en"]
    with Path(BUNDLED, "states.csv").open(encoding="utf-8", newline="") as file:
        states = list(csv.DictReader(file))
    taken: dict[str, set[str]] = {}
    for state in states:
        for field in ("name", "short_name", "iso2", "iso3"):
            taken.setdefault(fold(state[field]), set()).add(state["iso3"])
    for iso3, name, *_ in [*kept, *listed]:
        taken.setdefault(fold(name), set()).add(iso3)
    codes = {state["iso2"]: state["iso3"] for state in states}
    made = in_languages(codes, taken)
    for iso3, name, *_ in made:
        taken.setdefault(fold(name), set()).add(iso3)
    united = [row for row in of_the_united_nations(taken) if row[0] in codes.values()]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted({*kept, *listed, *united, *made}))
    assert header == list(Name.FIELDS)
    sys.stdout.write(
        f"{len(kept)} kept, {len(listed)} listed here, {len(made)} of the CLDR,"
        f" {len(united)} of the United Nations\n"
    )


if __name__ == "__main__":
    main()
