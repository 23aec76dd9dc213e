"""Companies that differ on purpose, as short recipes over the real content."""

import random
from functools import cache

from assessments.answers import Answer, AnswerSet, Profile, Respondent
from assessments.loading import load_questionnaire
from assessments.models import Edition, Questionnaire
from reporting.limits import TooLargeError
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis

MID_SIZED = Profile(
    name="B社",
    employees=420,
    business_units=4,
    products=6,
    segment_difference=4,
    one_brand_need=4,
    closeness_need=3,
    growth="mature",
    marketing_headcount=3,
    current_model="centralized",
)
START_UP = Profile(
    name="株式会社はじまり",
    employees=80,
    business_units=1,
    products=1,
    segment_difference=0,
    one_brand_need=3,
    closeness_need=1,
    growth="series_a",
    marketing_headcount=3,
    current_model="none",
)


@cache
def questionnaire() -> Questionnaire:
    """The content of the product."""
    return load_questionnaire()


def company(
    levels: dict[str, object], profile: Profile = MID_SIZED, edition: Edition = "full", **notes: str
) -> Diagnosis:
    """The diagnosis of a company with these levels by question."""
    answers = tuple(
        Answer.model_validate(
            {
                "question": question,
                "level": level,
                "reason": "対象となる業務がない" if level == "not_applicable" else None,
                "note": notes.get(question),
            }
        )
        for question, level in levels.items()
    )
    answer_set = AnswerSet(edition=edition, respondents=(Respondent(group="marketing", answers=answers),))
    return diagnose(questionnaire(), answer_set, profile)


def everywhere(level: object, edition: Edition = "full") -> dict[str, object]:
    """One level for every question of an edition."""
    return {question.id: level for question in questionnaire().asked_in(edition)}


def by_side(design: int, implementation: int) -> dict[str, object]:
    """One level for each side."""
    levels = {"design": design, "implementation": implementation}
    return {question.id: levels[question.side] for question in questionnaire().questions}


def by_dimension(**levels: int) -> dict[str, object]:
    """One level for each dimension."""
    return {
        question.id: levels[dimension.id]
        for dimension in questionnaire().dimensions
        for capability in dimension.capabilities
        for question in capability.questions
    }


def spread(seed: int, choices: str) -> dict[str, object]:
    """Levels drawn from a string of digits; `?` is "don't know", `-` not answered, `x` not applicable."""
    words = {"?": "unknown", "x": "not_applicable"}
    drawn = {
        question.id: random.Random(f"{seed}{question.id}").choice(choices)
        for question in questionnaire().questions
    }
    return {key: words.get(mark) or int(mark) for key, mark in drawn.items() if mark != "-"}


@cache
def build_companies() -> dict[str, Diagnosis]:
    """All companies by name."""
    return {
        "nothing answered": company({}, Profile(name="未回答株式会社")),
        "all unknown": company(everywhere("unknown")),
        "half unknown": company(spread(1, "0123??????"), START_UP),
        "some unknown": company(spread(2, "01222233?")),
        "all 0": company(everywhere(0), START_UP),
        "all 1": company(everywhere(1)),
        "all 2": company(everywhere(2)),
        "all 3": company(everywhere(3), START_UP),
        "all 4": company(everywhere(4)),
        "all 5": company(everywhere(5), START_UP),
        "designed, not used": company(by_side(3, 1)),
        "used, not designed": company(by_side(1, 3), START_UP),
        "data ahead": company(by_dimension(strategy=2, alignment=1, data=4, structure=2)),
        "structure behind": company(by_dimension(strategy=4, alignment=4, data=4, structure=1)),
        "on paper": company(spread(3, "1222223")),
        "mostly used": company(spread(4, "2333344"), START_UP),
        "joined up": company(spread(5, "4444455")),
        "individuals": company(spread(6, "0011112"), START_UP),
        "nearly there": company(spread(7, "3344455x")),
        "quick": company(spread(8, "012233?"), edition="quick"),
    }


NAMES = (
    "nothing answered",
    "all unknown",
    "half unknown",
    "some unknown",
    "all 0",
    "all 1",
    "all 2",
    "all 3",
    "all 4",
    "all 5",
    "designed, not used",
    "used, not designed",
    "data ahead",
    "structure behind",
    "on paper",
    "mostly used",
    "joined up",
    "individuals",
    "nearly there",
    "quick",
)

HOSTILE_NOTES = (
    "<script>alert(1)</script><img src='file:///etc/passwd'><style>@import url(http://x.test/a)</style>",
    "url(file:///etc/passwd) {{ 7 * 7 }} {% raw %} ${x} %s {0}",
    "\x00\x07\x1b[31m制御\u202e逆\u200b\ufeff שלום عربي 👍🏽 ｶﾀｶﾅﾊﾟ ⅔ é",
    "A" * 2000,
    "改行\n\n\nが\r\nある\u2028文",
    "　\t  ",
    "&lt;b&gt; \" ' ` </td></tr></table><h1>x</h1>",
    "長い根拠の文章である。" * 60,
)


def build_hostile_company() -> Diagnosis:
    """Three respondents who type whatever does harm; a name as long as allowed."""
    questions = questionnaire().questions
    respondents = tuple(
        Respondent(
            group=group,
            name="名" * 200,
            answers=tuple(
                Answer(
                    question=question.id,
                    level="unknown" if place % 7 == 0 else (place * 3 + shift) % 6,
                    note=HOSTILE_NOTES[(place + shift) % len(HOSTILE_NOTES)],
                )
                for place, question in enumerate(questions)
            ),
        )
        for shift, group in enumerate(("marketing", "sales", "management"))
    )
    profile = Profile(
        name=("株式会社とても長い名前の会社<b>&'\"👍" * 10)[:200],
        employees=10_000_000,
        business_units=10_000,
        products=1_000_000,
        segment_difference=5,
        one_brand_need=5,
        closeness_need=5,
        growth="mature",
        marketing_headcount=10_000_000,
        current_model="distributed",
    )
    return diagnose(questionnaire(), AnswerSet(respondents=respondents), profile)


def grow_too_far() -> bytes:
    """What a renderer does when a document grows beyond what it may be."""
    raise TooLargeError
