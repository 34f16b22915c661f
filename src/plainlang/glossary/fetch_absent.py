"""The ids that a service did not know, so that they are not asked again and again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.files import write_if_changed

FILE_NAME = ".absent.json"
_SCHEMA = "plainlang.glossary-absent/1"


@dataclass(slots=True)
class Absent:
    """Questions without an answer, each with the day on which it was asked.

    :param days: for how long an answer is believed.
    """

    path: Path
    today: date
    days: int
    asked: dict[str, str] = field(default_factory=dict)
    problem: Diagnostic | None = None

    @classmethod
    def load(cls, folder: Path, today: date, days: int) -> Absent:
        """Read what is remembered; a file that cannot be read is reported in ``problem``."""
        path = folder / FILE_NAME
        absent = cls(path, today, days)
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            absent.asked = {str(k): str(date.fromisoformat(v)) for k, v in data["absent"].items()}
        except FileNotFoundError:
            pass
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            absent.problem = Diagnostic(
                Code.GLOSSARY_UNREADABLE,
                Severity.WARNING,
                "this list of absent ids cannot be read; every id is asked again",
                str(path),
                hint="It is written anew.",
            )
        return absent

    def knows(self, dictionary: str, key: str, language: str) -> bool:
        """Tell whether the service did not know this lately."""
        asked = self.asked.get(_name(dictionary, key, language))
        if asked is None:
            return False
        return self.today - date.fromisoformat(asked) < timedelta(days=self.days)

    def add(self, dictionary: str, key: str, language: str) -> None:
        """Remember that the service does not know this."""
        self.asked[_name(dictionary, key, language)] = self.today.isoformat()

    def remove(self, dictionary: str, key: str, language: str) -> None:
        """Forget what the service has learned since."""
        self.asked.pop(_name(dictionary, key, language), None)

    def save(self) -> None:
        """Write the list, sorted; nothing where there is nothing to say and no file."""
        if self.asked or self.path.exists():
            shape = {"schema": _SCHEMA, "absent": dict(sorted(self.asked.items()))}
            write_if_changed(self.path, (json.dumps(shape, indent=1) + "\n").encode())


def _name(dictionary: str, key: str, language: str) -> str:
    return f"{dictionary}/{language}/{key}"
