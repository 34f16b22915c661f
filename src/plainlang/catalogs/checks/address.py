"""A web or e-mail address or telephone number that was changed or lost."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.addresses import addresses
from plainlang.catalogs.checks.base import ERROR, Check, Pair


def _find(pair: Pair) -> Iterator[str]:
    own, other = addresses(pair.source_text)[0], addresses(pair.translated_text)[0]
    for address in own:
        if address not in other:
            yield f"{address} of the source is missing or changed."
    for address in other:
        if address not in own:
            yield f"{address} is not in the source."


CHECK = Check("address", ERROR, "An address or telephone number is changed or lost.", _find)
