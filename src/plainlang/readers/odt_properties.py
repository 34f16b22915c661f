"""What the properties of an ODT say about it (ODF 1.3 part 3, clause 4.3)."""

from __future__ import annotations

from typing import Any

from plainlang.readers.odt_names import META

_DC = "{http://purl.org/dc/elements/1.1/}"


def properties(root: Any | None) -> dict[str, Any]:
    """Return the properties of ``meta.xml`` under the keys of a front matter.

    The title of the properties is not used: LibreOffice keeps it when a file is made from another
    one. Properties that the author made up are kept under their own names.
    """
    if root is None:
        return {}
    values: dict[str, Any] = {
        name: " ".join("".join(entry.itertext()).split())
        for entry in root.iter(META + "user-defined")
        if (name := entry.get(META + "name"))
    }
    language = next((e.text for e in root.iter(_DC + "language") if e.text), None)
    if language and language.strip():
        values["language"] = language.strip()
    keywords = [" ".join((e.text or "").split()) for e in root.iter(META + "keyword")]
    if any(keywords):
        values["keywords"] = [keyword for keyword in keywords if keyword]
    return values
