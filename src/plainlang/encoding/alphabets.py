"""The letters of languages, for telling encodings apart by what a text would read as.

The alphabets are those of the languages' orthographies without the letters of ASCII, and with
the letters that loan words bring into ordinary text; the Unicode CLDR calls such sets exemplar
characters. A word misread with the encoding of another language nearly always has a letter that
no single language has.
"""

from __future__ import annotations

RARE = (
    frozenset("áðéíóúýþæö"),  # Icelandic
    frozenset("çë"),  # Albanian
)
"""Languages that are taken only where no other fits: the bytes of their letters are those of
letters frequent in Turkish and Romanian, in the encodings of these."""

WESTERN = frozenset("àáâäåæçèéêëíîïñòóôöøúüß")
"""The letters of Western Europe, which stand together in lists of names from everywhere. Those
that are frequent Hungarian, Romanian or Czech letters in another encoding are left out."""

LANGUAGES: dict[str, tuple[frozenset[str], ...]] = {
    "LATIN": (
        frozenset("àâæçéèêëîïôœùûüÿ"),  # French
        frozenset("áéíñóúü"),  # Spanish
        frozenset("áàâãçéêíóôõúü"),  # Portuguese
        frozenset("àèéìíîòóùú"),  # Italian
        frozenset("àçéèíïòóúü"),  # Catalan
        frozenset("äöüßé"),  # German
        frozenset("áäéèêëíïóöúü"),  # Dutch
        frozenset("æøåéóòôü"),  # Danish, Norwegian
        frozenset("åäöéàüæ"),  # Swedish, Finnish
        frozenset("õäöüšž"),  # Estonian
        frozenset("ąćęłńóśźż"),  # Polish
        frozenset("áčďéěíňóřšťúůýž"),  # Czech
        frozenset("áäčďéíĺľňóôŕšťúýž"),  # Slovak
        frozenset("áéíóöőúüű"),  # Hungarian
        frozenset("ăâîșțşţ"),  # Romanian
        frozenset("čćđšž"),  # Croatian, Slovenian
        frozenset("çğıöşüâîûi"),  # Turkish; "i" is what lower() makes of its dotted capital
        frozenset("āčēģīķļņšūž"),  # Latvian
        frozenset("ąčęėįšųūž"),  # Lithuanian
        *RARE,
    ),
    "CYRILLIC": (
        frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),  # Russian
        frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),  # Ukrainian
        frozenset("абвгдежзийклмнопрстуфхцчшщъьюяѝ"),  # Bulgarian
        frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),  # Belarusian
        frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),  # Serbian
        frozenset("абвгдѓежзѕијклљмнњопрстќуфхцчџш"),  # Macedonian
    ),
    "GREEK": (frozenset("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"),),
}

FREQUENT: dict[str, tuple[frozenset[str], float]] = {
    "CYRILLIC": (frozenset("оаеинтсрвлкмдпуі"), 0.25),
    "GREEK": (frozenset("αοιετνσρηκπςμλυάίέόήύώω"), 0.20),
    "HEBREW": (frozenset("יוהלרבתמאשנםדק"), 0.20),
    "ARABIC": (frozenset("اليمونرتبةعدسفهكقأ"), 0.25),
    "THAI": (frozenset("านรอกเงมยลวดทสตะปบคหแ"), 0.25),
}
"""By script, the letters that make up most of a text, and the share that the others may have.

The letters come from the tables of charset-normalizer 3 (``constant.FREQUENCIES``), those of
Russian, Ukrainian and Bulgarian together. In real texts the others had a share of 0.13 to 0.26
(Cyrillic), 0.06 (Greek), 0.17 (Hebrew) and 0.13 (Arabic, Thai)."""
