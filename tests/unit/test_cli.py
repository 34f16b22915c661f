"""The commands, called as a shell calls them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainlang.cli import COMMANDS, main

SAMPLE = """\
---
title: Asthma - NHS
source: NHS
language: en
---

# Asthma

Patientsâ€™ inhalers
are blue.
"""


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    captured = capsys.readouterr()
    return int(stopped.value.code or 0), captured.out, captured.err


def test_normalize_gives_clean_markdown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.md").write_text(SAMPLE, encoding="utf-8")
    status, out, err = run(capsys, "normalize", "a.md")
    assert (status, err) == (0, "")
    assert out.startswith("---\ntitle: Asthma\n")
    assert out.endswith("---\n\nPatients’ inhalers are blue.\n")


def test_normal_text_is_normal_already(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.md").write_text(SAMPLE, encoding="utf-8")
    once = run(capsys, "normalize", "a.md")[1]
    (project / "b.md").write_text(once, encoding="utf-8")
    assert run(capsys, "normalize", "b.md")[1] == once
    assert "Nothing was cleaned up" in run(capsys, "normalize", "b.md", "--explain", "text")[1]


def test_explain_names_repairs_and_rules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.md").write_text(SAMPLE, encoding="utf-8")
    status, out, _ = run(capsys, "normalize", "a.md", "--explain", "json", "-o", "clean.md")
    report = json.loads(out)
    assert status == 0
    assert report["schema"] == "plainlang.normalize/1"
    assert report["encoding"] == "utf-8"
    (repair,) = report["repairs"]
    assert repair["line"] == 9
    assert (repair["before"], repair["after"]) == ("Patientsâ€™ inhalers", "Patients’ inhalers")
    assert repair["steps"]
    assert [(c["rule"], c["line"]) for c in report["cleanup"]][-1][0] in {
        "soft-wraps",
        "duplicate-title",
    }
    assert {c["rule"] for c in report["cleanup"]} >= {
        "site-suffix",
        "duplicate-title",
        "soft-wraps",
    }
    assert (project / "clean.md").read_text(encoding="utf-8").endswith("are blue.\n")
    text = run(capsys, "normalize", "a.md", "--explain", "text")[1]
    assert "“Patientsâ€™ inhalers” became “Patients’ inhalers”" in text
    assert "line 9" in text
    assert "[site-suffix]" in text


def test_normalize_fails_as_a_build_does(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "a.md").write_text("---\na: b: c\n---\n")
    status, _, err = run(capsys, "normalize", "a.md")
    assert status == 3
    assert err.startswith("a.md:2: error[front-matter-invalid]")
    assert run(capsys, "normalize", "none.md")[0] == 3


def test_init_makes_a_project_that_builds(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "init", "new")
    assert status == 0
    assert "plainlang build" in out
    again, _, err = run(capsys, "init", "new")
    assert again == 2
    assert "already" in err
    done = subprocess.run(
        [sys.executable, "-m", "plainlang", "build"],
        cwd=project / "new", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Built 4 editions" in done.stderr
    assert "warning" not in done.stderr
    assert (project / "new/out/index.html").is_file()


def test_doctor_looks_at_everything(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, _ = run(capsys, "doctor")
    assert status == 0
    assert "MISSING" not in out
    monkeypatch.setenv("PLAINLANG_PANDOC", "nowhere")
    status, out, err = run(capsys, "doctor", "--format", "json")
    assert status == 4
    (pandoc,) = [part for part in json.loads(out) if part["name"] == "pandoc"]
    assert pandoc["ok"] is False
    assert pandoc["advice"]
    assert "1 needed part" in err


def test_help_lists_every_command_without_importing_one(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--help")
    assert status == 0
    for name in COMMANDS:
        assert name in out
    code = "import sys, plainlang.cli; print(*sorted(m for m in sys.modules if m.split('.')[0] in {'pydantic', 'lxml', 'typst', 'yaml', 'babel', 'rich'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, name, "--help")
    assert status == 0
    assert "Usage: plainlang " + name in out


def test_quiet_says_nothing_and_verbose_says_what_changed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.md").write_text(SAMPLE, encoding="utf-8")
    assert run(capsys, "build", "-q", "-f", "html", "a.md") == (0, "", "")
    status, out, err = run(capsys, "build", "-v", "--force", "-f", "html", "a.md")
    assert (status, out) == (0, "")
    assert "a.md:9: info[text-repaired]" in err
    assert "info[cleanup]" in err
    assert "Built 1 edition, 0 unchanged, of 1 document; 0 failures." in err
    assert "Look at out/index.html" in err


def test_a_progress_bar_needs_a_terminal(project: Path) -> None:
    pty = pytest.importorskip("pty")
    import os

    (project / "a.md").write_text(SAMPLE, encoding="utf-8")
    main_end, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "plainlang", "build", "-f", "html", "a.md"],
        stderr=other, stdout=subprocess.PIPE, env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(other)
    shown = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            part = os.read(main_end, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(main_end)
    assert process.wait(timeout=60) == 0
    assert process.stdout is not None
    assert process.stdout.read() == b""
    process.stdout.close()
    assert b"0/1" in shown
    assert b"Built 1 edition" in shown
