"""The words by which a definition is turned into a gloss, per language."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """Alternatives of regular expressions for one language.

    :param articles: that may stand before the term at the beginning of its definition.
    :param copulas: verbs that say what the term is; they are cut off with it.
    :param verbs: other verbs after the term: such a sentence is no noun phrase.
    :param clause: matches a sentence that has its own verb ("The tumor is …").
    :param refers: what goes without its loss before what the term means.
    :param determiners: words that begin an object, so that the term before them is a verb.
    :param capital_nouns: nouns keep their capitals (German).
    :param explains: what follows a term that the text itself explains.
    :param announces: what goes before a term that the text itself explains.
    :param joins: words that never belong to the noun phrase before them: what stands between
        dashes may stand before these, and would cut "melanoma patients" in two.
    :param infinitive: how a gloss of a verb begins; it would part the verb from its object.
    """

    articles: str
    copulas: str
    verbs: str
    clause: re.Pattern[str]
    explains: str
    announces: str
    refers: str = "(?!)"
    determiners: str = "(?!)"
    joins: str = ""
    infinitive: str = "(?!)"
    capital_nouns: bool = False


def _clause(relatives: str, verbs: str) -> re.Pattern[str]:
    """Match a sentence with one of ``verbs`` before any of ``relatives``."""
    return re.compile(
        rf"(?:(?!(?:{relatives})\b)\S+\s){{1,8}}?(?:{verbs})\b|\S+,\s(?:the|there|el|la)\s",
        re.IGNORECASE,
    )


def _or(word: str, others: str) -> str:
    """Match ", or kidney stones," which names a thing again; "X or Y" is two things."""
    return rf", {word} (?!(?:{others})\b)[^\s,.;:]+(?: [^\s,.;:]+){{0,3}}[,.;)]"


_ENGLISH = Grammar(
    articles="a|an|the",
    copulas="is|are|means|refers? to|describes?",
    verbs="may|can|could|will|has|have|was|were|begins?|occurs?|forms?|uses?|causes?|blocks?|binds?"
    "|attach(?:es)?|includes?|helps?|makes?|works?|kills?|contains?|carr(?:y|ies)|usually|also",
    clause=_clause(
        "that|which|who|whose|whom|when|where|how|what|if",
        r"is|are|was|were|has|(?<!to )have|may|can|could|will|occurs|begins|there",
    ),
    explains=r",? (?:which |that )?(?:is|are|means?) (?:an?|the|any|when|where|one|another)\b"
    r"|,? (?:also|sometimes) (?:called|known as)\b|,? (?:which means|that is,)"
    rf"|{_or('or', 'others?|that|which|who|if|when|to|in|on|by|with|after|before|for|may|can')}"
    r"|, (?:an?|the|any|one of|another) (?!few|lot)",
    announces=r"(?:called|known as|named|termed|is a|are)",
    refers="Refers to|Means|In (?:medicine|biology|statistics),",
    determiners="the|an?|your|his|her|their|its|this|these|those|any|each",
    joins="of|in|on|at|to|for|from|by|with|within|without|after|before|during|between|into|through"
    "|over|under|about|around|near|and|or|but|as|than|that|which|who|whose|where|when|while|if"
    "|because|until|so|such|including|is|are|was|were|be|been|has|have|had|may|can|could|will"
    "|would|should|must|might|do|does|did|not|also|it|they|he|she|we|you|i|the|an?|this|these"
    "|your|his|her|their|its",
    infinitive="to ",
)
_SPANISH = Grammar(
    articles="el|la|los|las|un|una|unos|unas",
    copulas="es|son|significa|se refiere a|describe",
    verbs="puede|pueden|se|tiene|tienen|ha|han|hay|incluye|incluyen|ocurre|causa|también|usa",
    clause=_clause(
        "que|cual|cuales|quien|quienes|cuyos?|cuyas?|cuando|donde|como|si|describe|refiere",
        "es|está|están|son|se|hay|ha|han|puede|pueden|tiene|tienen|fue",
    ),
    explains=r",? (?:que )?(?:es|son|significan?) (?:una?|el|la|los|las|cuando|cualquier)\b"
    r"|,? (?:también|a veces) (?:se )?(?:llamad[oa]s?|llaman?|conocid[oa]s?)\b"
    rf"|,? (?:es decir|o sea)\b|{_or('o', 'otr[oa]s?|que|si|cuando|a|de|en|con|por|para|no|se')}"
    r"|, (?:una?|el|la|los|las|otro|otra) ",
    announces=r"(?:llamad[oa]s?|conocid[oa]s? como|denominad[oa]s?)",
    refers="En medicina,|En el campo de la medicina,|Término que se refiere a|Significa",
    determiners="el|la|los|las|su|sus|este|esta|estos|estas",
    joins="del?|en|con|sin|por|para|al?|sobre|entre|desde|hasta|durante|tras|y|e|o|u|ni|que|quien"
    "|cuando|donde|como|si|porque|pero|es|son|está|están|fue|se|no|ha|han|hay|puede|pueden|tiene"
    "|tienen|debe|deben|también|más|el|la|los|las|una?|su|sus|este|esta|estos|estas",
)
_FRENCH = Grammar(
    articles="l['’]|le|la|les|un|une|des",
    copulas="est|sont|signifie|désigne|désignent",
    verbs="peut|peuvent|a|ont|se|comprend|provoque|touche",
    clause=_clause(
        "qui|que|dont|où|lequel|laquelle|lesquels|quand|si|comment",
        "est|sont|a|ont|peut|peuvent|se",
    ),
    explains=r",? (?:qui )?(?:est|sont|signifie) (?:une?|le|la|les|des|quand)\b"
    r"|,? (?:aussi |également |parfois )(?:appelée?s?|nommée?s?)\b|,? c['’]est-à-dire\b"
    rf"|{_or('ou', 'autres?|qui|que|si|quand|à|de|en|avec|par|pour|non|ne|se')}"
    r"|, (?:une?|le|la|les|des|l['’])\s?",
    announces=r"(?:appelée?s?|nommée?s?|dite?s?)",
)
_GERMAN = Grammar(
    articles="der|die|das|ein|eine",
    copulas="ist|sind|bedeutet|bezeichnet",
    verbs="kann|können|hat|haben|wird|werden|entsteht|verursacht|enthält",
    clause=_clause(
        "der|die|das|den|dem|welche[rs]?|wenn|wie|wo|bei",
        "ist|sind|hat|haben|kann|können|wird|werden",
    ),
    explains=r",? (?:die|der|das)? ?(?:ist|sind|bedeutet) (?:eine?|der|die|das|wenn)\b"
    r"|,? (?:auch|manchmal) \w+ genannt\b|,? (?:das heißt|also) "
    rf"|{_or('oder', 'andere[rsnm]?|die|der|das|wenn|in|mit|bei|zu|nach|für|nicht')}"
    r"|, (?:eine?[rnms]?) ",
    announces=r"(?:genannt\w*|sogenannte[rnms]?|heißt|heißen)",
    capital_nouns=True,
)
_OTHER = Grammar("(?!)", "(?!)", "(?!)", _clause("(?!)", "(?!)"), "(?!)", "(?!)")
_GRAMMARS = {"en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH, "de": _GERMAN}

#: First sentences that say where to look, or other names, and no meaning; and those that say
#: what a word describes: "an aggressive (describes a tumor that …) cancer" is no sentence.
ELSEWHERE = re.compile(
    r"describ(?:es?|en?)\b"
    r"|(?:also|sometimes|formerly) (?:called|known as)|same as\b|see\b(?! the)|abbreviation\b"
    r"|también (?:se )?(?:llama|conoce)|véase|ver\b|igual que"
    r"|(?-i:[A-ZÑ0-9-]{2,10})(?: \(por sus siglas?[^)]*\))?\.?$"
    r"|aussi appelé|voir\b|auch\b.{0,40}\bgenannt|siehe\b",
    re.IGNORECASE,
)

#: Words with which a definition begins and that are never names, in small letters.
LOWER = frozenset(
    (
        "a an the any all one two in on of for to when where how not having being describes"
        " refers pertaining relating something someone a's this these part types type kind"
        " un una unos unas el la los las lo en de del al para por cuando que cualquier se término"
        " una's uno dos tipo relacionado describe le les l' des du dans pour quand"
        " ein eine einer eines der die das bei in wenn beschreibt jede jeder"
    ).split()
)


def grammar(language: str) -> Grammar:
    """Return the words of ``language``; a language without any gets rules that change nothing."""
    return _GRAMMARS.get(language.split("-")[0].lower(), _OTHER)


#: Languages whose words stand without spaces between them.
_UNSPACED = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my"})
#: Of these, the ones whose marks take the room of a letter.
_FULL_WIDTH = frozenset({"zh", "yue", "ja"})


def is_unspaced(language: str) -> bool:
    """Tell whether a language writes its words without spaces between them."""
    return language.split("-")[0].lower() in _UNSPACED


def is_full_width(language: str) -> bool:
    """Tell whether the brackets of a language are as wide as its letters: （） for ()."""
    return language.split("-")[0].lower() in _FULL_WIDTH


def borrows_short_forms(language: str) -> bool:
    """Tell whether abbreviations in a language are those of the English words.

    Where the rules of a language are known, an abbreviation has to fit its words.
    """
    return language.split("-")[0].lower() not in _GRAMMARS
