"""How many questions stand where, once the steps of a horizon are done."""

from assessments.answers import Profile
from assessments.loading import load_questionnaire
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.milestones import DAYS, measure_milestones
from scoring.roadmap import Capacity, plan_roadmap
from tests.conftest import answer_all

CONTENT = load_questionnaire()


def everywhere(level: int) -> Diagnosis:
    return diagnose(CONTENT, answer_all(CONTENT, level), Profile())


def test_every_question_is_counted_on_every_day() -> None:
    diagnosis = everywhere(1)
    for milestone in measure_milestones(diagnosis, plan_roadmap(diagnosis)):
        assert sum(milestone.counts) + milestone.unknown == len(diagnosis.standings)


def test_the_floor_grows_by_what_the_steps_lift() -> None:
    """All at 1, every action lifts to 3: each step that ends in time puts its questions on the floor."""
    diagnosis = everywhere(1)
    roadmap = plan_roadmap(diagnosis, Capacity(3, 8))
    milestones = measure_milestones(diagnosis, roadmap)
    assert [item.day for item in milestones] == list(DAYS)
    for milestone in milestones:
        done = {
            lift.question for step in roadmap.steps if step.horizon <= milestone.day for lift in step.lifts
        }
        assert milestone.on_floor == len(done)
        assert milestone.counts[1] == len(diagnosis.standings) - len(done)


def test_nothing_moves_where_nothing_is_left_to_do() -> None:
    diagnosis = everywhere(3)
    milestones = measure_milestones(diagnosis, plan_roadmap(diagnosis))
    assert {item.counts for item in milestones} == {(0, 0, 0, len(diagnosis.standings), 0, 0)}
