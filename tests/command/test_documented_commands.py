"""The commands in the documentation are run, line by line, in a folder like the reader's."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import REPOSITORY
from ..office import word_leaflet

PAGES = [
    REPOSITORY / "README.md",
    *sorted((REPOSITORY / "docs" / "tutorial").glob("*.md")),
    *sorted((REPOSITORY / "docs" / "how-to").glob("*.md")),
]
#: Lines that make the machine ready; `make` and CI run them.
INSTALLING = re.compile(
    r"^(\S*make\b|git |python3? -m venv|py -m venv|\S*pip |\S*python\S* -m pip|\.venv|PLAINLANG_CORPUS|pytest )"
)


def steps(page: Path) -> list[tuple[str, str]]:
    """Files to write (named in the text before a Markdown block) and commands, in order."""
    text = page.read_text(encoding="utf-8")
    found: list[tuple[str, str]] = []
    for match in re.finditer(r"^```(\w+)\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        kind, body = match.groups()
        if kind == "sh":
            found += [
                ("run", line) for line in body.replace("\\\n", " ").splitlines() if line.strip()
            ]
        elif kind == "markdown":
            name = re.findall(r"`([\w/.-]+\.md)`", text[: match.start()])[-1]
            found.append((name, body))
        elif kind == "yaml":
            named = re.findall(r"`([\w/.-]+\.meta\.yaml)`", text[: match.start()])
            found += [(name, body) for name in named[-1:]]
    return found


def is_command(line: str) -> bool:
    return not line.startswith("#") and not INSTALLING.match(line)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_command_of_a_page_works(page: Path, tmp_path: Path) -> None:
    folder = tmp_path
    shutil.copytree(REPOSITORY / "seeds", folder / "seeds")
    shutil.copytree(REPOSITORY / "seeds", folder / "leaflets")
    if "inhaler.docx" in page.read_text(encoding="utf-8"):
        (folder / "leaflets" / "inhaler.docx").write_bytes(word_leaflet(language="en"))
    program = f"{shlex.quote(sys.executable)} -m plainlang "
    for name, body in steps(page):
        if name != "run":
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(body, encoding="utf-8")
            continue
        if not is_command(body):
            continue
        if body.startswith("cd "):
            folder = folder / body[3:].strip()
            assert folder.is_dir()
            continue
        command = re.sub(r"(^|\s)plainlang ", lambda m: m[1] + program, body, count=1)
        command = re.sub(r"^python ", shlex.quote(sys.executable) + " ", command)
        done = subprocess.run(
            command, shell=True, cwd=folder, capture_output=True, text=True, check=False,
            env={**os.environ, "NO_COLOR": "1"}, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, f"{body}\n{done.stdout}\n{done.stderr}"


def test_the_pages_do_have_commands() -> None:
    commands = [
        line for page in PAGES for kind, line in steps(page) if kind == "run" and is_command(line)
    ]
    assert len(commands) >= 12


def test_the_tutorial_says_what_happens(tmp_path: Path) -> None:
    (page,) = [p for p in PAGES if p.name == "first-leaflet.md"]
    (body,) = [body for name, body in steps(page) if name == "seeds/inhaler.md"]
    (tmp_path / "inhaler.md").write_text(body, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "plainlang", "normalize", "inhaler.md"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "title: Your new inhaler\n" in done.stdout
    assert done.stdout.count("Your new inhaler") == 1
    assert "Use the blue inhaler when you are short of breath." in done.stdout
    assert "Do not use it more than 4 times a day." in done.stdout
