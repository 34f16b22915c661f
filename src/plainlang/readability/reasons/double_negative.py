"""Two negations in one clause: "do not stop unless", "not uncommon".

English, German, Dutch and Swedish, where two negations cancel each other; Romance and Slavic
languages negate twice as a rule.
"""

from __future__ import annotations

import re

from plainlang.readability.base import Sentence

_BETWEEN = {
    "en": r"and|or|but|because|who",
    "de": r"und|oder|aber|weil",
    "nl": r"en|of|maar|omdat",
    "sv": r"och|eller|men",
}
"""Words between clauses."""
_NEGATIONS = {
    "en": r"not|cannot|\w+n[’']t|no|never|none|nobody|nothing|neither|without|unless|except"
    r"|(?<=not )(?:un(?:common|usual|likely|important|reasonable|able|wise|safe)"
    r"|in(?:frequent|significant|visible))(?:ly)?",
    "de": r"nicht|kein\w*|nie|niemals|niemand|nichts|ohne"
    r"|(?<=nicht )un(?:gewöhnlich|üblich|möglich|wahrscheinlich|erheblich|bedenklich)\w*",
    "nl": r"niet|geen|nooit|niemand|niets|zonder|tenzij"
    r"|(?<=niet )on(?:gewoon|gebruikelijk|mogelijk|waarschijnlijk)\w*",
    "sv": r"inte|ingen|inget|inga|aldrig|utan|(?<=inte )o(?:vanlig|möjlig|sannolik)\w*",
}


def double_negative(sentence: Sentence, language: str) -> str:
    """Return the two negations of one clause, or an empty text."""
    primary = language.split("-")[0].lower()
    words = _NEGATIONS.get(primary)
    if words is None:
        return ""
    if len(re.findall(rf"(?<!\w)(?:{words})(?!\w)", sentence.text, re.IGNORECASE)) < 2:
        return ""
    for clause in re.split(rf"[.,;:!?()–—]|(?<!\w)(?:{_BETWEEN[primary]})(?!\w)", sentence.text):
        found = re.findall(rf"(?<!\w)(?:{words})(?!\w)", clause, re.IGNORECASE)
        if len(found) >= 2:
            return f"two negations: “{found[0]} … {found[1]}”"
    return ""
