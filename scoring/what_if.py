"""What the verdict would be, were some answers other ones or some steps done. Nothing is kept."""

from collections.abc import Iterable, Mapping

from assessments.answers import Agreement
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.maturity import TOP_LEVEL
from scoring.roadmap import open_lifts


def imagine(diagnosis: Diagnosis, levels: Mapping[str, int]) -> Diagnosis:
    """The diagnosis, were these questions at these levels (0–5), whatever was answered to them.

    Raises KeyError for a question that the content does not have; one outside the edition changes nothing.
    """
    for question in levels:
        diagnosis.questionnaire.question(question)
    answers = diagnosis.answers
    kept = [item for item in answers.agreed if item.question not in levels]
    imagined = [Agreement(question=question, level=level) for question, level in levels.items()]
    changed = answers.model_copy(update={"agreed": (*kept, *imagined)})
    return diagnose(diagnosis.questionnaire, changed, diagnosis.profile)


def lift_levels(diagnosis: Diagnosis, done: Iterable[str]) -> dict[str, int]:
    """The levels that actions lift questions to once they are done, by question id; ids of actions in.

    As on the roadmap, only known answers below the level are lifted; what is not known is found out first.
    Where two of them lift the same question, the higher level counts. Raises KeyError for an unknown action.
    """
    actions = {action.id: action for action in diagnosis.questionnaire.actions}
    lifted: dict[str, int] = {}
    for name in done:
        for lift in open_lifts(diagnosis, actions[name]):
            lifted[lift.question] = max(lift.to, lifted.get(lift.question, 0))
    return lifted


def measure_joint_gain(diagnosis: Diagnosis, done: Iterable[str]) -> float:
    """Points of the company's score (0–100) once all these actions are done; a shared lift counts once."""
    known = sum(standing.question.weight for standing in diagnosis.standings if standing.is_known)
    gained = 0.0
    for question, level in lift_levels(diagnosis, done).items():
        standing = diagnosis.standing(question)
        gained += standing.question.weight * (level - (standing.level or 0.0))
    return gained / (TOP_LEVEL * known) * 100 if known else 0.0
