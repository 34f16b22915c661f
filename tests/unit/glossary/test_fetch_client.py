from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from tests.unit.glossary.api_server import Api, Reply, serving, term

from plainlang.glossary.fetch_client import FetchError, Question, Service, Unreachable

PLACE = "cancer.gov/Patient/en/7"
QUESTION = Question("nci", "patient", "en", "7")
GOOD = Reply(body=json.dumps(term(PLACE)).encode())


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def api() -> Iterator[Api]:
    with serving(Api()) as running:
        yield running


def service(api: Api, clock: Time, *, timeout: float = 5, retries: int = 2) -> Service:
    return Service(api.url, 20, timeout, retries, clock.sleep, clock)


def test_an_answer_is_the_term(api: Api) -> None:
    api.term(PLACE)
    with service(api, Time()) as running:
        answer = running.ask(QUESTION)
    assert answer.term is not None
    assert answer.term["termId"] == 7
    assert api.asked == ["/v1/Terms/cancer.gov/Patient/en/7?useFallback=true"]
    assert api.agents.pop().startswith("plainlang/")


def test_a_name_is_quoted(api: Api) -> None:
    with service(api, Time()) as running:
        running.ask(Question("nci-genetics", "health-professional", "es", "a/b ñ"))
    assert api.asked == ["/v1/Terms/genetics/HealthProfessional/es/a%2Fb%20%C3%B1?useFallback=true"]


def test_what_is_not_known_is_no_failure(api: Api) -> None:
    with service(api, Time()) as running:
        assert running.ask(QUESTION).term is None
    assert len(api.asked) == 1


@pytest.mark.parametrize(("kind", "certain"), [("application/json", True), ("text/html", False)])
def test_a_refusal_in_the_api_s_form_is_certain(api: Api, kind: str, certain: bool) -> None:
    api.replies[PLACE] = [Reply(404, b"{}", kind)]
    with service(api, Time()) as running:
        assert running.ask(QUESTION).certain is certain


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429])
def test_an_error_of_the_service_is_asked_again(api: Api, status: int) -> None:
    api.replies[PLACE] = [Reply(status), Reply(status), GOOD]
    clock = Time()
    with service(api, clock) as running:
        assert running.ask(QUESTION).term is not None
    assert clock.slept == [1.0, 2.0]  # exponential


def test_a_service_that_stays_broken_is_given_up(api: Api) -> None:
    api.replies[PLACE] = [Reply(500)]
    with service(api, Time()) as running, pytest.raises(FetchError, match="status 500"):
        running.ask(QUESTION)
    assert len(api.asked) == 3


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_honoured(api: Api, status: int) -> None:
    api.replies[PLACE] = [Reply(status, headers={"Retry-After": "17"}), GOOD]
    clock = Time()
    with service(api, clock) as running:
        assert running.ask(QUESTION).term is not None
    assert clock.slept == [17.0]


def test_retry_after_may_be_a_date(api: Api) -> None:
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    api.replies[PLACE] = [Reply(429, headers={"Retry-After": when}), GOOD]
    clock = Time()
    with service(api, clock) as running:
        running.ask(QUESTION)
    assert 90 < clock.slept[0] <= 100


@pytest.mark.parametrize("value", ["soon", "-5", "Mon, 99 Foo 2026"])
def test_a_senseless_retry_after_is_ignored(api: Api, value: str) -> None:
    api.replies[PLACE] = [Reply(429, headers={"Retry-After": value}), GOOD]
    clock = Time()
    with service(api, clock) as running:
        running.ask(QUESTION)
    assert clock.slept == [1.0]


def test_a_long_wait_ends_the_asking(api: Api) -> None:
    api.replies[PLACE] = [Reply(429, headers={"Retry-After": "86400"})]
    clock = Time()
    with service(api, clock) as running, pytest.raises(Unreachable, match="86,400 seconds"):
        running.ask(QUESTION)
    assert clock.slept == []


def test_a_slow_service_is_asked_again(api: Api) -> None:
    api.replies[PLACE] = [Reply(delay=0.6), GOOD]
    with service(api, Time(), timeout=0.2) as running:
        assert running.ask(QUESTION).term is not None
    assert len(api.asked) == 2


def test_a_service_that_stays_slow_is_given_up(api: Api) -> None:
    api.replies[PLACE] = [Reply(delay=0.3)]
    with (
        service(api, Time(), timeout=0.1, retries=1) as running,
        pytest.raises(FetchError, match=r"no answer within 0\.1 seconds"),
    ):
        running.ask(QUESTION)


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(body=b'{"termId": 7'), "no valid JSON"),
        (Reply(body=b"\xff\xfe\xfa"), "no valid JSON"),
        (Reply(body=b""), "no valid JSON"),
        (Reply(body=b"[" * 100_000), "no valid JSON"),
        (Reply(body=b"[]"), "no term"),
        (Reply(body=b"<p>Sorry</p>", kind="text/html"), "text/html, not JSON"),
        (Reply(403, b"{}"), "status 403"),
        (Reply(body=b'"' + b"a" * 2_000_001 + b'"'), "more than 2,000,000 bytes"),
        (Reply(302, headers={"Location": "/v1/Terms/cancer.gov/Patient/en/7?useFallback=true"}),
         "leads nowhere"),
        (Reply(302, headers={"Location": "ftp://127.0.0.1/7"}), "leads nowhere"),
    ],
)  # fmt: skip
def test_an_answer_of_no_use_is_not_asked_again(api: Api, reply: Reply, message: str) -> None:
    api.replies[PLACE] = [reply]
    clock = Time()
    with service(api, clock) as running, pytest.raises(FetchError, match=message):
        running.ask(QUESTION)
    assert not [pause for pause in clock.slept if pause >= 1]


def test_a_redirect_is_followed(api: Api) -> None:
    there = "cancer.gov/Patient/en/8"
    api.replies[PLACE] = [Reply(301, headers={"Location": f"/v1/Terms/{there}?useFallback=true"})]
    api.term(there)
    with service(api, Time()) as running:
        term_ = running.ask(QUESTION).term
    assert term_ is not None
    assert term_["termId"] == 8


def test_a_service_that_is_not_there_ends_the_asking() -> None:
    with socket.socket() as taken:  # a port that no one listens at
        taken.bind(("127.0.0.1", 0))
        api = Api(url=f"http://127.0.0.1:{taken.getsockname()[1]}/v1/")
        clock = Time()
        with service(api, clock) as running, pytest.raises(Unreachable, match="cannot be reached"):
            running.ask(QUESTION)
    assert clock.slept == [1.0, 2.0]


def test_requests_keep_their_distance(api: Api) -> None:
    api.term(PLACE)
    clock = Time()
    with Service(api.url, 4, 5, 0, clock.sleep, clock) as running:
        for _ in range(5):
            running.ask(QUESTION)
        assert clock.slept == [0.25] * 4
        clock.now += 60
        running.ask(QUESTION)  # a pause that was long enough is not made up for
        running.ask(QUESTION)
    assert clock.slept == [0.25] * 5
