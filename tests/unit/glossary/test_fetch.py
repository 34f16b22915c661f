from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.unit.glossary.api_server import Api, Reply, serving, term

from plainlang.cli import main

POPUP = "https://www.cancer.gov/Common/PopUps/popDefinition.aspx?id={}&version=Patient"
EN, ES = "cancer.gov/Patient/en/", "cancer.gov/Patient/es/"
OTHERS = [{"language": "es", "termName": "x", "prettyUrlName": "x"}]


@pytest.fixture
def api(project: Path) -> Iterator[Api]:
    with serving(Api()) as running:
        (project / "plainlang.toml").write_text(
            f'[glossary]\napi = "{running.url}"\nrate = 20\nretries = 0\ntimeout = 5\n'
        )
        yield running


def write(project: Path, *links: str, name: str = "a", language: str = "en") -> None:
    lines = "\n\n".join(f"See [word {link}]({link})." for link in links)
    (project / f"{name}.md").write_text(
        f"---\ntitle: A\nlanguage: {language}\n---\n\n{lines}\n", encoding="utf-8"
    )


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["glossary", "fetch", *arguments])
    captured = capsys.readouterr()
    assert not captured.out or "--dry-run" in arguments, "progress and summary are no result"
    return int(stopped.value.code or 0), captured.out + captured.err


def entries(name: str) -> list[dict[str, Any]]:
    text = Path("glossary", name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def absent() -> dict[str, str]:
    path = Path("glossary", ".absent.json")
    found: dict[str, str] = json.loads(path.read_text())["absent"] if path.exists() else {}
    return found


def test_missing_entries_are_filled(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768867200")  # 2026-01-20
    write(project, POPUP.format(10), POPUP.format("CDR0000000009"), POPUP.format(10))
    html = f'What 10 means: <a href="{POPUP.format(9)}&amp;language=en">nine</a>.'
    api.term(EN + "10", definition={"html": html, "text": "What 10\r\nmeans:  nine."},
             otherLanguages=OTHERS, relatedResources=[{"Text": "More"}])  # fmt: skip
    api.term(EN + "9", pronunciation=None, media=None, otherLanguages=None, prettyUrlName=None)
    status, out = run(capsys, "a.md")
    assert status == 0
    assert "2 fetched, 0 not known to the service, 0 failed" in out
    nine, ten = entries("nci.en.jsonl")  # sorted by number
    assert (nine["id"], "pronunciation" in nine, "extra" in nine) == ("9", False, False)
    assert ten == {
        "dictionary": "nci",
        "id": "10",
        "term": "term 10",
        "language": "en",
        "audience": "patient",
        "definition": "What 10 means: nine.",
        "pronunciation": "TURM",
        "uri": "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/term-10",
        "source": "National Cancer Institute (US)",
        "licence": "public domain in the US",
        "retrieved": "2026-01-20",
        "name": "term-10",
        "links": ["9"],
        "extra": {
            "otherLanguages": OTHERS,
            "relatedResources": [{"Text": "More"}],
            "audio": "https://media.example/turm.mp3",
        },
    }
    assert len(api.asked) == 2
    assert run(capsys, "a.md")[0] == 0
    assert len(api.asked) == 2  # nothing is lacking any more


def test_the_spanish_twin_is_fetched_by_number(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/fatigue"
    write(project, name, POPUP.format(7))
    api.term(EN + "fatigue", termId=55, otherLanguages=OTHERS)
    api.term(ES + "55")
    api.term(EN + "7")  # without a twin
    status, out = run(capsys, "a.md", "-l", "es")
    assert status == 0
    assert [line.split("?")[0][10:] for line in api.asked] == [EN + "fatigue", ES + "55", EN + "7"]
    assert [entry["id"] for entry in entries("nci.es.jsonl")] == ["55"]
    assert "the service has no entry '7' of 'nci'" in out


def test_a_spanish_document_asks_for_spanish(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    name = (
        "https://www.cancer.gov/espanol/publicaciones/diccionarios/diccionario-cancer/def/cansancio"
    )
    write(project, name, language="es-MX")
    api.term(ES + "cansancio", termId=55)
    assert run(capsys, "a.md")[0] == 0
    assert entries("nci.es.jsonl")[0]["name"] == "cansancio"


def test_a_fallback_is_saved_as_what_it_is(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, POPUP.format(7))
    other = term(EN + "7", dictionary="Genetics", audience="HealthProfessional")
    api.replies[EN + "7"] = [Reply(body=json.dumps(other).encode())]
    status, out = run(capsys, "-v", "a.md")
    assert status == 0
    assert out.count("info[glossary-fetch-fallback]") == 1
    (entry,) = entries("nci-genetics.en.jsonl")
    assert (entry["dictionary"], entry["audience"]) == ("nci-genetics", "health-professional")
    assert run(capsys, "a.md")[0] == 0
    assert len(api.asked) == 1  # the fallback is found for the link


def test_an_unknown_id_is_remembered_for_a_time(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, POPUP.format(7))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768867200")
    status, out = run(capsys, "a.md")
    assert status == 0
    assert out.count("a.md:6: warning[glossary-fetch-absent]") == 1
    assert absent() == {"nci/en/7": "2026-01-20"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1768867200 + 29 * 86400))
    assert "1 not asked again" in run(capsys, "a.md")[1]
    assert len(api.asked) == 1
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1768867200 + 30 * 86400))
    api.term(EN + "7")
    assert run(capsys, "a.md")[0] == 0
    assert len(api.asked) == 2
    assert absent() == {}


def test_a_wrong_server_s_refusal_is_not_remembered(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, POPUP.format(7))
    api.replies[EN + "7"] = [Reply(404, b"<h1>Not found</h1>", "text/html")]
    assert run(capsys, "a.md")[0] == 0
    assert absent() == {}


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(500), "status 500"),
        (Reply(body=b'{"termId":'), "no valid JSON"),
        (Reply(body=b"<p>", kind="text/html"), "text/html"),
        (Reply(body=b"{}"), "cannot be used"),
        (Reply(body=json.dumps(term(EN + "8")).encode()), "of another term"),
        (Reply(body=json.dumps(term(ES + "7")).encode()), "the answer is in 'es'"),
        (Reply(body=json.dumps(term(EN + "7", definition=None)).encode()), "is empty"),
        (Reply(body=json.dumps(term(EN + "7", termName=None)).encode()), "has no term"),
        (Reply(body=json.dumps(term(EN + "7", dictionary="../../x")).encode()), "no dictionary"),
    ],
)
def test_a_failure_is_named_and_the_others_go_on(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str], reply: Reply, message: str
) -> None:
    write(project, POPUP.format(7), POPUP.format(9))
    api.replies[EN + "7"] = [reply]
    api.term(EN + "9")
    status, out = run(capsys, "a.md")
    assert status == 3
    assert out.count("a.md:6: error[glossary-fetch-failed]: '7' of 'nci' in 'en'") == 1
    assert message in out
    assert [entry["id"] for entry in entries("nci.en.jsonl")] == ["9"]
    assert absent() == {}


