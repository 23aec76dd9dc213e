"""What the documents say about one company, worked by hand."""

from datetime import date
from io import BytesIO

from PIL import Image

from reporting.brand import Brand, Logo
from reporting.enclosures import Enclosures
from reporting.kit import render_document
from reporting.kit.findings import find_answered
from scoring.gaps import measure_gap
from scoring.minutes import MinutesItem, Room, Votes
from scoring.roadmap import Capacity
from tests.kit.documents import case_of, open_word, read_example, read_text, render
from tests.reporting.cases import START_UP, company, everywhere
from tests.worked_targets import LONG_CHAIN


def test_limits_are_proposed_where_there_are_none() -> None:
    text = read_text(render("company_b", "sla", "ja"))
    assert "受け取ってから24時間以内" in text
    assert "受け取ってから5営業日以内" in text
    assert "空欄は2項目です" in text


def test_limits_in_use_are_kept_and_not_replaced() -> None:
    text = read_text(render("healthy", "sla", "en"))
    assert "Time limits are in use already" in text
    assert "24 hours" not in text
    assert "4 blanks are left for you" in text


def test_mqls_a_month_follow_from_the_targets() -> None:
    # 50 orders <- 100 opportunities <- 200 SQLs <- 400 MQLs a year; 400 / 12 = 33.3, rounded up
    case = case_of(read_example("company_b"), "en", Enclosures(targets=LONG_CHAIN))
    text = read_text(render_document("sla", case))
    assert "34 a month" in text
    assert "50 orders need 100 opportunities, 200 SQLs and 400 MQLs a year" in text


def test_the_board_sees_the_same_targets() -> None:
    case = case_of(read_example("company_b"), "ja", Enclosures(targets=LONG_CHAIN))
    text = read_text(render_document("board_one_pager", case))
    assert all(figure in text for figure in ("50,000,000円", "50件", "100件", "400件"))


def test_takes_effect_when_the_roadmap_has_it_in_use() -> None:
    # nothing else is open: it starts at once and takes its 4 weeks
    diagnosis = company({**everywhere(5), "followup_sla": 0})
    assert "本書は2026年7月10日から適用します" in read_text(render_document("sla", case_of(diagnosis)))


def test_a_slower_team_finishes_later() -> None:
    # 3 days of work at 2 hours a week of one person: 12 weeks
    diagnosis = company({**everywhere(5), "followup_sla": 0})
    slow = Enclosures(capacity=Capacity(people=1, hours_a_week=2))
    assert "本書は2026年9月4日から適用します" in read_text(
        render_document("sla", case_of(diagnosis, enclosures=slow))
    )


def test_evidence_is_repeated_with_its_question() -> None:
    text = read_text(render("company_b", "handover_rules", "ja"))
    assert "問17「受け渡しの条件」：問い合わせメールを担当営業に転送している" in text


def test_roles_are_those_of_the_company_s_size() -> None:
    small = company(everywhere(1), START_UP.model_copy(update={"marketing_headcount": 1}))
    assert "Partners" in read_text(render_document("role_charter", case_of(small, "en")))
    assert "Partners" not in read_text(render("company_b", "role_charter", "en"))


def test_workshop_minutes_stand_in_the_meeting_kit() -> None:
    item = MinutesItem(
        question_id="handover_rule",
        status="agreed",
        before=Votes(1, measure_gap("handover_rule", {"marketing": (1, 2), "sales": (1,)})),
        level=1,
        fact="先月渡した11件のうち4件が未対応",
        judgement="受け取る人が決まっていない",
        next_action="担当の割り当てを決める",
        owner="営業責任者",
        due=date(2026, 6, 30),
    )
    case = case_of(read_example("company_b"), enclosures=Enclosures(room=Room(minutes=(item,))))
    meetings = read_text(render_document("meetings", case))
    for text in (item.fact, item.judgement, item.next_action, "2026年6月30日"):
        assert text in meetings
    assert item.next_action in read_text(render_document("handover_rules", case))
    assert item.next_action not in read_text(render_document("entry_rules", case))


def test_departments_are_called_what_the_workshop_calls_them() -> None:
    room = Room(labels={"sales": "国内営業本部"})
    text = read_text(
        render_document("sla", case_of(read_example("company_b"), enclosures=Enclosures(room=room)))
    )
    assert "マーケティング部門と国内営業本部が" in text
    assert "国内営業本部が約束すること" in text


def test_says_which_patterns_it_answers() -> None:
    answered = find_answered(case_of(read_example("company_b")), "sla")
    assert answered.ground == "patterns"
    assert "「リードのその後が問われていない」" in answered.text
    assert answered.evidence == ("問18「営業の対応期限」：0 未着手",)
    assert answered.is_called_for


def test_says_which_answers_it_answers_when_no_pattern_rests_on_them() -> None:
    answered = find_answered(case_of(read_example("org_chart_only"), "en"), "sla")
    assert answered.ground == "answers"
    assert "“Follow-up time limits”" in answered.text


def test_says_plainly_when_nothing_speaks_for_it() -> None:
    grounds = {
        "kept": company(everywhere(4)),
        "unknown": company(everywhere("unknown")),
        "not_applicable": company(everywhere("not_applicable")),
        "not_asked": company(everywhere(1, "quick"), edition="quick"),
    }
    for ground, diagnosis in grounds.items():
        answered = find_answered(case_of(diagnosis), "entry_rules")
        assert answered.ground == ground
        assert not answered.is_called_for
        assert answered.text


def test_an_unknown_among_what_is_in_use_is_still_shown() -> None:
    answered = find_answered(case_of(company({**everywhere(4), "entry_rules": "unknown"})), "entry_rules")
    assert answered.ground == "kept"
    assert any("分からない" in line for line in answered.evidence)


def test_the_firm_s_name_and_logo_stand_on_it() -> None:
    logo = Logo(make_png(), "image/png", 4, 2)
    brand = Brand(firm="汐見コンサルティング", logo=logo, accent="#7a1f5c", confidentiality="社外秘")
    data = render_document("sla", case_of(read_example("company_b"), enclosures=Enclosures(brand=brand)))
    assert "汐見コンサルティング　社外秘" in read_text(data)
    assert "Henkaku" not in read_text(data)
    opened = open_word(data)
    (picture,) = opened.sections[0].first_page_header._element.xpath(".//wp:inline")
    assert picture.docPr.get("descr") == "汐見コンサルティング"
    assert picture.extent.cx == 2 * picture.extent.cy
    assert "7a1f5c" in opened.styles["Title"].element.xml
    assert opened.core_properties.author == "汐見コンサルティング"


def make_png() -> bytes:
    target = BytesIO()
    Image.new("RGB", (4, 2), "navy").save(target, "PNG")
    return target.getvalue()


def test_heads_of_units_are_asked_only_where_there_are_units() -> None:
    one_unit = case_of(company(everywhere(1), START_UP))
    assert "事業部長" not in read_text(render_document("role_charter", one_unit))
    assert "事業部長" in read_text(render("company_b", "role_charter", "ja"))
