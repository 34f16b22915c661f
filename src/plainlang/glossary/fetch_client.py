"""One question to NCI's Glossary API, asked politely and again where that may help.

The only module of the glossary that opens a connection. Only ``plainlang glossary fetch`` imports
it.
"""

from __future__ import annotations

import email.utils
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import quote

import httpx

from plainlang import __version__

Sleep = Callable[[float], None]
Clock = Callable[[], float]

#: Names of the API for dictionaries and audiences (its ``TermsController``).
DICTIONARIES = {"nci": "cancer.gov", "nci-genetics": "genetics", "nci-notset": "notset"}
AUDIENCES = {"patient": "Patient", "health-professional": "HealthProfessional"}
LANGUAGES = ("en", "es")

#: Seconds before the first repetition; twice as many before each further one.
FIRST_WAIT = 1.0
#: Seconds beyond which a ``Retry-After`` is not waited for: the command ends and says so.
LONGEST_WAIT = 300.0
#: Bytes of an answer above which it is no definition (the longest known has 20,000).
LARGEST = 2_000_000
_REDIRECTS = 5


class FetchError(Exception):
    """No usable answer to one question; another may have one."""


class Unreachable(Exception):  # noqa: N818  (it ends the asking; it is no defect)
    """The service cannot be reached, or wants to be left alone for long."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for.

    :param key: id or pretty name.
    :param language: ``en`` or ``es``.
    """

    dictionary: str
    audience: str
    language: str
    key: str

    @property
    def path(self) -> str:
        """Return the address below the API's base."""
        names = (DICTIONARIES[self.dictionary], AUDIENCES[self.audience], self.language, self.key)
        return "Terms/" + "/".join(quote(name, safe="") for name in names) + "?useFallback=true"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    :param term: the term as the API gives it; ``None`` where the service has none.
    :param certain: whether a refusal is in the API's own form (JSON), not just any web server's.
    """

    term: dict[str, object] | None
    certain: bool = True


@dataclass(slots=True)
class Service:
    """The service at one address.

    :param rate: requests a second at most, repetitions included.
    :param timeout: seconds for one whole answer.
    :param retries: how often a question is repeated after 429, 5xx or no answer.
    """

    api: str
    rate: float
    timeout: float
    retries: int
    sleep: Sleep = time.sleep
    clock: Clock = time.monotonic
    _client: httpx.Client = field(init=False)
    _next: float = field(init=False, default=float("-inf"))

    def __post_init__(self) -> None:
        self._client = httpx.Client(
            timeout=self.timeout,
            follow_redirects=True,
            max_redirects=_REDIRECTS,
            headers={
                "User-Agent": f"plainlang/{__version__} (glossary fetch)",
                "Accept": "application/json",
            },
        )

    def __enter__(self) -> Service:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._client.close()

    def ask(self, question: Question) -> Answer:
        """Return the answer to ``question``.

        :raises FetchError: if there is no usable one.
        :raises Unreachable: if no other question would have one.
        """
        url = self.api.rstrip("/") + "/" + question.path
        wait = FIRST_WAIT
        for left in range(self.retries, -1, -1):
            self._pace()
            pause = wait
            try:
                status, kind, retry_after, body = self._get(url)
            except (httpx.InvalidURL, httpx.TooManyRedirects, httpx.UnsupportedProtocol) as error:
                raise FetchError(f"the address leads nowhere: {error}") from error
            except httpx.TimeoutException as error:
                if not left:
                    raise FetchError(f"no answer within {self.timeout:g} seconds") from error
            except httpx.ConnectError as error:
                if not left:
                    raise Unreachable(f"{self.api} cannot be reached: {error}") from error
            except httpx.HTTPError as error:
                if not left:
                    raise FetchError(f"the answer broke off: {error}") from error
            else:
                if status != 429 and status < 500:
                    return _answer(status, kind, body)
                if not left:
                    raise FetchError(f"the service answers with status {status}")
                pause = max(pause, _seconds(retry_after))
                if pause > LONGEST_WAIT:
                    raise Unreachable(f"the service asks to wait for {pause:,.0f} seconds")
            self.sleep(pause)
            wait *= 2
        raise AssertionError("the last repetition returns or raises")

    def _pace(self) -> None:
        """Wait until the next request may begin."""
        now = self.clock()
        if now < self._next:
            self.sleep(self._next - now)
            now = max(self.clock(), self._next)
        self._next = now + 1 / self.rate

    def _get(self, url: str) -> tuple[int, str, str, bytes]:
        # httpx's limit is for each piece: a service that drips would hold us for ever.
        end = time.monotonic() + self.timeout
        with self._client.stream("GET", url) as response:
            body = b""
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LARGEST:
                    raise FetchError(f"the answer has more than {LARGEST:,} bytes")
                if time.monotonic() > end:
                    raise httpx.ReadTimeout("too slow")
            headers = response.headers
            kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
            return response.status_code, kind, headers.get("Retry-After", ""), body


def _answer(status: int, kind: str, body: bytes) -> Answer:
    json_said = kind == "application/json" or kind.endswith("+json")
    if status == 404:
        return Answer(None, certain=json_said)
    if status != 200:
        raise FetchError(f"the service answers with status {status}")
    if not json_said:
        raise FetchError(f"the answer is {kind or 'of no stated type'}, not JSON")
    try:
        term = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FetchError("the answer is no valid JSON") from error
    if not isinstance(term, dict):
        raise FetchError("the answer is no term")
    return Answer(term)


def _seconds(retry_after: str) -> float:
    """Return the seconds of a ``Retry-After`` (RFC 9110, section 10.2.3), 0 where there is none."""
    value = retry_after.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        when = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