def test_a_service_that_fails_again_and_again_is_left_alone(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, *(POPUP.format(n) for n in range(1, 10)))
    for number in range(1, 10):
        api.replies[f"{EN}{number}"] = [Reply(500)]
    status, out = run(capsys, "a.md")
    assert status == 3
    assert len(api.asked) == 5
    assert "5 failed, 4 not asked" in out
    assert "Stopped:" in out


def test_no_network_is_said_once(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, POPUP.format(1), POPUP.format(2))
    status, out = run(capsys, "a.md", "--api", "http://127.0.0.1:9/")
    assert status == 3
    assert out.count("error[") == 1
    assert "1 failed, 1 not asked" in out


def test_what_came_is_saved_when_it_stops(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = range(1, 31)
    write(project, *(POPUP.format(n) for n in numbers))
    for number in numbers:
        api.term(f"{EN}{number}")
    from plainlang.glossary.fetch_client import Answer, Question, Service

    ask = Service.ask
    saved: list[int] = []

    def interrupted(self: Service, question: Question) -> Answer:
        path = Path("glossary/nci.en.jsonl")
        saved.append(len(path.read_text().splitlines()) if path.exists() else 0)
        if question.key == "28":
            raise KeyboardInterrupt
        return ask(self, question)

    monkeypatch.setattr(Service, "ask", interrupted)
    monkeypatch.setattr(Service, "_pace", lambda self: None)
    status, out = run(capsys, "a.md")
    assert status == 130
    assert "Interrupted" in out
    assert saved[24:26] == [0, 25]  # after every 25 entries
    assert len(entries("nci.en.jsonl")) == 27
    monkeypatch.setattr(Service, "ask", ask)
    api.asked.clear()
    assert run(capsys, "a.md")[0] == 0
    assert len(api.asked) == 3
    assert [int(entry["id"]) for entry in entries("nci.en.jsonl")] == list(numbers)


def test_control_c_saves_what_came(project: Path, api: Api) -> None:
    write(project, *(POPUP.format(n) for n in range(1, 6)))
    for number in range(1, 4):
        api.term(f"{EN}{number}")
    api.replies[EN + "4"] = [Reply(delay=3)]
    command = [sys.executable, "-m", "plainlang", "glossary", "fetch", "a.md"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        end = time.monotonic() + 60
        while len(api.asked) < 4 and time.monotonic() < end:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        messages = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert "Interrupted" in messages
    assert "Traceback" not in messages
    assert [entry["id"] for entry in entries("nci.en.jsonl")] == ["1", "2", "3"]


def test_an_entry_that_is_there_is_never_replaced(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/fatigue"
    write(project, name)
    own = '{"id": "55", "term": "fatigue", "definition": "In our words."}\nbroken\n'
    (project / "glossary").mkdir()
    (project / "glossary/nci.en.jsonl").write_text(own)
    api.term(EN + "fatigue", termId=55)
    status, out = run(capsys, "a.md")
    assert status == 0
    assert "warning[glossary-conflict]" in out
    assert (project / "glossary/nci.en.jsonl").read_text() == own


def test_other_glossaries_are_not_asked_for(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "https://example.org/words/x", language="fr")
    with Path("plainlang.toml").open("a") as file:
        file.write('links = [{prefix = "https://example.org/words/", dictionary = "example"}]\n')
    status, out = run(capsys, "a.md")
    assert (status, api.asked) == (0, [])
    assert "no entries in 'fr'" in out


def test_a_dry_run_asks_nothing(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, POPUP.format(7))
    status, out = run(capsys, "a.md", "--dry-run", "-l", "es")
    assert (status, api.asked) == (0, [])
    assert "nci         7      en,es" in out
    assert not Path("glossary").exists()


@pytest.mark.parametrize(
    "wrong", [["-l", "fr"], ["--api", "ftp://example.org/"], ["--api", ""], ["--what"]]
)
def test_wrong_use(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    write(project, POPUP.format(7))
    assert run(capsys, "a.md", *wrong)[0] == 2
    assert api.asked == []


@pytest.mark.parametrize("text", ["{", "[]", '{"absent": {"a": "soon"}}', '{"absent": {"a": 1}}'])
def test_a_damaged_memory_is_said_and_written_anew(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write(project, POPUP.format(7))
    (project / "glossary").mkdir()
    (project / "glossary/.absent.json").write_text(text)
    status, out = run(capsys, "a.md")
    assert status == 0
    assert out.count("warning[glossary-unreadable]") == 1
    assert list(absent()) == ["nci/en/7"]


def test_a_build_cannot_open_a_connection(project: Path) -> None:
    write(project, POPUP.format(7))
    code = (
        "import sys\nfrom plainlang.cli import main\n"
        "try: main(['build', 'a.md', '-f', 'html', '-q'])\n"
        "except SystemExit as stop: assert not stop.code, stop.code\n"
        "assert 'plainlang.glossary.wanted' in sys.modules\n"
        "found = {'httpx', 'httpcore', 'plainlang.glossary.fetch_client'} & sys.modules.keys()\n"
        "assert not found, found\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_entry_that_cannot_be_used_is_filled(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, POPUP.format(7))
    (project / "glossary").mkdir()
    (project / "glossary/nci.en.jsonl").write_text('{"id": "7", "term": "x", "definition": ""}\n')
    api.term(EN + "7")
    assert run(capsys, "a.md")[0] == 0
    (entry,) = entries("nci.en.jsonl")
    assert entry["definition"] == "What 7 means."


def test_a_folder_that_cannot_be_written_is_said(
    project: Path, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, POPUP.format(7))
    (project / "glossary").write_text("no folder")
    api.term(EN + "7")
    status, out = run(capsys, "a.md")
    assert status == 2
    assert "error[output-unwritable]" in out
