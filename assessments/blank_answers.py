"""Writes a file of answers to fill in: every question with its levels, none of them answered."""

from collections.abc import Iterator

from assessments.answers import CURRENT_MODELS, GROWTH
from assessments.models import LANGUAGES, Language, Question, Questionnaire, Text

_INTRODUCTION = (
    Text(
        ja="回答するには、設問の下の「#- 」の行から # を消し、level: の後に 0 から 5 を書きます。",
        en="To answer, remove the # from the line under a question and write 0 to 5 after `level:`.",
    ),
    Text(
        ja="分からないときは level: unknown、当てはまらないときは level: not_applicable, reason: 理由。",
        en="Not known: `level: unknown`. Does not apply: `level: not_applicable, reason: why`.",
    ),
    Text(
        ja="根拠は note: に書けます。コンマを含む文は引用符で囲みます。答えない設問はそのまま残します。",
        en="Evidence goes into `note:`; quote a text with commas. Leave what you do not answer as it is.",
    ),
    Text(
        ja="何人かで答えるときは answers: の代わりに respondents: に、人ごとの group と answers を書きます。",
        en="Several people: instead of `answers:`, list `respondents:`, each with `group` and `answers`.",
    ),
)
_EDITION = Text(
    ja="full（全設問）か quick（* の付いた設問だけ）",
    en="full, or quick (only questions marked *)",
)
_UNKNOWN = Text(ja="分からない項目は空欄のまま", en="leave empty what is not known")
_TO_FIVE = Text(ja="0（まったくない）〜5（完全にそうである）", en="0 (not at all) to 5 (entirely)")
_COMPANY = {
    "employees": Text(ja="従業員数", en="employees"),
    "business_units": Text(ja="事業部の数", en="business units"),
    "products": Text(ja="製品・サービスの数", en="products or services"),
    "segment_difference": Text(
        ja=f"事業部ごとの顧客の違い、{_TO_FIVE.ja}",
        en=f"how far the units' customers differ, {_TO_FIVE.en}",
    ),
    "one_brand_need": Text(
        ja=f"一つのブランドで語る必要、{_TO_FIVE.ja}",
        en=f"need to speak with one voice, {_TO_FIVE.en}",
    ),
    "closeness_need": Text(
        ja=f"各事業の現場に近くある必要、{_TO_FIVE.ja}",
        en=f"need to sit beside each unit's floor, {_TO_FIVE.en}",
    ),
    "growth": Text(ja="成長段階: " + " | ".join(GROWTH), en="growth: " + " | ".join(GROWTH)),
    "marketing_headcount": Text(ja="マーケティング専任の人数", en="people who work in marketing only"),
    "current_model": Text(
        ja="今の組織の型: " + " | ".join(CURRENT_MODELS),
        en="present organisation: " + " | ".join(CURRENT_MODELS),
    ),
}


def write_blank_answers(questionnaire: Questionnaire, language: Language | None = None) -> str:
    """A file without answers that `read_answers` accepts as it is, explained in one language or in both."""
    languages = LANGUAGES if language is None else (language,)
    return (
        "\n".join([*_write_head(questionnaire, languages), *_write_questions(questionnaire, languages)])
        + "\n"
    )


def _say(text: Text, languages: tuple[Language, ...]) -> str:
    """A text on one line, both languages side by side."""
    return " / ".join(" ".join(text.get(language).split()) for language in languages)


def _write_head(questionnaire: Questionnaire, languages: tuple[Language, ...]) -> Iterator[str]:
    yield f"# {_say(questionnaire.title, languages)}"
    for text in _INTRODUCTION:
        yield from (f"# {text.get(language)}" for language in languages)
    yield "#"
    for number, level in enumerate(questionnaire.levels):
        yield f"#   {number} {_say(level.name, languages)}: {_say(level.meaning, languages)}"
    yield ""
    yield f"content: {questionnaire.id}"
    yield f'version: "{questionnaire.version}"'
    yield f"edition: full  # {_say(_EDITION, languages)}"
    yield f"company:  # {_say(_UNKNOWN, languages)}"
    yield '  name: ""'
    for key, text in _COMPANY.items():
        yield f"  {key}:  # {_say(text, languages)}"
    yield "answers:"


def _write_questions(questionnaire: Questionnaire, languages: tuple[Language, ...]) -> Iterator[str]:
    for dimension in questionnaire.dimensions:
        for capability in dimension.capabilities:
            yield ""
            yield f"# ==== {_say(dimension.title, languages)} > {_say(capability.title, languages)} ===="
            for question in capability.questions:
                yield from _write_question(question, questionnaire.number(question.id), languages)


def _write_question(question: Question, number: int, languages: tuple[Language, ...]) -> Iterator[str]:
    yield ""
    mark = "*" if question.quick else ""
    for language in languages:
        yield f"# {number}{mark}. {_say(question.text, (language,))}"
        yield f"#    {_say(question.help, (language,))}"
        for level, text in enumerate(question.levels):
            yield f"#      {level}  {_say(text, (language,))}"
    # No space after the #: whichever way it is taken away, the item stands at the same column.
    yield f"#- {{question: {question.id}, level: }}"
