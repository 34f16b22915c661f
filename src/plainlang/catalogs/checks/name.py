"""A brand or another protected name that was changed or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.catalogs.checks.addresses import addresses
from plainlang.catalogs.checks.base import ERROR, Check, Pair
from plainlang.catalogs.checks.words import INVISIBLE, folded

_MARKED = re.compile(r"([\w'’-]+)\s?[®™]")
_CAMEL = re.compile(r"(?<![\w-])[A-Z][a-z]{2,}(?:[A-Z][a-z]{2,})+(?![\w-])")
_DOSED = re.compile(r"(?<![\w-])[A-Z]{5,}(?=[ \u00a0]\d+(?:[.,]\d+)? ?(?:mg|mcg|µg|g|mL|ml|IU)\b)")
_CODE = re.compile(r"(?<![\w-])[A-Za-z]{1,3}\d{1,4}[A-Z]?\d*(?![\w-])")


def _find(pair: Pair) -> Iterator[str]:
    source = INVISIBLE.sub("", pair.source_text)
    target = INVISIBLE.sub("", pair.translated_text)
    plain = addresses(source)[1]
    wanted = dict.fromkeys(name for name in pair.names if _stands(name, source))
    for finder in (_MARKED, _CAMEL, _DOSED):
        wanted |= dict.fromkeys(m[m.lastindex or 0] for m in finder.finditer(plain))
    for name in wanted:
        # Listed names keep their letters; those found by their looks may change their case.
        kept = _stands(name, target) if name in pair.names else name.lower() in target.lower()
        if not kept:
            yield f"The name {name} is missing or changed."
    numbers = set(re.findall(r"\d+", folded(target)))
    for match in dict.fromkeys(m[0] for m in _CODE.finditer(plain)):
        # "B12" may be written with a local letter, but not with another number.
        if match.lower() not in target.lower() and re.sub(r"\D", "", match) not in numbers:
            yield f"The name {match} is missing or changed."


def _stands(name: str, text: str) -> bool:
    if name not in text:
        return False
    end = r"(?![A-Za-z0-9À-ÿ])"
    return re.search(rf"(?<![A-Za-z0-9À-ÿ]){re.escape(name)}{end}", text) is not None


CHECK = Check("name", ERROR, "A protected name is changed or lost.", _find)
