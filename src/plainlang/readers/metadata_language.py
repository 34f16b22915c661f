"""The language that a source states. A wrong one is refused: a screen reader would mispronounce.

The text of a leaflet read out by the voice of another language cannot be understood, and no
other language is put in the place of one that was stated and not understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.languages import is_known
from plainlang.languages.names import suggest, two_letter

LANGUAGE_KEYS = ("language", "lang")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def canonical_tag(tag: str) -> str:
    """Return a language tag with the case that BCP 47 recommends: ``zh-hans-cn`` → ``zh-Hans-CN``.

    The rule is that of RFC 5646, section 2.1.1.
    """
    parts: list[str] = []
    for part in tag.lower().split("-"):
        after_singleton = bool(parts) and len(parts[-1]) == 1
        if parts and not after_singleton and len(part) == 2:
            part = part.upper()
        elif parts and not after_singleton and len(part) == 4:
            part = part.capitalize()
        parts.append(part)
    return "-".join(parts)


def stated_language(values: Mapping[str, Any], lines: Mapping[str, int], file: str) -> str | None:
    """Return the tag of the stated language, ``None`` where none is stated.

    :raises SourceError: with the line and the tag that was probably meant, if what is stated is
        not the tag of a known language, or is a longer code than BCP 47 wants (``spa``).
    """
    key = next((key for key in LANGUAGE_KEYS if values.get(key) not in (None, "")), None)
    if key is None:
        return None
    value = values[key]
    written = value.strip() if isinstance(value, str) else ""
    if not written and isinstance(value, str):
        return None
    tag = written.replace("_", "-")
    if _LANGUAGE_TAG.fullmatch(tag) and two_letter(tag) == tag and is_known(tag):
        return canonical_tag(tag)
    meant = suggest(written) if written else None
    raise SourceError(
        f"{key}: {_shown(value)} is not the tag of a known language",
        code=Code.UNKNOWN_LANGUAGE,
        file=file,
        line=lines.get(key),
        hint=f"Did you mean `{key}: {meant}`?"
        if meant
        else "Write the BCP 47 tag of one language, such as `en`, `es` or `zh-Hans`.",
    )


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
