from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plainlang.ast import attr, para, stringify, text, walk
from plainlang.diagnostics import Code
from plainlang.document import Asset
from plainlang.engines import Engines
from plainlang.engines.pandoc import MARKDOWN, PandocWorker, decode_ast, find_pandoc, pandoc_version
from plainlang.exceptions import EngineError, MissingProgramError

RICH = """\
# A *title* {#t .c}

Para one
with [a link](http://x.org/ "ti") and ![alt](a.png).

- one
- two

  with a second paragraph

Term
: Definition

| a | b |
|---|---|
| 1 | 2 |

> quote

::: {.note}
inside
:::

word[^1]

[^1]: The note.

```py
code
```

- [ ] a task
- [x] *done*

  with more
"""


def program(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "pandoc"
    path.write_text(f"#!{sys.executable}\n{body}")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return path


def without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {k: without_lines(v) for k, v in value.items() if k != "line"}
    if isinstance(value, list):
        return [without_lines(v) for v in value]
    return value


def test_lines_are_added_and_nothing_else_changes(engines: Engines) -> None:
    with_lines = engines.pandoc.read(RICH)
    plain = engines.pandoc.read(RICH, MARKDOWN)
    assert without_lines(with_lines) == plain
    lines = {e["t"]: e["line"] for e in reversed(list(walk(with_lines["blocks"]))) if "line" in e}
    assert lines["Header"] == 1
    assert lines["BulletList"] == 6
    assert lines["Link"] == 4
    assert lines["Image"] == 4
    assert lines["DefinitionList"] == 11
    assert lines["Table"] == 14
    assert lines["BlockQuote"] == 18
    assert lines["CodeBlock"] == 28


@pytest.mark.parametrize(
    "source",
    [
        "10^9-10^10 cells and ~5-~10 mg",
        "p. 34 says so",
        "i. e. this one",
        "(c) the owner",
        "It costs $5 or 10$ a day",
        'She said "no" -- twice...',
        "12:30:45 and :smile:",
        "`x`{=typst}",
    ],
)
def test_signs_that_medical_text_needs_stay_signs(engines: Engines, source: str) -> None:
    blocks = engines.pandoc.read(source)["blocks"]
    assert [b["t"] for b in blocks] == ["Para"]
    assert stringify(blocks).strip() == source.replace("`", "")


def test_write_uses_template_variables_and_assets(engines: Engines) -> None:
    image = {"t": "Image", "c": [attr(), text("dot"), ["media/d.png", ""]]}
    out = engines.pandoc.write(
        [para([*text("hi"), image])],
        "html5",
        api_version=(1, 23, 1),
        template="<$tag$>$body$</$tag$>",
        variables={"tag": "main"},
        assets=[Asset("media/d.png", "image/png", b"x", "d.png")],
    ).decode()
    assert out.startswith("<main><p>hi<img")


def test_an_error_is_a_message_and_the_worker_goes_on(engines: Engines) -> None:
    with pytest.raises(EngineError) as caught:
        engines.pandoc.write([], "no-such-format", api_version=(1, 23, 1))
    assert caught.value.diagnostic.code is Code.PANDOC_FAILED
    assert "Unknown output format" in str(caught.value)
    assert engines.pandoc.read("again")["blocks"]


def test_a_killed_worker_is_started_again() -> None:
    with PandocWorker() as worker:
        worker.read("one")
        process = worker._process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert worker.read("two")["blocks"]
        assert worker._process is not None
        assert worker._process.pid != process.pid


def test_what_a_large_document_took_is_given_back() -> None:
    with PandocWorker() as worker:
        assert len(worker.read("word\n\n" * 30_000)["blocks"]) == 30_000
        assert worker._process is None
        assert worker.read("two")["blocks"]
        assert worker._process is not None


def test_threads_share_a_worker(engines: Engines) -> None:
    def back(number: int) -> object:
        return engines.pandoc.read(str(number))["blocks"][0]["c"]

    with ThreadPoolExecutor(4) as executor:
        assert list(executor.map(back, range(20))) == [
            [{"t": "Str", "c": str(number)}] for number in range(20)
        ]


def test_a_pandoc_that_dies_on_a_document_is_tried_twice(tmp_path: Path) -> None:
    log = tmp_path / "log"
    dying = program(
        tmp_path, f"import sys\nopen({str(log)!r}, 'a').write('x')\nsys.stdin.readline()\n"
    )
    with PandocWorker(program=dying) as worker, pytest.raises(EngineError) as caught:
        worker.read("x")
    assert caught.value.diagnostic.code is Code.PANDOC_DIED
    assert log.read_text() == "xx"


def test_a_pandoc_that_hangs_is_stopped(tmp_path: Path) -> None:
    hanging = program(tmp_path, "import time\ntime.sleep(60)\n")
    with PandocWorker(timeout=0.3, program=hanging) as worker:
        with pytest.raises(EngineError) as caught:
            worker.read("x")
        assert caught.value.diagnostic.code is Code.PANDOC_TIMEOUT
        assert worker._process is None
    assert threading.active_count() < 5


def test_half_an_answer_is_no_answer(tmp_path: Path) -> None:
    cut = program(tmp_path, "import sys\nsys.stdin.readline()\nprint('ok 100')\nprint('short')\n")
    with PandocWorker(program=cut) as worker, pytest.raises(EngineError):
        worker.read("x")


def test_closing_leaves_no_process_and_no_folder() -> None:
    worker = PandocWorker()
    worker.start()
    assert worker._process is not None
    assert worker._folder is not None
    pid, folder = worker._process.pid, Path(worker._folder.name)
    worker.close()
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_worker_ends_with_its_parent() -> None:
    code = (
        "import os\nfrom plainlang.engines.pandoc import PandocWorker\n"
        "w = PandocWorker()\nw.read('x')\nprint(w._process.pid, flush=True)\nos._exit(9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        threading.Event().wait(0.05)
    raise AssertionError("pandoc outlived the program that started it")


def test_too_deep_a_nesting_is_a_message() -> None:
    deep = b'{"blocks":' + b'[{"t":"BlockQuote","c":' * 5000 + b"[]" + b"}]" * 5000 + b"}"
    with pytest.raises(EngineError) as caught:
        decode_ast(deep)
    assert caught.value.diagnostic.code is Code.NESTING_TOO_DEEP


def test_the_program_is_found_and_says_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pandoc_version(find_pandoc()).startswith("3.")
    monkeypatch.setenv("PLAINLANG_PANDOC", "no-such-pandoc")
    with pytest.raises(MissingProgramError, match="no-such-pandoc"):
        find_pandoc()


def test_a_program_that_does_not_run_is_missing(tmp_path: Path) -> None:
    broken = tmp_path / "pandoc"
    broken.write_bytes(b"\x00\x01 not a program")
    broken.chmod(0o755)
    with pytest.raises(MissingProgramError):
        pandoc_version(broken)
    with PandocWorker(program=broken) as worker, pytest.raises(MissingProgramError):
        worker.start()
