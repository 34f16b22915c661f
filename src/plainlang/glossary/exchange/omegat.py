"""OmegaT's glossary: term, translation and comment in a line, tabs between them.

The definition is the comment. With one language, the translation is left empty; with two, the
definition is the one in the language that is translated to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.base import Exported, Imported, not_exported
from plainlang.glossary.records import Intake, first_of_each
from plainlang.glossary.tables import text_of

#: Fields that the three columns have no place for.
_LOST = ("variants", "pronunciation", "uri", "source", "licence", "retrieved", "name", "links",
         "extra")  # fmt: skip
_FORM = "OmegaT's glossary"


def read(data: bytes, file: str, dictionary: str = "", language: str = "") -> Imported:
    """Read OmegaT's form; the entries are those of the language that is translated to.

    :param language: the language of the definitions, and of the translations where there are any.
    :raises SourceError: if the file is not UTF-8.
    """
    intake = Intake(file, dictionary, language)
    entries: list[GlossaryEntry] = []
    for number, line in enumerate(text_of(data, file).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.rstrip("\r").split("\t")]
        term, translation, comment = (*columns, "", "")[:3]
        record = {"term": translation or term, "definition": comment}
        beyond = [column for column in columns[3:] if column]
        if beyond:
            record["more columns"] = " | ".join(beyond)
        entry = intake.entry(record, number)
        if entry is not None:
            entries.append(entry)
    unique, doubles = first_of_each(entries)
    return Imported(tuple(unique), (*intake.problems, *doubles))


def write(entries: Sequence[GlossaryEntry], languages: Sequence[str] = ()) -> Exported:
    """Return OmegaT's form.

    :param languages: one, or two: that of the first column and that of the second; without any,
        the language of the first entry.
    """
    chosen = list(languages) or [entry.language for entry in entries[:1]]
    target = chosen[-1] if chosen else "en"
    lines = [f"# {' to '.join(chosen)}; the third column is the definition in {target}"]
    lost: list[str] = []
    firsts = {
        (entry.dictionary, entry.id, entry.audience): entry
        for entry in entries
        if len(chosen) > 1 and entry.language == chosen[0]
    }
    for entry in entries:
        if entry.language != target:
            if entry.language not in chosen:
                lost.append(f"a language beside {' and '.join(chosen)}")
            continue
        other = firsts.get((entry.dictionary, entry.id, entry.audience))
        if len(chosen) > 1 and other is None:
            lost.append(f"a term in {target} that has none in {chosen[0]}")
            continue
        cells = [other.term, entry.term] if other else [entry.term, ""]
        if cells[0].startswith("#"):
            lost.append("a term that begins with '#'")
            continue
        lines.append("\t".join([*cells, entry.definition]))
        lost += _lost_fields(entry)
    return Exported("".join(f"{line}\n" for line in lines).encode(), not_exported(lost, _FORM))


def _lost_fields(entry: GlossaryEntry) -> Iterator[str]:
    for name in _LOST:
        if getattr(entry, name):
            yield f"the field {name!r}"
    if entry.audience != "patient":
        yield "the field 'audience'"
