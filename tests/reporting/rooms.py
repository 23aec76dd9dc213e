"""Workshops that differ on purpose: the worked example with its room, and small ones made for a rule."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from assessments.answer_files import read_answers
from assessments.answers import Agreement, Answer, AnswerSet, Respondent
from assessments.models import Group
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.gaps import PerceptionGap, measure_gap
from scoring.minutes import MinutesItem, Room, Votes
from tests.reporting.cases import HOSTILE_NOTES, MID_SIZED, questionnaire

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "workshop.yaml"
LABELS: Mapping[Group, str | None] = {
    "marketing": None,
    "sales": "国内営業本部",
    "management": None,
    "business_unit": "計測・制御の両事業部",
}
"""A workshop that renamed two of its groups."""


@cache
def build_workshop(anonymous: bool = False) -> Diagnosis:
    """The worked example: twelve people of four groups, two of which have two people."""
    profile, answers = read_answers(EXAMPLE, questionnaire())
    return diagnose(questionnaire(), answers.model_copy(update={"anonymous": anonymous}), profile)


def find_gap(diagnosis: Diagnosis, question_id: str) -> PerceptionGap:
    """How the groups see one question."""
    return next(gap for gap in diagnosis.gaps if gap.question_id == question_id)


def make_room(diagnosis: Diagnosis, labels: Mapping[Group, str | None] = LABELS) -> Room:
    """Minutes of every kind on the worked example."""

    def before(question_id: str) -> Votes:
        return Votes(1, find_gap(diagnosis, question_id), unknown=1)

    def again(question_id: str, number: int, **levels: Sequence[int]) -> Votes:
        return Votes(number, measure_gap(question_id, dict(levels)))  # type: ignore[arg-type]

    return Room(
        labels=labels,
        minutes=(
            MinutesItem(
                question_id="handover_rule",
                status="agreed",
                level=1,
                before=before("handover_rule"),
                after=(
                    again("handover_rule", 2, marketing=(1, 2, 2, 1), sales=(1, 1, 0, 1), management=(1, 2)),
                ),
                fact="通知は設定済みだが、四人の営業のうち三人は迷惑メールに入っていた。直近の三件は電話で渡している。",
                judgement="設定があることと、使われていることは別。いまは属人とみる。",
                next_action="通知をSFAの画面に出し、受け取りを押してもらう",
                owner="MA運用担当・営業企画",
                due=date(2026, 7, 17),
            ),
            MinutesItem(
                question_id="budget_authority",
                status="disagreed",
                before=before("budget_authority"),
                fact="規程では部長決裁の範囲内だが、展示会は一件ずつ事業部の了解を得ている。",
                judgement="規程を実態と見るか、運用を実態と見るかで分かれたままとした。",
                next_action="直近五件の稟議を並べ、誰が止められたかを書き出す",
                owner="経営企画部長",
                due=date(2026, 6, 30),
            ),
            MinutesItem(
                question_id="loss_reasons",
                status="agreed",
                level=3,
                before=before("loss_reasons"),
                after=(
                    again("loss_reasons", 2, marketing=(3, 3, 2, 3), sales=(3, 3, 3, 3), management=(3, 3)),
                ),
                fact="営業は七つの分類から必ず選んでいる。マーケティングには閲覧の権限がなかった。",
                next_action="マーケティング全員にSFAの閲覧権限を渡す",
                owner="営業企画",
                due=date(2026, 6, 19),
            ),
            MinutesItem(
                question_id="shared_kpis",
                status="parked",
                before=before("shared_kpis"),
                fact="賞与の評価表は次回までに人事から取り寄せる。",
                next_action="評価表を取り寄せる",
            ),
            MinutesItem(question_id="lead_scoring", status="skipped", before=before("lead_scoring")),
            MinutesItem(question_id="training", status="parked", before=before("training")),
        ),
    )


def make_hostile_room(diagnosis: Diagnosis) -> Room:
    """Minutes and names in which people typed whatever does harm."""
    questions = [standing.question.id for standing in diagnosis.standings]
    return Room(
        labels=dict.fromkeys(("marketing", "sales", "management"), '長い名前の部門<b>&"👍' * 2),
        minutes=tuple(
            MinutesItem(
                question_id=questions[place],
                status="disagreed",
                before=Votes(1, find_gap(diagnosis, questions[place])),
                fact=note,
                judgement=note,
                next_action=note,
                owner=note[:200],
            )
            for place, note in enumerate(HOSTILE_NOTES)
        ),
    )


def ask_room(
    levels: Mapping[Group, Sequence[int]],
    agreed: int | None = None,
    question: str = "handover_rule",
    anonymous: bool = False,
) -> Diagnosis:
    """A room that answered one question."""
    people = tuple(
        Respondent(group=group, answers=(Answer(question=question, level=level),))
        for group, given in levels.items()
        for level in given
    )
    settled = () if agreed is None else (Agreement(question=question, level=agreed),)
    answers = AnswerSet(respondents=people, agreed=settled, anonymous=anonymous)
    return diagnose(questionnaire(), answers, MID_SIZED)
