"""Whether a text is in its language: clear cases are told, and everything else is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plainlang.ast import Element, attr, para, text
from plainlang.diagnostics import Code, Severity
from plainlang.document import Document, Metadata, Provenance
from plainlang.exceptions import PlainlangError
from plainlang.language_check import check_language

TEXTS = {
    "en": "Take one tablet with your meal in the evening. If you have a fever or feel that you are "
    "not getting better after three days, call the nurse and ask what you should do next.",
    "es": "Tome una tableta con la comida de la noche. Si tiene fiebre o siente que no está mejor "
    "después de tres días, llame a la enfermera y pregunte qué debe hacer a continuación.",
    "fr": "Prenez un comprimé avec le repas du soir. Si vous avez de la fièvre ou si vous ne vous "
    "sentez pas mieux après trois jours, appelez l’infirmière et demandez ce que vous devez faire.",
    "de": "Nehmen Sie eine Tablette mit dem Essen am Abend. Wenn Sie Fieber haben oder sich nach "
    "drei Tagen nicht besser fühlen, rufen Sie die Schwester an und fragen Sie, was zu tun ist.",
    "pt": "Tome um comprimido com a refeição da noite. Se você tem febre ou não se sente melhor "
    "depois de três dias, ligue para a enfermeira e pergunte o que deve fazer em seguida.",
    "ca": "Preneu una pastilla amb el sopar. Si teniu febre o no us trobeu millor després de tres "
    "dies, truqueu a la infermera i pregunteu què heu de fer a continuació amb el tractament.",
    "ht": "Pran yon grenn ak manje aswè a. Si ou gen lafyèv oswa ou pa santi ou pi byen apre twa "
    "jou, rele enfimyè a epi mande li sa pou ou fè apre sa nan tretman ki nan men ou a.",
    "so": "Hal kiniin la qaado cuntada fiidkii. Haddii aad qandho leedahay ama aadan dareemin in "
    "aad ka fiican tahay saddex maalmood ka dib, wac kalkaalisada oo weydii waxa aad samayso.",
    "vi": "Uống một viên trong bữa ăn tối. Nếu quý vị bị sốt hoặc không thấy khỏe hơn sau ba ngày "
    "thì hãy gọi cho y tá và hỏi xem quý vị cần làm gì tiếp theo với việc điều trị này.",
    "ru": "Принимайте одну таблетку во время ужина. Если у вас жар или через три дня вам не станет "
    "лучше, позвоните медсестре и спросите, что делать дальше.",
    "ar": "تناول قرصا واحدا مع وجبة المساء. إذا كانت لديك حمى أو لم تشعر بتحسن بعد ثلاثة أيام "
    "فاتصل بالممرضة واسألها عما يجب أن تفعله بعد ذلك.",
    "zh-Hans": "晚餐时服用一片。如果您发烧或三天后仍未好转，请打电话给护士，询问下一步该怎么做。"
    "不要自行停药，也不要改变剂量。",
}


def document(language: str, *blocks: Element, stated: bool = True) -> Document:
    metadata = Metadata(language_stated=stated, lines={"language": 3} if stated else {})
    return Document("d", language, metadata, blocks, (1, 23, 1), Provenance("d.md", "markdown", ""))


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_in_its_language_is_left_alone(language: str) -> None:
    assert check_language(document(language, para(text(TEXTS[language])))) == ()


@pytest.mark.parametrize(
    ("said", "language"),
    [
        (said, language)
        for said in ("en-US", "es", "fr", "ar", "ru", "th", "ca", "ht")
        for language in ("en", "es", "fr", "de", "pt", "vi", "ru", "ar", "zh-Hans")
        if said.partition("-")[0] != language
    ],
)
def test_a_text_in_another_language_is_told(said: str, language: str) -> None:
    (found,) = check_language(document(said, para(text(TEXTS[language]))))
    assert (found.code, found.severity) == (Code.LANGUAGE_DOUBTFUL, Severity.WARNING)
    assert found.line == 3
    assert f"(`{said}`)" in found.message


def test_the_message_says_what_was_counted() -> None:
    (found,) = check_language(document("en", para(text(TEXTS["es"]))))
    assert found.message.startswith("the text is said to be English (`en`), but of its ")
    assert "are common words of Spanish (`es`) alone" in found.message
    (found,) = check_language(document("en", para(text(TEXTS["ar"])), stated=False))
    assert found.message.startswith("the text was assumed to be English (`en`), but ")
    assert "most of them Arabic" in found.message
    assert found.line == 1


def test_parts_that_are_marked_as_another_language_do_not_count() -> None:
    marked = {"t": "Div", "c": [attr(pairs=[("lang", "es")]), [para(text(TEXTS["es"]))]]}
    code = {"t": "CodeBlock", "c": [attr(), TEXTS["es"]]}
    assert check_language(document("en", marked, code, para(text("Ask us.")))) == ()


def test_a_text_in_two_languages_is_left_alone() -> None:
    both = (para(text(TEXTS["en"])), para(text(TEXTS["es"])))
    for language in ("en", "es"):
        assert check_language(document(language, *both)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Ciltacabtagene autoleucel. Axicabtagene ciloleucel. Zoledronic acid.",
        "El Paso, Los Angeles, San Francisco",
        "Alpha 5 mg, beta 10 mg",
        "",
        "ελληνικά",
    ],
)
def test_names_and_a_few_words_are_not_judged(words: str) -> None:
    assert check_language(document("en", para(text(words)))) == ()


def test_a_language_of_several_scripts_may_use_each() -> None:
    latin = "Uzmite jednu tabletu uz večeru i pozovite sestru ako imate temperaturu posle tri dana."
    assert check_language(document("sr", para(text(latin)))) == ()
    assert check_language(document("sr-Latn", para(text(latin)))) == ()
    assert len(check_language(document("sr-Cyrl", para(text(latin))))) == 1


@pytest.mark.corpus
def test_real_documents_raise_no_false_alarm(engines: object) -> None:
    corpus = os.environ.get("PLAINLANG_CORPUS")
    if not corpus:
        pytest.skip("PLAINLANG_CORPUS is not set")
    from plainlang.pipeline import Job, read_clean

    told = set()
    read = 0
    for path in sorted(Path(corpus, "docs").rglob("*.md")):
        language = (
            "es" if "medlineplus_es" in path.parts else
            "fr" if "mesconseilscovid_fr" in path.parts else "en"
        )  # fmt: skip
        job = Job(str(path), (), language, (), "warn", frozenset(), 20_000_000, 20_000_000)
        try:
            _, notes = read_clean(job, engines)  # type: ignore[arg-type]
        except PlainlangError:
            continue  # a template without a word, or an include
        read += 1
        if any(note.code is Code.LANGUAGE_DOUBTFUL for note in notes):
            told.add("/".join(path.parts[-3:]))
    assert read > 100
    # The one text of the corpus that is English and says that it is Spanish.
    assert told == {"glossary/es/0100-01-01-preauthorization.md"}
