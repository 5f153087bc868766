"""Takes a state's name apart: the word that is its own, and what sort of state it says it is.

`Republic of Iran` and `Republic of Iraq` share eleven letters that say nothing. So designators
(republic, kingdom, federal, islamic ...) are compared as a set and never letter by letter, and what
is left, the distinctive words, is compared on its own. A leaf: it knows words and no state.
"""

from __future__ import annotations

from treatycli.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORDS = """
republic: republic rep republik republiken republique republica repubblica repubblika republiek republika
 republike republikken rzeczpospolita respublika respublikasi respublikasy respublikas repubulika ripablik
 ripublik repiblik vabariik tasavalta cumhuriyeti jumhuriyat jumhuriyyat jumhuriyah
 jumhuriyyah jamhuriyat jomhuri jamhuri jamhuuriyadda jamhuuriyadda lydveldid poblacht республика республики
 република республіка рэспубліка республикасы республикаси ҷумҳурии δημοκρατια հանրապետություն
 հանրապետության جمهورية الجمهورية 共和国 共和國
kingdom: kingdom konigreich koninkrijk kongeriket kongeriget konungariket konungsriket royaume reino
 regno regatul krolestwo karalyste karaliste kuningriik kuningaskunta королевство королівство кралство
 краљевина مملكة المملكة 王国 王國
federal: federal federated federative federation fed fedn federale federales federes federees federacion
 federacao federativa federativo federados federadas foderation foderale federazione federata federaalne
 федерация федерации федеративная федеративные федерація 联邦 聯邦 الاتحاد الاتحادية اتحاد
democratic: democratic dem democratique democratica democratico democratici demokratische demokratisk
 demokratska demokratik demokratica demokratia demokratyczna демократическая демократическое демократична
 الديمقراطية 民主
peoples: peoples people popular populaire popolare volks ludowa народная народно الشعبية 人民
islamic: islamic islamique islamica islamische islamitische islamska исламская исламский
 الإسلامية إسلامية 伊斯兰 伊斯蘭
arab: arab arabe arabische araba арабская العربية 阿拉伯
socialist: socialist soc socialiste socialista sozialistische социалистическая الاشتراكية 社会主义
united: united utd unie unida unido unidas unidos unis unies unita vereinigte vereinigtes соединенные
 соединенное объединенная объединенные объединенных المتحدة 联合 聯合
state: state states sts etat etats estado estados stato stati staat staten staaten stat dawlat dowlat
 riik 国 國 государство штаты دولة ولايات الولايات
union: union unione союз
commonwealth: commonwealth
principality: principality principaute principado principato principat furstentum vorstendom
 княжество إمارة 公国
duchy: duchy duche ducado ducato herzogtum hertogdom герцогство
grand: grand
sultanate: sultanate sultanat sultanato султанат سلطنة
emirate: emirate emirat emirato emirates emirats emiratos эмират эмираты الإمارات
empire: empire imperio
bolivarian: bolivarian bolivarienne bolivariana боливарианская البوليفارية 玻利瓦尔
plurinational: plurinational plurinat plurinacional многонациональное 多民族
hashemite: hashemite hachemite
independent: independent
cooperative: cooperative
former: former
yugoslav: yugoslav
occupied: occupied
territory: territory territories
islands: islands island isds isl is iles ile islas isla ilhas inseln insel isole острова جزر 群岛
"""
_JOINED = {
    "bundesrepublik": "federal republic", "volksrepublik": "peoples republic",
    "grossherzogtum": "grand duchy", "groussherzogtum": "grand duchy",
    "dpr": "democratic peoples republic", "pdr": "peoples democratic republic",
    "pr": "peoples republic", "dr": "democratic republic", "rb": "bolivarian republic", "ar": "arab republic",
    "ir": "islamic republic", "fr": "federal republic", "ur": "united republic", "sr": "socialist republic",
    "fyr": "former yugoslav republic", "tfyr": "former yugoslav republic", "kgdm": "kingdom",
}  # fmt: skip
SORTS: dict[str, frozenset[str]] = {
    fold(word): frozenset((sort,))
    for sort, _, words in (line.partition(": ") for line in _WORDS.replace("\n ", " ").strip().split("\n"))
    for word in words.split()
} | {word: frozenset(sorts.split()) for word, sorts in _JOINED.items()}
"""What a folded word says about the sort of state, in one word of English each."""
PLAIN = (
    *{sort: None for sorts in SORTS.values() for sort in sorted(sorts)},
    *("federation", "federated", "states", "territories"),
)
"""The designators as English writes them in full: a misspelling may mean one of these."""
DIRECTIONS = frozenset("n north northern s south southern e east eastern w west western".split())
_SHORT = {
    "eq": "equatorial", "isds": "islands", "isl": "islands", "is": "islands", "st": "saint", "ste": "saint",
    "n": "north", "s": "south", "e": "east", "w": "western", "cent": "central", "centr": "central",
    "afr": "african", "herz": "herzegovina", "occ": "occupied", "terr": "territory", "em": "emirates",
    "utd": "united", "dom": "dominican", "barb": "barbuda", "vin": "vincent", "gren": "grenadines",
    "tob": "tobago", "rep": "republic",
}  # fmt: skip
_SMALL = frozenset(
    "of a an le la les l el los las lo il i gli der die das dem den des du de del della dei di d da do dos"
    " das os as van von vom y yu ya ta oa ir af ye".split()
)
_ARTICLES = ("al-", "as-", "an-", "ar-", "ad-", "at-", "az-", "ash-", "el-", "is-", "il-")
_FAR_EAST = "\u2fff"
"""What sorts behind it begins in a script that writes no spaces."""
_COUNTRY = ("国", "國")
_MARKED = tuple(sorted((word for word in SORTS if word > _FAR_EAST and len(word) > 1), key=len, reverse=True))


