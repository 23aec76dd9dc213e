"""What the store keeps after the verdict: brands, targets, boards, re-checks; on both databases."""

from dataclasses import replace
from datetime import date

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from assessments.answers import Answer, Profile
from assessments.targets import Targets
from scoring.roadmap import Capacity
from storage import migration
from storage.engine import open_engine, writing
from storage.follow_up_records import NewRecheck, StoredBrand, StoredCompany
from storage.location import choose_url
from storage.records import NewAssessment
from storage.store import Store, open_store
from storage.workshop_records import NewWorkshop, WorkshopPlan

HASH, NEXT_HASH, HOST_HASH, BRAND_HASH = "a" * 64, "b" * 64, "c" * 64, "d" * 64
NONE_HASH = "f" * 64
PROFILE = Profile(name="変革工業株式会社", employees=320)
NEW = NewAssessment(PROFILE, "full", "ja", "b2b_marketing", "1.0")
LEVEL = Answer(question="shared_kpi", level=3, note="週次の会議で確認")
BRAND = StoredBrand("変革コンサルティング", "#0a5c4d", "社外秘", b"\x89PNG\0", "image/png", 320.0, 80.0)
PLAIN = StoredBrand("", None, "", None, None, None, None)
PLAN = WorkshopPlan(
    profile=PROFILE,
    edition="quick",
    dimensions=("strategy",),
    groups={"marketing": None},
    anonymous=True,
    language="ja",
    answer_minutes=10,
    talk_minutes=5,
)


@pytest.fixture
def company(store: Store) -> StoredCompany:
    store.add_assessment(HASH, NEW)
    store.save_answer(HASH, LEVEL)
    return find(store, HASH)


def find(store: Store, token_hash: str) -> StoredCompany:
    found = store.find_company(token_hash, token_hash)
    assert found is not None
    return found


def recheck(company: StoredCompany, *answers: Answer) -> NewRecheck:
    return NewRecheck(company.round_id, "1.1", None, ("lead_rule",), answers)


def test_a_respondent_and_a_facilitator_speak_for_their_company(store: Store, company: StoredCompany) -> None:
    store.add_workshop(HOST_HASH, NewWorkshop(PLAN, "c", "1", "ABC234", "key"))
    hosted = store.find_company(NONE_HASH, HOST_HASH)
    assert hosted is not None
    assert hosted.is_facilitated
    assert hosted.id != company.id
    assert not company.is_facilitated
    assert company.profile == PROFILE
    assert (company.targets, company.capacity) == (None, None)
    assert store.find_company(HOST_HASH, HASH) is None
    assert store.find_company(NONE_HASH, NONE_HASH) is None


def test_targets_and_capacity_are_kept_and_replaced(store: Store, company: StoredCompany) -> None:
    store.keep_targets(company.id, Targets(revenue=3e8, win_rate=20))
    store.keep_targets(company.id, Targets(revenue=2e8))
    store.keep_capacity(company.id, Capacity(people=3, hours_a_week=6.5))
    kept = find(store, HASH)
    assert kept.targets == Targets(revenue=2e8)
    assert kept.capacity == Capacity(people=3, hours_a_week=6.5)


def test_a_brand_is_kept_changed_and_put_on_a_round(store: Store, company: StoredCompany) -> None:
    store.add_brand(BRAND_HASH, PLAIN)
    assert store.update_brand(BRAND_HASH, BRAND)
    assert not store.update_brand(NONE_HASH, PLAIN)
    assert store.find_brand(BRAND_HASH) == BRAND
    assert store.find_brand(NONE_HASH) is None
    assert store.brand_of_round(company.round_id) is None
    assert store.set_round_brand(company.round_id, BRAND_HASH)
    assert store.brand_of_round(company.round_id) == BRAND
    assert not store.set_round_brand(company.round_id, NONE_HASH)
    assert not store.set_round_brand("no such round", BRAND_HASH)
    assert store.brand_of_round(company.round_id) == BRAND
    assert store.set_round_brand(company.round_id, None)
    assert store.brand_of_round(company.round_id) is None


def test_a_board_keeps_steps_their_order_and_their_log(store: Store, company: StoredCompany) -> None:
    due = date(2027, 3, 31)
    with store.changing_board(company.id) as desk:
        first, second = desk.add([{"action_id": "agree_sla"}, {"title": "予算を確認する", "due": due}])
        (third,) = desk.add([{"title": "会議を設ける"}])
        desk.change(first, {"status": "doing", "owner": "営業部長"})
        desk.log(first, "fact", "合意した")
        desk.arrange([third, first, second])
    board = store.read_board(company.id)
    assert [item.id for item in board.items] == [third, first, second]
    assert [item.position for item in board.items] == [0, 1, 2]
    assert [item.revision for item in board.items] == [1, 2, 1]
    changed = board.by_id[first]
    assert (changed.action_id, changed.status, changed.owner) == ("agree_sla", "doing", "営業部長")
    assert board.by_id[second].due == due
    assert [(entry.item_id, entry.kind, entry.text) for entry in board.log] == [(first, "fact", "合意した")]


