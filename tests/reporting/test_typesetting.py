"""Lines fit their box, lose nothing, and break where a reader would."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.glyphs import MM_PER_POINT, SUBSTITUTE, clean_text, measure_text
from reporting.typesetting import break_lines, choose_size, join_lines, set_text, shorten_text

JAPANESE = "営業とマーケティングが、同じ数字を見て毎週話し合う。KPIツリーは月次の会議で開かれる。"


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=200), width=st.floats(8, 180), points=st.sampled_from([7.5, 8.5, 10.0, 27.0]))
def test_no_text_is_lost_and_no_line_is_wider_than_its_box(text: str, width: float, points: float) -> None:
    lines = break_lines(text, width, points)
    assert re.sub(r"[ \n]", "", "".join(lines)) == re.sub(r"[ \n]", "", clean_text(text))
    for line in lines:
        # a closing mark may hang by half its width; a single character may be wider than any box
        assert len(line) == 1 or measure_text(line, points) <= width + points * MM_PER_POINT / 2 + 1e-6


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="営業とマーケKPI設計、。「」ー12問 word", max_size=120), bold=st.booleans())
def test_lines_begin_and_end_as_japanese_lines_may(text: str, bold: bool) -> None:
    lines = break_lines(text, 60, 9, bold, bold)
    for line, following in itertools.pairwise(lines):
        if len(line) * 9 * MM_PER_POINT < 50:  # a full line of marks has to be cut somewhere
            assert line[-1] not in "「"
            assert following[0] not in "、。」ー" or measure_text(line, 9, bold) > 50


def test_words_figures_and_katakana_stay_whole() -> None:
    text = "KPIツリーとダッシュボードを、44問のうち25問で使っている。Google Analyticsも見る。"
    for width in range(30, 90, 3):
        joined = "|".join(break_lines(text, width, 9))
        for piece in ("KPI", "ダッシュボード", "44問", "25問", "Google", "Analytics"):
            assert piece in joined, joined


def test_a_title_is_cut_into_like_lines() -> None:
    assert break_lines("見込み客を育てる仕組みがない", 46.83, 10.5, True, True) == (
        "見込み客を育てる",
        "仕組みがない",
    )


def test_a_text_prefers_to_end_lines_at_sentences() -> None:
    lines = break_lines("三名の力を束ね、早く決められる。事業部の事情からは離れる。", 46.83, 8.5)
    assert lines == ("三名の力を束ね、早く決められる。", "事業部の事情からは離れる。")


def test_a_phrase_too_wide_for_a_line_is_not_cut_before_a_mark_or_a_particle() -> None:
    assert break_lines("営業・マーケティング・事業部の施策が一つの予定表にある", 41, 8.5)[:2] == (
        "営業・マーケティング・",
        "事業部の施策が一つの",
    )
    assert break_lines("MQL・SQL・商談単価・CACの定義が一枚にまとまる", 41, 8.5)[0].endswith("・")


def test_two_words_in_quotation_marks_stay_in_one_line() -> None:
    text = "Targets: “In use”. Rules for course changes: “Not started”."
    for width in range(24, 60):
        joined = "|".join(break_lines(text, width, 8.5))
        assert "“In use”" in joined, joined
        assert "“Not started”" in joined, joined


def test_english_breaks_between_words() -> None:
    text = "Sales and marketing look at the same figures every week"
    lines = break_lines(text, 40, 8.5)
    assert " ".join(lines) == text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x1b\u200b", "　"])
def test_nothing_to_print_is_no_crash(text: str) -> None:
    assert len(break_lines(text, 40, 8.5)) <= 1


def test_what_the_fonts_lack_becomes_visible() -> None:
    assert clean_text("👍 ⅔ ש") == f"{SUBSTITUTE} {SUBSTITUTE} {SUBSTITUTE}"
    assert clean_text("制\x00御\x1b文\u202e字\ufeff") == "制御文字"
    assert clean_text("ｶﾀｶﾅ é 𠮟る") == "ｶﾀｶﾅ é 𠮟る"
    assert clean_text("a\r\nb\u2028c\td") == "a\nb\nc d"


def test_markup_is_escaped() -> None:
    assert "&lt;b&gt;" in set_text("<b>x</b>", 80, 9)
    assert "<b>" not in set_text("、「<b>x</b>」", 80, 9)


def test_a_title_shrinks_until_it_fits() -> None:
    size, lines = choose_size((JAPANESE,), 150, (27.0, 20.0, 14.0), 2)
    assert size < 27
    assert len(lines) <= 2
    size, lines = choose_size(("長" * 400,), 150, (27.0, 20.0), 2)
    assert size == 20.0
    assert len(lines) > 2


def test_a_name_is_shortened_with_an_ellipsis() -> None:
    assert shorten_text("短い名", 50, 9) == "短い名"
    shortened = shorten_text("長い名前" * 50, 50, 9)
    assert shortened.endswith("…")
    assert measure_text(shortened, 9) <= 50


def test_lines_are_printed_as_they_were_cut() -> None:
    assert join_lines(("一行目", "二 <b>  行目")) == '<span class="lines">一行目\n二 &lt;b&gt; 行目</span>'
    assert '<span class="half">、</span>「' in join_lines(("集中型、「分散型」",))
