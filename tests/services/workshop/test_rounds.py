"""A workshop for a company that has answered before: a new round, with nothing of the other in the room."""

import pytest

from assessments.answers import Answer, Profile
from services.content import load_content
from services.errors import LinkNotFound
from services.follow_up import open_company, read_history
from services.self_service import diagnose_draft, resume_assessment, save_answer, start_assessment
from services.workshop import (
    close_workshop,
    end_answering,
    find_workshop,
    join_workshop,
    look_at_question,
    open_workshop,
    prepare_discussion,
    result_for_participant,
    save_blind_answer,
    view_as_facilitator,
    view_as_participant,
)
from storage.store import Store
from tests.services.workshop.rooms import FIRST, PROFILE, SECOND, plan

NOTE = "前の診断のメモ"


def answer_alone(store: Store) -> str:
    token = start_assessment(store, Profile(name="旧社名", employees=80), "full", "ja")
    save_answer(store, token, Answer(question=FIRST, level=5, note=NOTE))
    save_answer(store, token, Answer(question=SECOND, level=5))
    return token


def test_the_workshop_is_a_new_round_of_the_same_company(store: Store) -> None:
    alone = answer_alone(store)
    company = open_company(store, alone)
    opened = open_workshop(store, plan(), company=company)
    again = open_company(store, opened.facilitator_token)
    assert (again.id, again.is_facilitated) == (company.id, True)
    assert again.round_id != company.round_id
    assert open_company(store, open_workshop(store, plan()).facilitator_token).id != company.id


def test_the_former_answers_stay_and_the_profile_is_renewed(store: Store) -> None:
    alone = answer_alone(store)
    open_workshop(store, plan(), company=open_company(store, alone))
    draft = resume_assessment(store, alone)
    assert (draft.profile, set(draft.answers)) == (PROFILE, {FIRST, SECOND})
    assert diagnose_draft(load_content(), draft).standing(FIRST).level == 5


def test_nothing_of_the_former_round_is_in_the_room(store: Store) -> None:
    alone = answer_alone(store)
    opened = open_workshop(store, plan(), company=open_company(store, alone))
    people = [join_workshop(store, opened.join_key, "marketing") for _ in range(3)]
    seen: list[object] = [find_workshop(store, opened.join_code), view_as_participant(store, people[0])]
    for token in people:
        save_blind_answer(store, token, Answer(question=FIRST, level=1))
    assert view_as_facilitator(store, opened.facilitator_token).people == 3
    end_answering(store, opened.facilitator_token)
    discussion = prepare_discussion(store, opened.facilitator_token)
    assert discussion.talks[FIRST].blind.gap.by_group["marketing"].levels == (1, 1, 1)
    assert discussion.talks[SECOND].blind.gap.n == 0
    seen += [discussion, look_at_question(store, people[0])]
    close_workshop(store, opened.facilitator_token, share_result=True)
    result = result_for_participant(store, people[0])
    assert (result.standing(FIRST).level, result.standing(SECOND).status) == (1, "unanswered")
    assert NOTE not in repr([*seen, result])


def test_both_rounds_are_in_the_companys_history(store: Store) -> None:
    alone = answer_alone(store)
    opened = open_workshop(store, plan(), company=open_company(store, alone))
    history = read_history(store, opened.facilitator_token)
    assert [round_.kind for round_ in history][:1] == ["alone"]


def test_a_participants_link_opens_no_round(store: Store) -> None:
    opened = open_workshop(store, plan())
    with pytest.raises(LinkNotFound):
        open_company(store, join_workshop(store, opened.join_key, "marketing"))
