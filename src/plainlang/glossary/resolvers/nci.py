"""The pop-up links of the US National Cancer Institute.

``/Common/PopUps/popDefinition.aspx?id=45793&version=Patient&language=English``, and what has
become of it in pages on their way: relative and absolute, ``CDR0000045793`` for the number, names
and values in any case, ``en`` and ``es``, ``dictionary=``, ``&amp;`` or ``#38;`` for ``&``.
"""

from __future__ import annotations

import re

from plainlang.glossary.base import Reference
from plainlang.glossary.resolvers.base import address

#: The dictionary's name here, by what ``dictionary=`` says (in the links ``genetic``, in the
#: Glossary API ``genetics`` and ``notset``).
DICTIONARIES = {
    "cancer.gov": "nci",
    "": "nci",
    "genetic": "nci-genetics",
    "genetics": "nci-genetics",
    "notset": "nci-notset",
}
LANGUAGES = {"english": "en", "en": "en", "spanish": "es", "espanol": "es", "español": "es",
             "es": "es"}  # fmt: skip
AUDIENCES = {"patient": "patient", "healthprofessional": "health-professional",
             "health professional": "health-professional"}  # fmt: skip

_HOST = re.compile(r"(?:[\w-]+\.)*cancer\.gov")
_PATH = re.compile(r"(?:.*/)?popdefinition(?:\.aspx)?/?", re.IGNORECASE)
_ID = re.compile(r"(?:cdr)?0*([1-9][0-9]{0,9})", re.IGNORECASE)


def is_nci(host: str) -> bool:
    """Whether ``host`` is NCI's, or the link is relative and so may be."""
    return not host or _HOST.fullmatch(host) is not None


def cdr_number(text: str) -> str:
    """Return ``45793`` for ``CDR0000045793``; empty where ``text`` is no such number."""
    found = _ID.fullmatch(text.strip())
    return found[1] if found else ""


def resolve(url: str) -> Reference | None:
    """Return the entry that a pop-up link names, ``None`` where ``url`` is none."""
    if "popdefinition" not in url.lower():
        return None  # nearly every link: a document has hundreds
    parts = address(url)
    if parts is None or not is_nci(parts.host) or not _PATH.fullmatch(parts.path):
        return None
    query = parts.query
    language = LANGUAGES.get(query.get("language", "").lower(), "")
    audience = AUDIENCES.get(query.get("version", "").lower(), "")
    dictionary = DICTIONARIES.get(query.get("dictionary", "").lower(), "nci")
    number = cdr_number(query.get("id", "") or query.get("cdrid", ""))
    if number:
        return Reference(dictionary, number, "id", audience, language)
    if query.get("term"):
        return Reference(dictionary, query["term"], "term", audience, language)
    return None
