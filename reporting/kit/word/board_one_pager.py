"""One page for the management board."""

from collections.abc import Iterator

from reporting.kit.case import KitCase
from reporting.kit.word.filling import Filling, Rows
from reporting.kit.word.writing import write_document
from reporting.kit.words import Words
from reporting.narrative import Verdict, tell_verdict
from scoring.targets import Rung

WITHIN_DAYS = 90
MOST_STEPS = 3
RUNGS: tuple[Rung, ...] = ("orders", "opportunities", "mqls")


def render(case: KitCase) -> bytes:
    """The page as a Word document."""
    verdict = tell_verdict(case.diagnosis, case.language, polite=True, made_on=case.made_on)
    rows = {
        "reasons": [(reason.title, reason.text) for reason in verdict.reasons],
        "decisions": _list_decisions(case, verdict),
        "steps": _list_steps(case),
        "figures": list(_list_figures(case)),
    }
    space = "" if case.language == "ja" else " "
    headline = space.join([*verdict.headline, verdict.deck])
    return write_document(case, "board_one_pager", Filling({"headline": headline}, rows))


def _list_decisions(case: KitCase, verdict: Verdict) -> Rows:
    return [(item.text, item.owner_title, case.wording.write_date(item.due)) for item in verdict.decisions]


def _list_steps(case: KitCase) -> Rows:
    questionnaire = case.diagnosis.questionnaire
    steps = [step for step in case.roadmap.steps if step.horizon <= WITHIN_DAYS][:MOST_STEPS]
    return [
        (
            step.action.title.get(case.language),
            questionnaire.owner(step.action.owner).title.get(case.language),
            case.wording.write_date(case.ends_on(step)),
        )
        for step in steps
    ]


def _list_figures(case: KitCase) -> Iterator[tuple[str, ...]]:
    """Figures with their targets; without one, the row leaves it to be set."""
    words = Words("board_figures", case.language)
    targets = case.enclosures.targets
    revenue = targets.revenue if targets else None
    yield words.say("revenue"), *([words.say("yen", n=f"{revenue:,.0f}")] if revenue else [])
    for rung in RUNGS:
        count = case.plan.needed.get(rung) if case.plan else None
        yield words.say(rung), *([words.say("count", n=f"{count:,}")] if count else [])
