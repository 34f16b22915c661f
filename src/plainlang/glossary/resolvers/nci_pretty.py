"""The pretty addresses of NCI's dictionaries, English and Spanish.

``/publications/dictionaries/cancer-terms/def/fatigue`` and
``/espanol/publicaciones/diccionarios/diccionario-cancer/def/cansancio``; the last part may be the
entry's number as well. NCI's dictionary of drugs is not among them: it is another service, and
its entries are monographs, not definitions.
"""

from __future__ import annotations

import re

from plainlang.glossary.base import Reference
from plainlang.glossary.resolvers.base import address
from plainlang.glossary.resolvers.nci import AUDIENCES, cdr_number, is_nci

_PATH = re.compile(
    r"/(?:publications/dictionaries/(?P<en>cancer-terms|genetics-dictionary)"
    r"|espanol/publicaciones/diccionarios?/(?P<es>diccionario-cancer|diccionario-genetica))"
    r"(?:/def/(?P<name>[^/]+))?/?",
    re.IGNORECASE,
)


def resolve(url: str) -> Reference | None:
    """Return the entry that a pretty address names, ``None`` where ``url`` is none."""
    parts = address(url)
    if parts is None or not is_nci(parts.host):
        return None
    found = _PATH.fullmatch(parts.path)
    if found is None:
        return None
    language = "en" if found["en"] else "es"
    genetics = "genetic" in (found["en"] or found["es"]).lower()
    dictionary = "nci-genetics" if genetics else "nci"
    # The addresses name no audience, but the genetics dictionary is for professionals only.
    audience = "health-professional" if genetics else AUDIENCES["patient"]
    name = (found["name"] or parts.query.get("cdrid", "") or parts.query.get("id", "")).strip()
    if not name:
        return None  # the dictionary's own page
    number = cdr_number(name)
    if number:
        return Reference(dictionary, number, "id", audience, language)
    return Reference(dictionary, name.lower(), "name", audience, language)
