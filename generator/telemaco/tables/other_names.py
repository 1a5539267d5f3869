"""What people call languages and countries where Unicode's CLDR has another name."""

from collections.abc import Mapping

_LANGUAGES = {
    "az": "azeri, azero, azerbaijano",
    "be": "byelorussian, belorussian, belorusso",
    "bn": "bengali",
    "ca": "valencian, valenciano",
    "ckb": "sorani",
    "dv": "dhivehi, maldivian, maldiviano",
    "es": "castilian, castellano, castigliano",
    "eu": "euskara",
    "fa": "farsi, parsi",
    "ff": "fulani",
    "fy": "frisian, frisone",
    "gl": "gallego",
    "he": "ivrit",
    "ht": "haitian, haitiano",
    "id": "bahasa indonesia",
    "kl": "greenlandic",
    "km": "cambodian, cambogiano",
    "ku": "kurmanji",
    "ky": "kirghiz, kirgiz, chirghiso",
    "lb": "letzeburgesch",
    "lo": "laotian, laotiano",
    "ms": "bahasa melayu",
    "my": "myanmar",
    "nb": "bokmal",
    "nl": "flemish, fiammingo, neerlandese",
    "nn": "nynorsk",
    "nv": "navaho",
    "ny": "chichewa, chewa",
    "or": "oriya",
    "os": "ossetian, osseto",
    "pa": "panjabi",
    "pl": "polski",
    "ps": "pushto, pashtu",
    "pt-BR": "portoghese brasiliano",
    "ro": "moldovan, romeno",
    "si": "sinhalese, cingalese",
    "sl": "slovene",
    "st": "sesotho",
    "sw": "kiswahili",
    "tn": "setswana",
    "ug": "uighur",
    "uz": "usbeco",
    "xh": "isixhosa",
    "zh": "mandarin, mandarin chinese, chinese mandarin, putonghua, mandarino, cinese mandarino",
    "zu": "isizulu",
}
_COUNTRIES = {
    "AE": "uae, emirati, emirati arabi",
    "BA": "bosnia",
    "CI": "ivory coast",
    "CV": "cape verde",
    "CZ": "czech republic",
    "GB": "uk, u k, great britain, britain, england, scotland, wales, northern ireland"
    ", gran bretagna, inghilterra, scozia, galles, irlanda del nord",
    "MK": "macedonia",
    "MM": "myanmar, burma, birmania",
    "NL": "holland, the netherlands, olanda",
    "TR": "turkey",
    "US": "us, usa, u s, u s a, america, the united states, united states of america",
    "VA": "vatican, vaticano",
}

LANGUAGES: Mapping[str, str] = {
    name: code for code, names in _LANGUAGES.items() for name in names.split(", ")
}
"""Codes by names in small letters without accents.

The English ones are the further names that ISO 639-2 lists (Castilian, Flemish, Kirghiz), and what
the English Wikipedia takes for the language, too (Farsi, Mandarin); the Italian ones are likewise
those of the Italian Wikipedia. Names that are several languages, as Gaelic, are left out.
"""
COUNTRIES: Mapping[str, str] = {
    name: code for code, names in _COUNTRIES.items() for name in names.split(", ")
}
"""Codes by names, the same. Parts of a country that keep its only clock are there with it."""