def test_a_change_of_a_board_that_fails_leaves_nothing_behind(store: Store, company: StoredCompany) -> None:
    def lose_power() -> None:
        with store.changing_board(company.id) as desk:
            desk.add([{"title": "step"}])
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        lose_power()
    assert store.read_board(company.id).items == ()


def test_one_board_is_not_anothers(store: Store, company: StoredCompany) -> None:
    store.add_assessment(NEXT_HASH, NEW)
    other = find(store, NEXT_HASH)
    with store.changing_board(company.id) as desk:
        (mine,) = desk.add([{"title": "step"}])
    with store.changing_board(other.id) as desk:
        desk.change(mine, {"status": "done"})
        desk.arrange([mine])
    assert store.read_board(other.id).items == ()
    assert store.read_board(company.id).by_id[mine].status == "open"


def test_a_recheck_is_a_new_round_of_the_same_company(store: Store, company: StoredCompany) -> None:
    store.add_brand(BRAND_HASH, BRAND)
    store.set_round_brand(company.round_id, BRAND_HASH)
    before = store.find_assessment(HASH)
    assert store.add_recheck(NEXT_HASH, recheck(company, LEVEL))
    follower = find(store, NEXT_HASH)
    assert (follower.id, follower.profile) == (company.id, PROFILE)
    assert store.find_assessment(HASH) == replace(before, is_followed=True)
    assert store.save_answer(HASH, Answer(question="kgi", level=1)) is None
    assert not store.clear_answer(HASH, "kgi")
    assert not store.change_edition(HASH, "quick")
    answered = store.find_assessment(NEXT_HASH)
    assert answered is not None
    assert answered.answers == (LEVEL,)
    assert (answered.edition, answered.language) == ("full", "ja")
    assert answered.content_version == "1.1"
    first, second = store.list_rounds(company.id)
    assert (first.id, first.previous_id, first.asked) == (company.round_id, None, None)
    assert (second.id, second.previous_id, second.asked) == (follower.round_id, first.id, ("lead_rule",))
    assert store.find_round(second.id) == second
    assert store.brand_of_round(second.id) == BRAND


def test_a_round_is_followed_once_only(store: Store, company: StoredCompany) -> None:
    assert store.add_recheck(NEXT_HASH, recheck(company))
    assert not store.add_recheck(HOST_HASH, recheck(company, LEVEL))
    assert len(store.list_rounds(company.id)) == 2
    assert store.find_assessment(HOST_HASH) is None


def test_the_workshop_of_a_round_is_found(store: Store, company: StoredCompany) -> None:
    assert store.find_workshop_of_round(company.round_id) is None
    store.add_workshop(HOST_HASH, NewWorkshop(PLAN, "c", "1", "ABC234", "key"))
    workshop = store.find_workshop(HOST_HASH)
    assert workshop is not None
    assert store.find_workshop_of_round(workshop.round_id) == workshop


def test_rounds_kept_before_boards_existed_stay(database: str) -> None:
    url = choose_url(database)
    with writing(open_engine(url, migrating=True)).begin() as connection:
        config = migration._configure()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    engine = create_engine(database)
    with engine.begin() as connection:
        moment = "'2026-11-20 10:00:00'"
        for statement in (
            f"INSERT INTO companies VALUES ('c', 'name', '{{}}', {moment})",
            f"INSERT INTO rounds VALUES ('r', 'c', 'b2b_marketing', '1', 'full', 'ja', {moment})",
            f"INSERT INTO respondents VALUES ('p', 'r', 'other', NULL, '{HASH}', {moment})",
            f"INSERT INTO answers VALUES ('p', 'shared_kpi', 3, 'level', NULL, '週次の会議で確認', {moment})",
        ):
            connection.execute(text(statement))
    engine.dispose()
    store = open_store(database)
    kept = store.find_assessment(HASH)
    assert kept is not None
    assert kept.answers == (LEVEL,)
    company = find(store, HASH)
    assert store.add_recheck(NEXT_HASH, replace(recheck(company), dimensions=("data",)))
    assert [r.dimensions for r in store.list_rounds("c")] == [None, ("data",)]
    store.close()
