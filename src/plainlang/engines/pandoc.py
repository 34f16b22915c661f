"""pandoc as one long-lived process that serves many conversions.

Starting pandoc costs more than most conversions, so :class:`PandocWorker` keeps one process
(``pandoc lua``) and sends it frames (see ``pandoc_worker.lua`` beside this file). The process
is started at the first request, restarted where it has died, and ended at a time limit.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from plainlang.diagnostics import Code
from plainlang.document import Asset
from plainlang.exceptions import EngineError, MissingProgramError

#: The Markdown that plainlang reads (``docs/explanation/markdown.md`` says why each is off):
#: ``smart`` rewrites quotation marks; ``superscript`` and ``subscript`` swallow the marks of
#: ``10^9-10^10`` and ``~5-~10 mg``; ``fancy_lists`` turns "p. 34" into a list; dollars are money.
MARKDOWN = (
    "commonmark_x-smart-tex_math_dollars-superscript-subscript-fancy_lists-emoji"
    "-yaml_metadata_block-raw_attribute"
)

#: Seconds that one conversion may take. The slowest seen is 4 s (a page of 93,000 words).
DEFAULT_TIMEOUT = 60.0

#: Bytes of a request and its answer from which on pandoc starts afresh for the next one, which
#: takes 30 ms. It would keep what it took: 600 MB for a page of 93,000 words, which has 25 MB.
_LARGE = 2_000_000

#: The oldest pandoc whose behaviour was tried.
MINIMUM_VERSION = (3, 6)


def find_pandoc() -> Path:
    """Return the pandoc program: ``PLAINLANG_PANDOC``, else the one that the wheel brings.

    :raises MissingProgramError: if neither is there.
    """
    named = os.environ.get("PLAINLANG_PANDOC")
    if named:
        found = shutil.which(named)
        if found:
            # Absolute, because the worker runs in a folder of its own.
            return Path(found).absolute()
        raise MissingProgramError(
            f"PLAINLANG_PANDOC names {named!r}, which is not a program",
            hint="Unset PLAINLANG_PANDOC, or let it name a pandoc program.",
        )
    # Importing pypandoc costs 50 ms and runs `pandoc --version`; its wheel's layout is enough.
    spec = importlib.util.find_spec("pypandoc")
    if spec and spec.origin:
        folder = Path(spec.origin).parent / "files"
        for name in ("pandoc", "pandoc.exe"):
            if (folder / name).is_file():
                return folder / name
    on_path = shutil.which("pandoc")
    if on_path:
        return Path(on_path)
    raise MissingProgramError(
        "pandoc is not installed",
        hint="Run: pip install pypandoc_binary",
    )


def pandoc_version(program: Path) -> str:
    """Return the version that ``program --version`` prints, for example ``3.9``.

    :raises MissingProgramError: if the program does not run.
    """
    try:
        run = subprocess.run(
            [str(program), "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise MissingProgramError(
            f"{program} does not run: {error}",
            hint="Run: pip install --force-reinstall pypandoc_binary",
        ) from error
    return run.stdout.split("\n", 1)[0].removeprefix("pandoc ").strip()


class PandocWorker:
    """One pandoc process. Threads may share it; their requests wait for one another.

    :param timeout: seconds that one request may take.
    :param program: the pandoc to run; found by :func:`find_pandoc` where it is ``None``.
    """

    def __init__(self, timeout: float = DEFAULT_TIMEOUT, program: Path | None = None) -> None:
        self._timeout = timeout
        self._program = program
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> PandocWorker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process if none is running, so that it loads while other work is done.

        :raises MissingProgramError: if pandoc is not there or does not run.
        """
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        program = self._program or find_pandoc()
        # An empty folder of its own: a relative path in a document finds nothing there.
        self._folder = tempfile.TemporaryDirectory(prefix="plainlang-")
        try:
            self._process = subprocess.Popen(
                [str(program), "lua", str(Path(__file__).with_name("pandoc_worker.lua"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder.name,
                start_new_session=True,  # Ctrl-C goes to plainlang, which ends the worker
            )
        except OSError as error:
            self.close()
            raise MissingProgramError(
                f"pandoc does not start: {error}",
                hint="Run: pip install --force-reinstall pypandoc_binary",
            ) from error

    def close(self) -> None:
        """End the process and remove its folder."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def read(self, source: str, format: str = MARKDOWN + "+sourcepos") -> dict[str, Any]:
        """Parse ``source`` and return ``{"pandoc-api-version", "meta", "blocks"}``.

        With ``+sourcepos`` in ``format`` the blocks, links and images carry ``"line"``.

        :raises EngineError: if pandoc fails, dies or hangs, or the source is nested too deep.
        """
        answer = self._request({"from": format, "to": "json"}, source.encode())
        return decode_ast(answer)

    def write(
        self,
        blocks: Sequence[Any],
        format: str,
        *,
        api_version: Sequence[int],
        meta: Mapping[str, Any] | None = None,
        template: str | None = None,
        variables: Mapping[str, Any] | None = None,
        options: Mapping[str, Any] | None = None,
        assets: Sequence[Asset] = (),
    ) -> bytes:
        """Write ``blocks`` in a pandoc output format and return the bytes.

        :param meta: Pandoc metadata values (``{"t": "MetaString", "c": …}``).
        :param template: the text of a pandoc template; without one a fragment is written.
        :param options: fields of pandoc's ``WriterOptions`` in its Lua spelling.
        :param assets: files that pandoc finds under their names; it can read no others.
        :raises EngineError: if pandoc fails, dies or hangs.
        """
        document = {
            "pandoc-api-version": list(api_version),
            "meta": dict(meta or {}),
            "blocks": list(blocks),
        }
        header: dict[str, Any] = {
            "from": "json",
            "to": format,
            "variables": dict(variables or {}),
            "options": dict(options or {}),
            "media": [{"name": a.name, "type": a.media_type, "size": len(a.data)} for a in assets],
        }
        if template is not None:
            header["template"] = template
        payload = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        return self._request(header, payload, [a.data for a in assets])

    def _request(
        self, header: Mapping[str, Any], payload: bytes, media: Sequence[bytes] = ()
    ) -> bytes:
        head = json.dumps(header, ensure_ascii=False).encode()
        frame = b"%d %d\n" % (len(head), len(payload)) + head + payload + b"".join(media)
        with self._turn:
            for last in (False, True):
                self.start()
                answer = self._exchange(frame)
                if answer is not None:
                    break
                # It died. A second process decides whether the request is to blame.
                self.close()
                if last:
                    raise EngineError(
                        "pandoc ended while it worked on this document",
                        code=Code.PANDOC_DIED,
                        hint="Split the document, or report it: pandoc should not end by itself.",
                    )
            if answer is not None and len(frame) + len(answer[1]) > _LARGE:
                self.close()
        assert answer is not None
        status, body = answer
        if status != b"ok":
            message = body.decode(errors="replace").strip().split("\n")[0]
            raise EngineError(
                f"pandoc could not convert the document: {message}",
                code=Code.PANDOC_FAILED,
                hint="Simplify the part that the message names.",
            )
        return body

    def _exchange(self, frame: bytes) -> tuple[bytes, bytes] | None:
        """Send a frame and return ``(status, body)``, or ``None`` if the process ended."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            process.kill()

        timer = threading.Timer(self._timeout, expire)
        timer.daemon = True
        timer.start()
        try:
            try:
                process.stdin.write(frame)
                process.stdin.flush()
                line = process.stdout.readline().split()
                body = process.stdout.read(int(line[1])) if len(line) == 2 else b""
            except OSError:
                line, body = [], b""
        except BaseException:
            # An interrupt leaves half a frame behind: this process cannot be used again.
            self.close()
            raise
        finally:
            timer.cancel()
        if expired.is_set():
            self.close()
            raise EngineError(
                f"pandoc took more than {self._timeout:g} seconds and was stopped",
                code=Code.PANDOC_TIMEOUT,
                hint="Split the document, or raise `pandoc-timeout` in plainlang.toml.",
            )
        if len(line) != 2 or len(body) != int(line[1]):
            return None
        return line[0], body


def decode_ast(data: bytes) -> dict[str, Any]:
    """Decode pandoc's JSON and turn ``sourcepos`` wrappers into ``"line"`` keys.

    ``sourcepos`` wraps every token in a ``Span`` and every block in a ``Div`` that is marked
    ``wrapper=1``. They are unwrapped while the JSON is decoded, because a large page has 500,000
    of them; then neighbouring strings are joined again.

    :raises EngineError: if the document is nested deeper than Python's decoder allows.
    """
    enabled = gc.isenabled()
    gc.disable()  # a large page makes a million dicts, none of which is garbage
    try:
        result: dict[str, Any] = json.loads(data, object_hook=_unwrap)
    except RecursionError as error:
        raise EngineError(
            "the document is nested too deep (lists in lists, or quotes in quotes)",
            code=Code.NESTING_TOO_DEEP,
            hint="No reader can follow so many levels: flatten the lists or quotes.",
        ) from error
    finally:
        if enabled:
            gc.enable()
    return result


def _first_line(position: str) -> int | None:
    head = position.split(":", 1)[0].rsplit("@", 1)[-1]
    return int(head) if head.isdigit() else None


def _unwrap(element: dict[str, Any]) -> Any:
    kind = element.get("t")
    if kind is None:
        if "blocks" in element:
            element["blocks"] = _splice(element["blocks"])
        return element
    content = element.get("c")
    if isinstance(content, list):
        if kind in {"Span", "Div"}:
            attributes = content[0][2]
            content[1] = _splice(content[1])
            if attributes and attributes[0][0] == "wrapper":
                line = _first_line(attributes[1][1]) if len(attributes) > 1 else None
                inner = content[1]
                if kind == "Div" and line is not None and inner and "line" not in inner[0]:
                    inner[0]["line"] = line
                if content[0][0] == "" and content[0][1] == [] and len(attributes) <= 2:
                    return {"t": "-splice", "c": inner}
                # An author's attributes stand on the same wrapper: only the marks go.
            content[0][2] = [p for p in attributes if p[0] not in {"wrapper", "data-pos"}]
            line = next((_first_line(p[1]) for p in attributes if p[0] == "data-pos"), None)
            if line is not None:
                element["line"] = line
            return element
        _take_position(element, content)
        for index, part in enumerate(content):
            if isinstance(part, list):
                content[index] = _splice_lists(part)
        element["c"] = _splice(content)
        if kind == "BulletList":
            element["c"] = [_join_task(item) for item in element["c"]]
    return element


def _join_task(item: list[Any]) -> list[Any]:
    """Join the box of a task with its text: ``sourcepos`` gives the box a block of its own."""
    if len(item) < 2 or item[0] not in _BOXES or item[1]["t"] not in {"Plain", "Para"}:
        return item
    text = item[1]
    return [{**text, "c": [*item[0]["c"], {"t": "Space"}, *text["c"]]}, *item[2:]]


_BOXES = (
    {"t": "Plain", "c": [{"t": "Str", "c": "☐"}]},
    {"t": "Plain", "c": [{"t": "Str", "c": "☒"}]},
)


def _take_position(element: dict[str, Any], content: list[Any]) -> None:
    """Move ``data-pos`` from the element's own attributes to ``"line"``."""
    kind = element["t"]
    place = 1 if kind == "Header" else 0
    if kind not in {"Header", "Link", "Image", "Code", "CodeBlock", "Table", "Figure"}:
        return
    attributes = content[place][2]
    for pair in attributes:
        if pair[0] == "data-pos":
            lines = [_first_line(part) for part in pair[1].split(";")]
            found = [line for line in lines if line is not None]
            if found:
                element["line"] = min(found)
    content[place][2] = [p for p in attributes if p[0] not in {"wrapper", "data-pos"}]


def _splice_lists(value: list[Any]) -> list[Any]:
    """Splice in nested lists: list items, table rows and cells, definition lists."""
    result = [_splice_lists(item) if isinstance(item, list) else item for item in value]
    return _splice(result)


def _splice(items: list[Any]) -> list[Any]:
    """Put the content of splice marks in their place and join neighbouring strings."""
    result: list[Any] = []
    for item in items:
        parts = item["c"] if isinstance(item, dict) and item.get("t") == "-splice" else [item]
        for part in parts:
            if (
                result
                and isinstance(part, dict)
                and part.get("t") == "Str"
                and isinstance(result[-1], dict)
                and result[-1].get("t") == "Str"
            ):
                result[-1] = {"t": "Str", "c": result[-1]["c"] + part["c"]}
            else:
                result.append(part)
    return result