def apart(words: Iterable[str], keep: Iterable[str] = ()) -> tuple[frozenset[str], str]:
    """Return what the designators among folded words say, and the distinctive words that are left.

    `islamic republic of iran` gives {islamic, republic} and `iran`. Words of the sorts in `keep` are
    taken as distinctive: the Marshall Islands are not called Marshall.
    """
    sorts: set[str] = set()
    own: list[str] = []
    for word in words:
        if word in SORTS and not SORTS[word].issubset(keep):
            sorts |= SORTS[word]
        else:
            own.append(word)
    return frozenset(sorts), " ".join(trimmed(own))


def trimmed(words: Sequence[str]) -> Sequence[str]:
    """Return words without the articles and prepositions that lead them, and without a last `of`.

    `Congo de Rep.` is nearer to `Congo, Dem. Rep.` than to `Congo, Rep.`: its `de` stays.
    """
    while words and words[0] in _SMALL:
        words = words[1:]
    return words[:-1] if words and words[-1] == "of" else words


def parts(typed: str, *, commas: bool = True) -> list[str]:
    """Return what brackets, strokes and commas set apart: `Korea (Rep. of)` is `Korea` and `Rep. of`.

    An article alone is no part: `Barbade (la)` is `Barbade`.
    """
    text = typed
    for mark in (*"()[]（）;/|", " - ", " – ", *(",،" * commas)):
        text = text.replace(mark, "\n")
    return [part for part in text.split("\n") if set(fold(part).split()) - _SMALL]


def ways(pieces: Sequence[str]) -> Iterator[list[str]]:
    """Yield the folded words of a name in the orders and spellings in which a table may hold them.

    Inverted names are turned round, abbreviations written out, articles taken off.
    """
    turned = " ".join([*pieces[1:], *pieces[:1]])
    texts = [turned, " ".join(pieces)]
    texts += [f"{pieces[1]} of {pieces[0]}"] if len(pieces) == 2 else []
    seen: list[list[str]] = []
    for text in dict.fromkeys(texts):
        for words in (_words(text), _words(_without_articles(text))):
            for written in (words, _written_out(words)):
                if written and written not in seen:
                    seen.append(written)
                    yield written
    joined = [fold("".join(pieces)).replace(" ", "")]
    if turned > _FAR_EAST and joined not in seen:
        yield joined


def by_script(typed: str) -> list[str]:
    """Return the names in one alphabet and in others that stand side by side: `Tchad تشاد`."""
    texts: list[str] = []
    last = None
    for word in typed.split():
        latin = word[0] < "\u0370"
        if latin == last:
            texts[-1] += " " + word
        else:
            texts.append(word)
        last = latin
    return texts


def _written_out(words: list[str]) -> list[str]:
    """Return words with abbreviations written out, where other words show that they are some."""
    return [_SHORT.get(word, word) for word in words] if len(words) > 1 else words


def _words(text: str) -> list[str]:
    """Return the folded words: `&` is `and`, `D.P.R.` one word, Chinese designators words of their own."""
    if "&" in text:
        text = text.replace("&", " and ")
    if not text.isascii():
        for word in _MARKED:
            text = text.replace(word, f" {word} ")
    words: list[str] = []
    letters = ""
    for word in fold(text).split():
        if len(word) > 2 and word.endswith(_COUNTRY) and word not in SORTS:
            words += [word[:-1], word[-1]]
            continue
        if len(word) == 1 and word.isascii() and word not in "y":
            letters += word
            continue
        words += [letters, word] if letters else [word]
        letters = ""
    return [*words, letters] if letters else words


def _without_articles(text: str) -> str:
    """Return a text without French elisions (`d'Iran`) and Arabic articles (`as-Sudan`)."""
    kept = []
    for word in text.replace("’", "'").split():
        lower = word.casefold()
        if lower[:2] in ("l'", "d'"):
            word = word[2:]
        elif lower.startswith(_ARTICLES):
            word = word.partition("-")[2]
        kept.append(word)
    return " ".join(kept)
