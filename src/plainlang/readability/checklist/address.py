"""Address: does the text speak to its reader?"""

from __future__ import annotations

import re

from plainlang.readability.checklist.base import Looked
from plainlang.readability.report import CheckItem, State

_YOU = {
    "en": r"you|your|yours|yourself",
    "es": r"usted|ustedes|su|sus|tú|tu|tus|te|le|les",
    "fr": r"vous|votre|vos|tu|ton|ta|tes",
    "de": r"Sie|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihnen|du|dein|deine",
    "it": r"lei|suo|sua|suoi|sue|tu|tuo|tua|voi|vostro|vostra",
    "pt": r"você|vocês|seu|sua|seus|suas",
    "nl": r"u|uw|je|jij|jouw",
    "ru": r"вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|ваших",
    "pl": r"pan|pani|państwo|twój|twoja|ty|ci|ciebie",
    "sv": r"du|dig|din|ditt|dina|ni|er",
    "tr": r"siz|sizin|size|sizi|sen|senin",
}
QUESTION = "Does the text address its reader?"
SOURCE = "PEMAT-P 21"


def address(looked: Looked) -> CheckItem:
    """Return how often the reader is addressed; verbs that hold it are not seen."""
    words = _YOU.get(looked.language.split("-")[0].lower())
    if words is None:
        return CheckItem("address", QUESTION, State.LOOK, "cannot be seen here", SOURCE)
    flags = re.NOFLAG if looked.language.startswith("de") else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)
    number = sum(len(pattern.findall(s.text)) for s in looked.measured.sentences)
    state = State.YES if number else State.LOOK
    return CheckItem("address", QUESTION, state, f"“you” and its forms: {number} times", SOURCE)
