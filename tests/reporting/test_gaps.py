"""Where groups differ: the title states it, each question gives its reason, small groups stay hidden."""

import itertools
import re
from dataclasses import replace

import pytest

from assessments.models import LANGUAGES, Group, Language
from reporting.charts.dumbbells import PITCH, draw_dumbbells, draw_strip
from reporting.charts.geometry import keep_apart
from reporting.charts.marks import GROUP_COLOURS
from reporting.glyphs import measure_text
from reporting.narrative import GapsStory, tell_gaps
from reporting.narrative.agreement import tell_agreement
from reporting.narrative.groups import GroupNames
from reporting.narrative.voice import Voice
from reporting.pages.capabilities import build_capability_page
from reporting.pages.gap_columns import LABEL_LEADING, place_labels
from reporting.pages.report import build_report
from reporting.pages.wording import Wording
from scoring.agreement import chance_of_agreement
from scoring.disclosure import show_gaps
from scoring.findings import Diagnosis
from scoring.gaps import measure_gap
from tests.reporting.cases import questionnaire
from tests.reporting.conftest import MADE_ON
from tests.reporting.rooms import LABELS, ask_room, build_workshop

POLITE_END = re.compile(r"(です|ます|ません|ました|でした)[。」）]?$")


def tell(diagnosis: Diagnosis, language: Language = "ja", polite: bool = False) -> GapsStory:
    return tell_gaps(diagnosis, show_gaps(diagnosis), language, polite)


def every_sentence(told: GapsStory) -> list[str]:
    sentences = [*told.story.title, told.story.deck]
    for item in told.gaps:
        sentences += [item.title, item.views, item.reason, item.agreement, item.chance]
    for group in told.groups:
        sentences += [group.name, group.summary]
        sentences += [part for spot in (*group.above, *group.below) for part in (spot.title, spot.sentence)]
    return sentences


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("polite", [True, False])
@pytest.mark.parametrize("anonymous", [True, False])
def test_every_sentence_is_filled_in(language: Language, polite: bool, anonymous: bool) -> None:
    for sentence in every_sentence(tell(build_workshop(anonymous), language, polite)):
        assert sentence.strip()
        assert not re.search(r"[{}|]|\bnan\b", sentence), sentence


def test_the_title_names_who_sees_it_on_the_floor_and_who_does_not() -> None:
    told = tell(build_workshop())
    assert told.story.title == (
        "マーケティングと経営は「現場で動く」と見る。",
        "営業と事業部は、そう見ていない",
    )
    assert "マーケティング4名、営業4名、経営2名、事業部2名" in told.story.deck
    assert tell(build_workshop(), "en").story.title[0] == "To marketing and management, it runs on the floor."


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        ({"marketing": (2, 2), "sales": (2, 2)}, "部門の見方は、"),
        ({"marketing": (2, 2), "sales": (1, 1)}, "部門の見方は近い。"),
        ({"marketing": (4, 4), "sales": (1, 1)}, "マーケティングは「現場で動く」と見る。"),
        ({"marketing": (2, 2), "sales": (0, 0)}, "同じ会社が、マーケティングには高く、"),
        (
            {"marketing": (4, 4, 4), "sales": (4, 4, 4), "management": (4, 4, 4), "business_unit": (1, 1, 1)},
            "1問で見方が割れる。",
        ),
    ],
)
def test_titles_follow_what_was_found(levels: dict[Group, tuple[int, ...]], title: str) -> None:
    told = tell(ask_room(levels))
    assert told.story.title[0] == title


def test_the_report_states_and_the_screen_speaks_politely() -> None:
    plain, polite = tell(build_workshop()), tell(build_workshop(), polite=True)
    for sentence in every_sentence(plain):
        assert not POLITE_END.search(sentence), sentence
    for item in polite.gaps:
        for sentence in filter(None, re.sub(r"「[^」]*」", "", item.reason).split("。")):
            assert POLITE_END.search(sentence), sentence
        assert POLITE_END.search(item.agreement), item.agreement


def test_a_reason_names_both_sides_their_levels_and_what_hangs_on_it() -> None:
    reason = next(item.reason for item in tell(build_workshop()).gaps if item.title == "受け渡しの条件")
    assert reason.startswith("マーケティングと経営は「運用中」、営業は「属人」と見ている。")
    assert "「変革が紙の上で止まっている」の当否" in reason


def test_each_group_has_its_blind_spots_on_both_sides() -> None:
    groups = {item.group: item for item in tell(build_workshop()).groups}
    assert list(groups) == ["marketing", "sales", "management", "business_unit"]
    assert groups["sales"].above[0].title == "失注理由の分類"
    assert groups["sales"].above[0].sentence == (
        "自らは「運用中」、マーケティングは「未着手」と「属人」のあいだと見る。"
    )
    assert "受け渡しの条件" in [spot.title for spot in groups["sales"].below]
    assert not groups["business_unit"].above


