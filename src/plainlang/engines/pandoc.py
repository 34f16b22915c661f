"""pandoc as one long-lived process that serves many conversions.

Starting pandoc costs more than most conversions, so :class:`PandocWorker` keeps one process
(``pandoc lua``) and sends it frames (see ``pandoc_worker.lua`` beside this file). The process
is started at the first request, restarted where it has died, and ended at a time limit.
"""

from __future__ import annotations

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
from plainlang.engines.pandoc_ast import decode_ast
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

#: What pandoc's heap may grow to. The largest page (93,000 words) takes 0.6 GB; a line of 20 MB
#: would take 8.5 GB, and with it the machine.
MAX_HEAP_MB = 1_500
#: Megabytes that pandoc fills before it looks for what it no longer needs. With the 4 that GHC
#: takes, it spends a quarter of its time on a large page looking.
_ALLOCATION_MB = 16
#: How a program of GHC's runtime ends where its heap is full (GHC User's Guide, RTS option -M).
_HEAP_EXHAUSTED = 251

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
                env={**os.environ, "GHCRTS": f"-M{MAX_HEAP_MB}m -A{_ALLOCATION_MB}m"},
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

    def read(self, source: str | bytes, format: str = MARKDOWN + "+sourcepos") -> dict[str, Any]:
        """Parse ``source`` and return ``{"pandoc-api-version", "meta", "blocks"}``.

        With ``+sourcepos`` in ``format`` the blocks, links and images carry ``"line"``.

        :raises EngineError: if pandoc fails, dies or hangs, or the source is nested too deep.
        """
        payload = source.encode() if isinstance(source, str) else source
        answer = self._request({"from": format, "to": "json"}, payload)
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
                self._refuse_exhausted()
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

    def _refuse_exhausted(self) -> None:
        """Raise where the process ended because its heap was full: a second try would take as long.

        :raises EngineError: with the code ``pandoc-memory``.
        """
        assert self._process is not None
        with suppress(subprocess.TimeoutExpired):
            if self._process.wait(timeout=5) == _HEAP_EXHAUSTED:
                self.close()
                raise EngineError(
                    f"pandoc needs more than {MAX_HEAP_MB:,} MB of memory for this document",
                    code=Code.PANDOC_MEMORY,
                    hint="Split the document. Is a line of many megabytes in it?",
                )

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
