"""What the properties of a DOCX say about it (ECMA-376 part 2, clause 11, and custom ones)."""

from __future__ import annotations

from typing import Any

_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
#: Core properties that Word's user fills in on purpose. The creator is the account that made the
#: file and the description what a program wrote, so neither is printed as an author's words.
_CORE = {
    "title": _DC + "title",
    "language": _DC + "language",
    "keywords": _CP + "keywords",
    "version": _CP + "version",
}


def core_properties(root: Any | None) -> dict[str, Any]:
    """Return the properties of ``docProps/core.xml`` under the keys of a front matter."""
    values: dict[str, Any] = {}
    for key, name in _CORE.items():
        text = (root.findtext(name) if root is not None else None) or ""
        if text.strip():
            values[key] = " ".join(text.split())
    if "keywords" in values:
        parts = values["keywords"].replace(";", ",").split(",")
        values["keywords"] = [part.strip() for part in parts if part.strip()]
    return values


def custom_properties(root: Any | None) -> dict[str, Any]:
    """Return the properties that the author made up (File, Info, Advanced Properties)."""
    if root is None:
        return {}
    return {
        name: " ".join("".join(entry.itertext()).split())
        for entry in root.iter(_CUSTOM + "property")
        if (name := entry.get("name"))
    }
