"""A server on this machine that answers as NCI's Glossary API does."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

JSON = "application/json; charset=utf-8"


@dataclass
class Reply:
    status: int = 200
    body: bytes = b""
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


@dataclass
class Api:
    """What the server answers, by ``dictionary/audience/language/key``.

    The last of several replies to one address is given again; any other address is not known.
    """

    replies: dict[str, list[Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    url: str = ""

    def term(self, place: str, **more: Any) -> None:
        self.replies[place] = [Reply(body=json.dumps(term(place, **more)).encode())]


def term(place: str, **more: Any) -> dict[str, Any]:
    dictionary, audience, language, key = place.split("/")
    return {
        "termId": int(key) if key.isdecimal() else 900,
        "language": language,
        "dictionary": dictionary,
        "audience": audience,
        "termName": f"term {key}",
        "firstLetter": "t",
        "prettyUrlName": f"term-{key}" if key.isdecimal() else key,
        "pronunciation": {"key": "(TURM)", "audio": "https://media.example/turm.mp3"},
        "definition": {"html": f"What {key}\r\nmeans.", "text": f"What {key}\r\nmeans."},
        "otherLanguages": [],
        "relatedResources": [],
        "media": [],
        **more,
    }


@contextmanager
def serving(api: Api) -> Iterator[Api]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            api.asked.append(self.path)
            api.agents.add(self.headers["User-Agent"])
            place, _, query = self.path.removeprefix("/v1/Terms/").partition("?")
            waiting = api.replies.get(place, [])
            reply = waiting.pop(0) if len(waiting) > 1 else (waiting or [None])[0]
            if reply is None or query != "useFallback=true":
                reply = Reply(404, b'{"Message": "No match"}')
            time.sleep(reply.delay)
            try:
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.kind)
                self.send_header("Content-Length", str(len(reply.body)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)
            except ConnectionError:
                pass  # whoever asked did not wait

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    api.url = f"http://127.0.0.1:{server.server_address[1]}/v1/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield api
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