def test_agreement_is_put_into_words_from_six_people_on() -> None:
    voice = Voice("ja", False)
    five = measure_gap("handover_rule", {"marketing": (3, 3, 3), "sales": (1, 1)})
    assert tell_agreement(five, voice) == ("", "")
    six = measure_gap("handover_rule", {"marketing": (3, 3, 3), "sales": (1, 1, 1)})
    agreement, chance = tell_agreement(six, voice)
    assert agreement == "一致は中ほど"  # S² = 1.2, r_wg = 1 - 1.2 / 2.917 = .59
    assert chance == f"偶然でも{chance_of_agreement(six.r_wg or 0, 6) * 100:.0f}%"
    alike = measure_gap("handover_rule", {"marketing": (3,) * 6, "sales": (3,) * 6})
    assert tell_agreement(alike, voice) == ("一致はとても強い", "偶然では1%未満")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_calls_its_groups_by_its_own_names(language: Language) -> None:
    diagnosis = build_workshop()
    told = tell_gaps(diagnosis, show_gaps(diagnosis), language, False, LABELS)
    text = "".join(every_sentence(told))
    assert "国内営業本部" in text
    usual = {"ja": ("営業は", "事業部は"), "en": (" sales", "business units")}[language]
    without_own = text.replace("国内営業本部", "").replace("計測・制御の両事業部", "")
    assert not any(re.search(rf"(?<!の){name}「", without_own) for name in usual)


def test_an_anonymous_page_holds_nothing_of_small_groups() -> None:
    sheet = build_report(build_workshop(anonymous=True), Wording("ja"), MADE_ON).gaps
    assert sheet is not None
    told = repr(replace(sheet, ladders=replace(sheet.ladders, svg=""), rows=(), groups=(), keys=()))
    assert "経営は" not in told
    assert "事業部は「" not in told
    assert {row.key.name for row in sheet.groups} == {"マーケティング", "営業"}
    assert {key.name for key in sheet.keys} <= {"マーケティング", "営業", "少人数の部門"}
    for hidden in ("management", "business_unit"):
        assert GROUP_COLOURS[hidden] not in sheet.ladders.svg  # type: ignore[index]
        assert not any(GROUP_COLOURS[hidden] in row.strip.svg for row in sheet.rows)  # type: ignore[index]


def test_there_is_no_page_where_nothing_can_be_compared(companies: dict[str, Diagnosis]) -> None:
    assert build_report(companies["all 2"], Wording("ja"), MADE_ON).gaps is None
    one_group = ask_room({"marketing": (1, 4, 5)})
    assert build_report(one_group, Wording("ja"), MADE_ON).gaps is None
    small = ask_room({"marketing": (1, 4, 5), "sales": (1, 1)}, anonymous=True)
    assert build_report(small, Wording("ja"), MADE_ON).gaps is None


def test_equal_groups_stand_side_by_side_and_are_named_below_each_other() -> None:
    svg = draw_dumbbells([{"marketing": 3.0, "management": 3.0, "sales": 1.0}], "alt").svg
    assert svg.count("<circle") == 1
    assert svg.count("<polygon") == 2
    names = GroupNames(Voice("ja", False), questionnaire(), {})
    upper, lower = place_labels({"marketing": 3.0, "management": 3.0, "sales": 1.0}, "kgi", names)
    assert upper.names == ("マーケ", "経営")
    assert lower.names == ("営業",)
    assert draw_strip({}, "alt").svg


def test_names_beside_marks_never_lie_on_each_other() -> None:
    names = GroupNames(Voice("ja", False), questionnaire(), {"other": "とても長い名前の部門と部門"})
    medians: dict[Group, float] = {
        "marketing": 3.0,
        "sales": 3.0,
        "management": 2.5,
        "business_unit": 2.5,
        "other": 2.0,
    }
    labels = place_labels(medians, "kgi", names)
    for upper, lower in itertools.pairwise(labels):
        assert upper.top + LABEL_LEADING * len(upper.names) <= lower.top + 1e-9
    assert labels[-1].names[0].endswith("…")


def test_texts_keep_a_gap_and_move_as_little_as_possible() -> None:
    assert keep_apart([10, 20, 30], [4, 4, 4], 1) == [10, 20, 30]
    moved = keep_apart([10, 12, 30], [4, 4, 4], 1)
    assert moved == pytest.approx([8.5, 13.5, 30])
    assert keep_apart([], [], 1) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_under_the_ladders_do_not_touch(companies: dict[str, Diagnosis], language: Language) -> None:
    columns = build_capability_page(companies["some unknown"], Wording(language)).columns
    labels = [label for column in columns for label in column.capabilities]
    for left, right in itertools.pairwise(labels):
        ends = left.left + left.shift + left.width / 2 + max(measure_text(x, 7.5) for x in left.lines) / 2
        starts = (
            right.left + right.shift + right.width / 2 - max(measure_text(x, 7.5) for x in right.lines) / 2
        )
        assert starts - ends >= 1.6 - 1e-6
        assert abs(left.shift) < PITCH / 8
