"""Any prefix of an address to any dictionary, as ``[[glossary.links]]`` says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from plainlang.glossary.base import Reference

_END = re.compile(r"[/?#&]")


@dataclass(frozen=True, slots=True)
class PrefixResolver:
    """Resolves the addresses that begin with ``prefix``; what follows names the entry.

    :param by: ``id`` or ``name``.
    """

    prefix: str
    dictionary: str
    by: str

    def __call__(self, url: str) -> Reference | None:
        """Return the entry that ``url`` names, ``None`` where it begins with something else."""
        text = url.strip()
        # Scheme and host have no case, a path may have: only a prefix as written is certain.
        if not text.startswith(self.prefix):
            return None
        key = unquote(_END.split(text[len(self.prefix) :], maxsplit=1)[0]).strip()
        if not key:
            return None
        return Reference(self.dictionary, key if self.by == "id" else key.lower(), self.by)
