"""The charset of a PO file: what its BOM or its header says."""

from __future__ import annotations

import codecs
import re

from plainlang.exceptions import CatalogError

#: The header's field, as it stands in the quoted string.
_FIELD = re.compile(rb'"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:+-]+)', re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return the text of a file and Python's name of its charset; UTF-8 where it states none.

    :raises CatalogError: if the charset is not known or the bytes are not in it, with the line.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "")
    if not encoding:
        found = _FIELD.search(data)
        stated = found[1].decode("ascii") if found else "CHARSET"
        line = data.count(b"\n", 0, found.start()) + 1 if found else None
        encoding = "utf-8" if stated == "CHARSET" else stated
        try:
            encoding = codecs.lookup(encoding).name
        except LookupError as error:
            raise CatalogError(
                f"the header states the charset {stated!r}, which is not known",
                file=path,
                line=line,
                hint="Save the file as UTF-8 and write charset=UTF-8 into its header.",
            ) from error
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise CatalogError(
            f"the file is not in the charset {encoding} that it states or has by default",
            file=path,
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save it as UTF-8 and write charset=UTF-8 into its header.",
        ) from error
