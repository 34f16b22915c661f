"""One test for each kind of bad input: a clear message, the status, the other documents built."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import GOOD, Ran, Run

GOOD_EDITION = "good/en/good.en.html"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def seed(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def fails_alone(ran: Ran, source: str, code: str, line: int | None = None) -> None:
    """The bad source is named with its code, the good one is built, nothing poses as done."""
    place = f"{source}:{line}: " if line else f"{source}"
    assert f"error[{code}]" in ran.err
    assert any(row.startswith(place) for row in ran.err.splitlines()), ran.err
    message = next(row for row in ran.err.splitlines() if f"error[{code}]" in row)
    hint = ran.err.splitlines()[ran.err.splitlines().index(message) + 1]
    assert hint.startswith("  ")
    assert hint.strip()
    assert ran.status == 3
    assert ran.editions() == [GOOD_EDITION]
    manifest = ran.manifest()
    assert [f["code"] for f in manifest["failures"] if f["source"] == source] == [code]
    assert code in (ran.folder / "out/index.html").read_text()


def build(run: Run, *arguments: str, **environment: str) -> Ran:
    return run("build", "-f", "html", *arguments, **environment)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(run: Run, tmp_path: Path, content: bytes) -> None:
    seed(tmp_path, "bad.md", content)
    fails_alone(build(run), "seeds/bad.md", "source-empty")


@pytest.mark.parametrize(
    "content", [PNG, b"%PDF-1.7\n\x00\x01", b"PK\x03\x04" + b"\x00" * 40, bytes(range(256)) * 4]
)
def test_a_binary_file(run: Run, tmp_path: Path, content: bytes) -> None:
    seed(tmp_path, "bad.md", content)
    fails_alone(build(run), "seeds/bad.md", "source-binary")


def test_a_missing_file(run: Run) -> None:
    ran = build(run, "seeds/none.md", "seeds/good.md")
    fails_alone(ran, "seeds/none.md", "source-missing")


def test_an_unreadable_file(run: Run, tmp_path: Path) -> None:
    # A link to itself cannot be read by anybody, not even by root.
    os.symlink("bad.md", tmp_path / "seeds" / "bad.md")
    fails_alone(build(run), "seeds/bad.md", "source-unreadable")


def test_invalid_yaml(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "bad.md", "---\nlanguage: en\ntitle: Doses: a table\n---\n\nText\n")
    fails_alone(build(run), "seeds/bad.md", "front-matter-invalid", 3)


def test_a_source_without_text(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "bad.md", "---\ntitle: Only a title\n---\n\n<!-- to do -->\n")
    fails_alone(build(run), "seeds/bad.md", "source-no-text", 4)


def test_two_sources_with_one_id(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "a/same.md", "One")
    seed(tmp_path, "b/Same.txt", "Two")
    ran = build(run)
    assert ran.status == 3
    assert ran.editions() == [GOOD_EDITION]
    assert (
        "seeds/a/same.md:1: error[duplicate-id]: the id 'same' is also the id of seeds/b/Same.txt"
        in ran.err
    )
    assert "seeds/b/Same.txt:1: error[duplicate-id]" in ran.err


def test_an_id_in_the_front_matter_counts(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "other.md", "---\nid: good\nlanguage: en\n---\n\nText\n")
    ran = build(run)
    assert ran.status == 3
    assert ran.editions() == []
    assert ran.err.count("error[duplicate-id]") == 2


def test_an_image_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "bad.md", "# Pens\n\nText\n\n![a pen](pen.png)\n")
    fails_alone(build(run), "seeds/bad.md", "image-not-found", 5)


@pytest.mark.parametrize("target", ["../../secret.png", "/etc/hostname"])
def test_an_image_outside_the_sources_folder(run: Run, tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    seed(tmp_path, "sub/bad.md", f"# Pens\n\n![a pen]({target})\n")
    fails_alone(build(run), "seeds/sub/bad.md", "image-outside", 3)


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"{'  ' * level}- level {level}\n" for level in range(90)),
        "> " * 60 + "deep\n",
    ],
    ids=["lists", "quotes"],
)
def test_more_levels_than_can_be_printed(run: Run, tmp_path: Path, content: str) -> None:
    seed(tmp_path, "deep.md", f"# Pens\n\n{content}")
    ran = run("build", "-f", "html,pdf", "seeds/deep.md")
    assert "seeds/deep.md: error[nesting-too-deep]" in ran.err
    assert "flatten the lists or quotes" in ran.err
    assert ran.status == 3
    assert [path.rpartition(".")[2] for path in ran.editions()] == ["html"]


def test_an_unknown_language_in_a_source(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "bad.md", "---\ntitle: T\nlanguage: xx\n---\n\nText\n")
    fails_alone(build(run), "seeds/bad.md", "unknown-language", 3)


def test_an_unknown_format(run: Run) -> None:
    ran = run("build", "-f", "epub,pfd")
    assert ran.status == 2
    assert ran.err.startswith("error[unknown-format]: unknown format 'pfd'\n  Did you mean 'pdf'?")
    assert not (ran.folder / "out").exists()


def test_an_unknown_language(run: Run) -> None:
    ran = build(run, "-l", "xx")
    assert ran.status == 2
    assert "error[unknown-language]: unknown language 'xx'" in ran.err


def test_a_language_without_translation(run: Run) -> None:
    ran = build(run, "-l", "es")
    assert ran.status == 3
    assert "seeds/good.md: error[translation-missing]" in ran.err
    assert ran.editions() == []
    assert build(run, "-l", "en").editions() == [GOOD_EDITION]


def test_an_unknown_configuration_key(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plainlang.toml").write_text('out = "out"\nformat = ["html"]\n')
    ran = build(run)
    assert ran.status == 2
    assert ran.err.startswith(
        "plainlang.toml:2: error[config-unknown-key]: unknown key 'format'\n  Did you mean 'formats'?"
    )


def test_an_unknown_cleanup_rule(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plainlang.toml").write_text('[cleanup]\ndisable = ["soft-wrap"]\n')
    ran = build(run)
    assert ran.status == 2
    assert "there is no rule 'soft-wrap'\n  Did you mean 'soft-wraps'?" in ran.err


@pytest.mark.parametrize("out", ["blocked", "/proc/plainlang"])
def test_an_output_folder_that_cannot_be_written(run: Run, tmp_path: Path, out: str) -> None:
    (tmp_path / "blocked").write_text("a file is in the way")
    ran = build(run, "-o", out)
    assert ran.status == 2
    assert f"{out}: error[output-unwritable]: cannot write here" in ran.err
    assert "-o" in ran.err


def test_no_document_at_all(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = build(run, "empty")
    assert ran.status == 2
    assert "there is no document to build in empty" in ran.err


def test_a_full_disk(run: Run, tmp_path: Path) -> None:
    assert build(run).status == 0
    before = (tmp_path / "out/manifest.json").read_bytes()
    # The system's limit on the size of a file stands for a disk that is full after 14 kB: the
    # web page and the index fit, the PDF and the report do not.
    done = subprocess.run(
        [sys.executable, "-m", "plainlang", "build", "--force", "-f", "html,pdf"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (14_000, 14_000)),
    )
    assert "Traceback" not in done.stderr
    assert "error[disk-full]" in done.stderr
    assert done.returncode == 3
    assert not list(tmp_path.rglob("*.part"))
    assert not list(tmp_path.rglob("*.pdf"))
    assert (tmp_path / "out/manifest.json").read_bytes() != before
    assert [f["code"] for f in Ran(0, "", "", tmp_path).manifest()["failures"]] == ["disk-full"] * 2


@pytest.mark.parametrize(
    ("jobs", "sent"), [("1", signal.SIGINT), ("2", signal.SIGINT), ("1", signal.SIGTERM)]
)
def test_ctrl_c_in_the_middle(run: Run, tmp_path: Path, jobs: str, sent: signal.Signals) -> None:
    for number in range(40):
        seed(tmp_path, f"d{number:02}.md", GOOD + "\n\nMore text to set. " * 200)
    process = subprocess.Popen(
        [sys.executable, "-m", "plainlang", "build", "-f", "html,pdf", "-j", jobs],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while len(list(tmp_path.glob("out/*/en/*.html"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Interrupted" in err
    assert "Traceback" not in err
    assert not list(tmp_path.rglob("*.part"))
    # What the manifest names is there, whole; and the next build goes on from it.
    manifest = Ran(0, "", "", tmp_path).manifest()
    assert 0 < len(manifest["editions"]) < 82
    for edition in manifest["editions"]:
        assert (tmp_path / "out" / edition["path"]).stat().st_size == edition["bytes"]
    again = run("build", "-f", "html,pdf", "-j", "2")
    assert again.status == 0
    assert len(again.manifest()["editions"]) == 82


def fake_pandoc(tmp_path: Path, body: str) -> str:
    path = tmp_path / "fake-pandoc"
    path.write_text(f"#!{sys.executable}\n{body}")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return str(path)


#: A pandoc that passes everything on to the real one, unless the document says otherwise.
WRAPPER = """
import os, subprocess, sys
from plainlang.engines.pandoc import find_pandoc
os.environ.pop("PLAINLANG_PANDOC")
real = subprocess.Popen([str(find_pandoc()), *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
while True:
    line = sys.stdin.buffer.readline()
    if not line:
        real.kill(); break
    head, body = map(int, line.split())
    data = sys.stdin.buffer.read(head + body)
    if b"{MARK}" in data:
        {ACTION}
    real.stdin.write(line + data); real.stdin.flush()
    answer = real.stdout.readline()
    sys.stdout.buffer.write(answer + real.stdout.read(int(answer.split()[1])))
    sys.stdout.buffer.flush()
"""


def test_a_pandoc_that_dies(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "bad.md", "---\nlanguage: en\n---\n\nkillpandoc\n")
    body = WRAPPER.replace("{MARK}", "killpandoc").replace("{ACTION}", "os._exit(9)")
    ran = build(run, PLAINLANG_PANDOC=fake_pandoc(tmp_path, body))
    fails_alone(ran, "seeds/bad.md", "pandoc-died")


def test_a_pandoc_that_hangs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plainlang.toml").write_text("[limits]\npandoc-timeout = 3\n")
    seed(tmp_path, "bad.md", "---\nlanguage: en\n---\n\nhangpandoc\n")
    body = WRAPPER.replace("{MARK}", "hangpandoc").replace(
        "{ACTION}", "import time; time.sleep(99)"
    )
    ran = build(run, PLAINLANG_PANDOC=fake_pandoc(tmp_path, body))
    fails_alone(ran, "seeds/bad.md", "pandoc-timeout")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_pandoc_at_all(run: Run, tmp_path: Path, jobs: str) -> None:
    seed(tmp_path, "other.md", GOOD)
    ran = build(run, "-j", jobs, PLAINLANG_PANDOC="no-such-program")
    assert ran.status == 4
    assert "error[pandoc-missing]" in ran.err


def test_a_failed_document_leaves_no_old_edition(run: Run, tmp_path: Path) -> None:
    path = seed(tmp_path, "bad.md", "---\nlanguage: en\n---\n\nTake 5 mg.\n")
    assert len(build(run).editions()) == 2
    path.write_text("---\ntitle: a: b\n---\nTake 2 mg.\n")
    fails_alone(build(run), "seeds/bad.md", "front-matter-invalid", 2)


def test_standard_input(run: Run) -> None:
    ran = run("build", "-f", "html", "-", stdin=b"---\nlanguage: en\n---\n# Hello\n\nText\n")
    assert ran.status == 0
    assert ran.editions() == ["stdin/en/stdin.en.html"]


def test_wrong_use(run: Run) -> None:
    for arguments in (["bild"], ["build", "--fast"], ["build", "-j", "0"], ["normalize"]):
        ran = run(*arguments)
        assert ran.status == 2
        assert "Usage" in ran.err or "Error" in ran.err
