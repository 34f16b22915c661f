"""Whatever is wrong with terms: said once, the link kept, and the build goes on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from plainlang.cli import main

POPUP = "https://www.cancer.gov/Common/PopUps/popDefinition.aspx?id={}&version=Patient&language=en"
GOOD: dict[str, Any] = {"id": "1", "term": "graft", "definition": "Skin that is moved."}


def written(project: Path, *records: Any, data: bytes = b"", name: str = "nci.en.jsonl") -> None:
    folder = project / "glossary"
    folder.mkdir(exist_ok=True)
    texts = [r if isinstance(r, str) else json.dumps(r) for r in (GOOD, *records)]
    (folder / name).write_bytes(data or "\n".join(texts).encode())


def built(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    *options: str,
    numbers: tuple[int, ...] = (7, 7),
) -> tuple[int, str, str]:
    """Build a page that links the good term and others; return status, page and messages."""
    links = " ".join(f"A [word{number}]({POPUP.format(number)}) there." for number in numbers)
    (project / "a.md").write_text(
        f"---\ntitle: A\nlanguage: en\n---\n\n## One\n\nA [graft]({POPUP.format(1)}).\n\n{links}\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit) as stopped:
        main(["build", "a.md", "-f", "html", *options])
    page = (project / "out/a/en/a.en.html").read_text(encoding="utf-8")
    captured = capsys.readouterr()
    assert captured.out == ""
    for number in numbers:
        address = POPUP.format(number).replace("&", "&amp;")
        assert f'href="{address}"' in page, "the link is kept"
    return int(stopped.value.code or 0), page, captured.err


def count(messages: str, code: str) -> int:
    return len(re.findall(rf"(?:error|warning|info)\[{code}\]", messages))


def test_an_unknown_id(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(project)
    status, page, messages = built(project, capsys)
    assert status == 0
    assert count(messages, "term-unknown") == 1
    assert "no entry 7 (word7) of 'nci'" in messages
    assert "(skin that is moved)" in page


def test_an_id_of_other_readers(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(
        project,
        {
            "id": "7",
            "term": "word7",
            "audience": "health-professional",
            "definition": "Some meaning.",
        },
    )
    status, page, messages = built(project, capsys, "-v")
    assert status == 0
    assert count(messages, "term-other-audience") == 1
    assert "Some meaning" in page or "some meaning" in page


def test_an_id_of_another_language(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(project)
    written(project, data=b'{"id": "7", "term": "palabra", "definition": "Lo que significa."}\n',
            name="nci.es.jsonl")  # fmt: skip
    status, page, messages = built(project, capsys)
    assert status == 0
    assert count(messages, "term-other-language") == 1
    assert re.search(r'lang="es"[^>]*>(<[^>]*>)*Lo que significa', page)


def test_a_definition_with_markup(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Some <b onclick='x()'>meaning</b><script>alert(1)</script> &amp; **more**."
    written(project, {"id": "7", "term": "word7", "definition": text})
    status, page, messages = built(project, capsys)
    assert status == 0
    assert count(messages, "glossary-entry-cleaned") == 1
    assert "glossary/nci.en.jsonl:2: warning[glossary-entry-cleaned]" in messages
    assert "<script>alert" not in page
    assert "onclick" not in page


@pytest.mark.parametrize("definition", ["", " ", "<p> </p>", None, "Word7.", "word7"])
def test_an_empty_definition_or_the_term_itself(
    project: Path, capsys: pytest.CaptureFixture[str], definition: str | None
) -> None:
    written(project, {"id": "7", "term": "word7", "definition": definition})
    status, _, messages = built(project, capsys)
    assert status == 0
    assert count(messages, "glossary-entry-invalid") == 1
    assert "glossary/nci.en.jsonl:2: warning[glossary-entry-invalid]" in messages
    assert count(messages, "term-unknown") == 1


def test_a_definition_that_links_to_itself(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(project, {"id": "7", "term": "word7", "definition": "A kind of word.", "links": ["7"]})
    status, page, messages = built(project, capsys)
    assert status == 0
    assert count(messages, "term-self-defined") == 1
    assert page[page.index("Words to know") :].count("A kind of word.") == 1


def test_definitions_in_a_circle(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(
        project,
        {"id": "7", "term": "word7", "definition": "It needs eight.", "links": ["8"]},
        {"id": "8", "term": "word8", "definition": "It needs nine.", "links": ["9"]},
        {"id": "9", "term": "word9", "definition": "It needs seven.", "links": ["7"]},
    )
    status, page, messages = built(project, capsys, "-v")
    assert status == 0
    assert count(messages, "term-cycle") == 1
    listed = page[page.index("Words to know") :]
    assert [listed.count(f"It needs {n}.") for n in ("eight", "nine", "seven")] == [1, 1, 1]


def test_a_file_that_is_not_utf8(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(project)
    written(project, data=b'{"id": "7", "term": "caf\xe9", "definition": "x y"}', name="x.en.jsonl")
    status, page, messages = built(project, capsys)
    assert status == 3  # a file that was asked for could not be read
    assert count(messages, "glossary-unreadable") == 1
    assert "glossary/x.en.jsonl:1: error[glossary-unreadable]" in messages
    assert "(skin that is moved)" in page
    assert "Built 1 edition" in messages


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("broken", "glossary-entry-invalid"),
        ("[]", "glossary-entry-invalid"),
        ({"id": "7", "definition": "No term here."}, "glossary-entry-invalid"),
        ({**GOOD, "definition": "Said twice."}, "glossary-entry-duplicate"),
        ({"id": "7", "term": "word7", "definition": "A b c.", "x": 1}, "glossary-field-unknown"),
    ],
)
def test_a_bad_line(project: Path, capsys: pytest.CaptureFixture[str], bad: Any, code: str) -> None:
    written(project, bad)
    status, page, messages = built(project, capsys)
    assert status == 0
    assert count(messages, code) == 1
    assert f"glossary/nci.en.jsonl:2: warning[{code}]" in messages
    assert "(skin that is moved)" in page


def test_problems_are_said_once_for_many_documents(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(project, "broken")
    for name in ("b", "c"):
        (project / f"{name}.md").write_text(
            f"---\ntitle: {name}\nlanguage: en\n---\n\nA [graft]({POPUP.format(1)}).\n"
        )
    status, _, messages = built(project, capsys, "b.md", "c.md", "-j", "2")
    assert status == 0
    assert count(messages, "glossary-entry-invalid") == 1
    again = built(project, capsys, "b.md", "c.md")[2]  # nothing is built, the file is still bad
    assert count(again, "glossary-entry-invalid") == 1


def test_problems_are_not_said_where_nothing_is_explained(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(project, "broken")
    (project / "plainlang.toml").write_text("[glossary]\nexpand = []\n")
    status, page, messages = built(project, capsys)
    assert status == 0
    assert "glossary" not in messages
    assert "skin that is moved" not in page


def test_no_glossary_at_all(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, messages = built(project, capsys, numbers=(7, 8))
    assert status == 0
    assert count(messages, "term-unknown") == 3
