"""The dot plot, and what stands beside it: places, names and words, for any number of people."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from assessments.models import GROUPS, Group, Questionnaire
from services.workshop import Ballot, Timer
from services.workshop.showing import show_ballot
from ui.components.workshop.agreement import tell_agreement
from ui.components.workshop.dot_plot import PHONE, PROJECTOR, PlotSize, draw_dot_plot, find_row, name_row
from ui.components.workshop.qr_code import draw_qr
from ui.components.workshop.stacking import Stack
from ui.components.workshop.timer import count_left, draw_countdown

LABELS: dict[Group, str | None] = {"marketing": None, "sales": "関西 <支社>", "management": None}


def cast(anonymous: bool = False, **levels: list[int | None]) -> Ballot:
    given = {group: levels[group] for group in GROUPS if group in levels}
    return show_ballot(1, "shared_kpis", given, anonymous)


def test_every_person_is_one_mark(questionnaire: Questionnaire) -> None:
    plot = draw_dot_plot(cast(marketing=[4, 4, 3], sales=[1, 1, None]), LABELS, questionnaire)
    rows = plot.split('<div class="row ')[1:]
    assert [row.count('style="left:calc(') for row in rows] == [3, 2]
    assert "関西 &lt;支社&gt;" in plot
    assert "<支社>" not in plot


def test_the_plot_says_the_same_in_words(questionnaire: Questionnaire) -> None:
    plot = draw_dot_plot(cast(marketing=[4, 4, 3], sales=[1, 2]), LABELS, questionnaire)
    assert (
        'aria-label="部門ごとの回答の分布。 マーケティングは3人、中央値は4。 関西 &lt;支社&gt;は2人、'
        '中央値は1.5。"' in plot
    )


def test_nobody_with_a_level_is_said_to_be_nobody(questionnaire: Questionnaire) -> None:
    assert 'aria-label="段階を答えた人がいません。"' in draw_dot_plot(
        cast(marketing=[None]), LABELS, questionnaire
    )


@pytest.mark.parametrize("size", [PROJECTOR, PHONE])
@pytest.mark.parametrize("people", [1, 4, 9, 40, 200])
@pytest.mark.parametrize("groups", [1, 3, 5])
def test_marks_stay_in_their_row_and_beside_their_level(
    questionnaire: Questionnaire, size: PlotSize, people: int, groups: int
) -> None:
    levels: dict[str, list[int | None]] = {group: [3] * people for group in GROUPS[:groups]}
    plot = draw_dot_plot(cast(**levels), {}, questionnaire, size=size)
    diameter = float(re.search(r"--d:([\d.]+)rem", plot)[1])  # type: ignore[index]
    across = [abs(float(offset)) for offset in re.findall(r"% \+ (-?[\d.]+)rem\)", plot)]
    down = [abs(float(offset)) for offset in re.findall(r"translate:0 (-?[\d.]+)rem", plot)]
    assert max(across, default=0) + diameter / 2 <= size.cell / 2 + 0.1
    assert max(down, default=0) + diameter / 2 <= size.row(groups) / 2
    assert len(across) + people * plot.count('class="nn"') == groups * people


def test_no_two_marks_share_a_place() -> None:
    places = Stack(0.5, 3.6, 2.5).place(23)
    assert len(set(places)) == 23


def test_groups_too_small_to_be_shown_stand_together(questionnaire: Questionnaire) -> None:
    ballot = cast(anonymous=True, marketing=[4, 4, 3], sales=[1, 2], management=[2])
    assert find_row(ballot, "sales") == "other"
    assert find_row(ballot, "marketing") == "marketing"
    assert name_row("other", ballot, LABELS) == "少人数の部門"
    everyone = cast(anonymous=True, sales=[1, 2], management=[2])
    assert name_row("other", everyone, LABELS) == "参加者全員"


def test_a_group_that_may_not_be_shown_has_no_row() -> None:
    ballot = cast(anonymous=True, marketing=[4, 4, 3], sales=[1, 2])
    assert find_row(ballot, "sales") is None
    assert ballot.hidden == 2


def test_ones_own_answer_is_ringed_in_the_row_it_is_shown_in(questionnaire: Questionnaire) -> None:
    ballot = cast(anonymous=True, marketing=[4, 4, 3], sales=[1, 2], management=[2])
    plot = draw_dot_plot(ballot, LABELS, questionnaire, size=PHONE, own=("sales", 2))
    assert plot.count('class="me" style="left:34%"') == 1
    hidden = cast(anonymous=True, marketing=[4, 4, 3], sales=[1, 2])
    assert 'class="me"' not in draw_dot_plot(hidden, LABELS, questionnaire, own=("sales", 2))


@pytest.mark.parametrize(("low", "high"), [(0, 5), (2, 3), (0, 1), (4, 5), (1, 4), (1, 3)])
def test_the_words_on_the_dimension_line_stay_inside_the_plot(
    questionnaire: Questionnaire, low: int, high: int
) -> None:
    plot = draw_dot_plot(cast(marketing=[low] * 3, sales=[high] * 3), LABELS, questionnaire)
    assert f"{high - low}段の差" in plot
    words = re.search(r'<span style="(left|right):([\d.]+)%', plot)
    assert words is not None
    if words[1] == "right":
        assert 100 - float(words[2]) > 40


def test_agreement_has_no_word_below_six_people() -> None:
    assert tell_agreement(cast(marketing=[2, 2, 2], sales=[2, 2])) == ""
    assert "とても強い" in tell_agreement(cast(marketing=[2, 2, 2], sales=[2, 2, 2]))
    assert "偶然では1%未満" in tell_agreement(cast(marketing=[2, 2, 2], sales=[2, 2, 2]))


def test_the_clock_goes_on_where_it_is() -> None:
    start = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    timer = Timer(start, 300)
    now = start + timedelta(seconds=78)
    assert "--full:300;--at:-78.0s" in draw_countdown(timer, now)
    assert "残り3分42秒" in draw_countdown(timer, now)
    assert count_left(timer, now) == 222
    assert count_left(timer, start + timedelta(hours=1)) == 0


def test_the_qr_code_has_its_quiet_zone_and_its_words() -> None:
    image = draw_qr("https://henkaku.example/join?c=abc", 'QR "コード"')
    assert image.startswith('<img class="qr" src="data:image/svg+xml;base64,')
    assert 'alt="QR &quot;コード&quot;"' in image
