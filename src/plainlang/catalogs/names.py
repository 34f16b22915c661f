"""Names of a document that stay as they are in every language."""

from __future__ import annotations

from plainlang.document import Metadata

#: The front matter's key for them.
NAMES_KEY = "protected-names"


def protected_names(metadata: Metadata) -> tuple[str, ...]:
    """Return the publisher and what the front matter lists as ``protected-names``, each once."""
    stated = metadata.extra.get(NAMES_KEY, ())
    listed = [stated] if isinstance(stated, str) else stated if isinstance(stated, list) else []
    names = (str(name).strip() for name in (metadata.source, *listed))
    return tuple(dict.fromkeys(name for name in names if name))
