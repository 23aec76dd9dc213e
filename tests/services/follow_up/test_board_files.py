"""The board as a file: away, filled in, back; whole or not at all."""

import csv
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessments.models import LANGUAGES, Language
from reporting.exports.board.columns import COLUMNS, make_inert, read_inert
from services.follow_up import (
    BoardFileRefused,
    BoardForm,
    Imported,
    add_step,
    export_board,
    import_board,
    log_entry,
    move_step,
    read_board,
    set_due,
    set_evidence,
    set_owner,
    start_board,
)
from storage.store import Store
from tests.services.follow_up.companies import answer_alone, plan_steps

TODAY = date(2026, 11, 20)
FORMS: tuple[BoardForm, ...] = ("csv", "xlsx")
HEAD = "id,revision,title,status,owner,due,evidence"
HOSTILE = '=HYPERLINK("http://example.invalid","x")'


@pytest.fixture
def token(store: Store) -> str:
    return answer_alone(store)


@pytest.fixture
def step(store: Store, token: str) -> str:
    return add_step(store, token, "予算を確認する")


def refuse(store: Store, token: str, data: bytes) -> list[tuple[str, int | None, str | None]]:
    """The problems of a file, after which the board must be as it was."""
    before = read_board(store, token)
    with pytest.raises(BoardFileRefused) as caught:
        import_board(store, token, data)
    assert read_board(store, token) == before
    for language in LANGUAGES:
        message = caught.value.explain(language)
        assert len(message.splitlines()) == len(caught.value.problems) + 1
        assert "{" not in message
    return [(problem.reason, problem.row, problem.column) for problem in caught.value.problems]


def write_csv(*rows: str) -> bytes:
    return "\r\n".join((HEAD, *rows)).encode()


def edit_csv(data: bytes, change: Callable[[list[dict[str, str]]], None]) -> bytes:
    """The exported file as somebody saves it who filled it in."""
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
    records = [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]
    change(records)
    target = StringIO(newline="")
    csv.writer(target).writerows([rows[0], *([*record.values()] for record in records)])
    return target.getvalue().encode("utf-8-sig")


def edit_xlsx(data: bytes, cells: dict[str, Any]) -> bytes:
    workbook, target = load_workbook(BytesIO(data)), BytesIO()
    for place, value in cells.items():
        workbook.worksheets[0][place] = value
    workbook.save(target)
    return target.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_bringing_the_board_back_as_it_was_changes_nothing(
    store: Store, token: str, step: str, form: BoardForm, language: Language
) -> None:
    start_board(store, token, plan_steps(store, token), TODAY, "ja")
    move_step(store, token, step, "dropped")
    set_evidence(store, token, step, "議事録\n2ページ")
    log_entry(store, token, step, "fact", "3月の予算は未承認")
    before = read_board(store, token)
    data = export_board(store, token, form, language, TODAY)
    assert import_board(store, token, data) == Imported(0, 0, len(before.items))
    assert read_board(store, token) == before


TEXT = (
    st.sampled_from(["_x0041_", "_x000D_", "007", "1e5", "TRUE", "#N/A", "2027-01-01"])
    | st.text(max_size=60)
    | st.text("=+-@'\t\n ＝＋|%_x0041", max_size=12)
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT)
def test_any_text_survives_the_way_there_and_back(
    store: Store, token: str, step: str, owner: str, evidence: str
) -> None:
    set_owner(store, token, step, owner)
    set_evidence(store, token, step, evidence)
    before = read_board(store, token)
    for form in FORMS:
        data = export_board(store, token, form, "ja", TODAY)
        assert import_board(store, token, data) == Imported(0, 0, 1)
        assert read_board(store, token) == before


@pytest.mark.parametrize("form", FORMS)
def test_what_was_filled_in_is_on_the_board(store: Store, token: str, step: str, form: BoardForm) -> None:
    set_due(store, token, step, TODAY)
    data = export_board(store, token, form, "ja", TODAY)
    if form == "csv":

        def fill_in(records: list[dict[str, str]]) -> None:
            records[0] |= {
                "status": "Doing",
                "owner": "営業部長",
                "due": "2027/3/31",
                "title": "予算を決める",
            }
            records.append(dict.fromkeys(COLUMNS, "") | {"title": "会議を設ける", "due": "2027年4月1日"})

        data = edit_csv(data, fill_in)
    else:
        cells = {"A2": "予算を決める", "B2": "進行中", "C2": "営業部長", "D2": date(2027, 3, 31)}
        data = edit_xlsx(data, cells | {"A3": "会議を設ける", "D3": "2027年4月1日"})
    assert import_board(store, token, data) == Imported(1, 1, 0)
    changed, new = read_board(store, token).items
    assert (changed.id, changed.title, changed.status, changed.owner) == (
        step,
        "予算を決める",
        "doing",
        "営業部長",
    )
    assert changed.due == date(2027, 3, 31)
    assert (new.title, new.status, new.due) == ("会議を設ける", "open", date(2027, 4, 1))


def test_every_problem_is_listed_and_nothing_is_changed(store: Store, token: str, step: str) -> None:
    start_board(store, token, plan_steps(store, token), TODAY, "ja")
    action = read_board(store, token).items[1].id
    rows = (
        f"{step},1,予算を決める,doing,,,",
        f"{action},1,別の名前,later,{'x' * 201},31/3/2027,{'x' * 2001}",
        "s0,1,名前,open,,,",
        ",,,open,,2300-01-01,",
        ",,新しい取り組み,,,,",
        ",,新しい取り組み,,,,",
    )
    assert sorted(refuse(store, token, write_csv(*rows)), key=str) == sorted(
        [
            ("unknown_status", 3, "status"),
            ("bad_date", 3, "due"),
            ("owner_too_long", 3, "owner"),
            ("evidence_too_long", 3, "evidence"),
            ("title_fixed", 3, "title"),
            ("unknown_id", 4, "id"),
            ("bad_date", 5, "due"),
            ("title_missing", 5, "title"),
            ("already_there", 7, "title"),
        ],
        key=str,
    )


def test_a_step_changed_since_the_export_is_not_overwritten(store: Store, token: str, step: str) -> None:
    exported = export_board(store, token, "csv", "ja", TODAY)
    set_owner(store, token, step, "営業部長")
    assert refuse(store, token, exported) == [("changed_since", 2, None)]
    same = edit_csv(exported, lambda records: records[0].update(owner="営業部長"))
    assert import_board(store, token, same) == Imported(0, 0, 1)


def test_bringing_the_same_new_step_twice_is_noticed(store: Store, token: str) -> None:
    data = write_csv(",,会議を設ける,,,,")
    import_board(store, token, data)
    assert refuse(store, token, data) == [("already_there", 2, "title")]


def test_steps_that_the_file_lacks_stay(store: Store, token: str, step: str) -> None:
    assert import_board(store, token, write_csv()) == Imported(0, 0, 0)
    assert [item.id for item in read_board(store, token).items] == [step]


def test_a_step_of_another_company_is_unknown(store: Store, token: str) -> None:
    foreign = add_step(store, answer_alone(store), "予算を確認する")
    assert refuse(store, token, write_csv(f"{foreign},1,x,done,,,")) == [("unknown_id", 2, "id")]


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"", {("column_missing", 1, column) for column in COLUMNS}),
        (b"title\r\nx", {("column_missing", 1, column) for column in COLUMNS if column != "title"}),
        (f"{HEAD},期限\r\n".encode(), {("column_twice", 1, "due")}),
        (f"{HEAD}\r\n,,取り組み,,,,".encode("cp932"), {("not_utf8", None, None)}),
        (f'{HEAD}\r\n,,"open,,,,'.encode(), {("not_csv", None, None)}),
        (b"PK\x03\x04 no archive", {("not_xlsx", None, None)}),
        (b"x" * 2_000_001, {("too_large", None, None)}),
        (write_csv(*[",,x,,,,"] * 501), {("too_many_rows", None, None)}),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    store: Store, token: str, data: bytes, problems: set[tuple[str, int | None, str | None]]
) -> None:
    assert set(refuse(store, token, data)) == problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_spreadsheets_write_is_read(store: Store, token: str, encoding: str, separator: str) -> None:
    rows = (HEAD, "", ",,名刺を取り込む,完了,,,根拠", "")
    data = "\r\n".join(rows).replace(",", separator).encode(encoding)
    assert import_board(store, token, data) == Imported(1, 0, 0)
    (item,) = read_board(store, token).items
    assert (item.title, item.status, item.evidence) == ("名刺を取り込む", "done", "根拠")


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_looks_like_a_formula_is_inert(
    store: Store, token: str, step: str, form: BoardForm
) -> None:
    set_owner(store, token, step, HOSTILE)
    data = export_board(store, token, form, "ja", TODAY)
    if form == "csv":
        (row,) = list(csv.reader(StringIO(data.decode("utf-8-sig"))))[1:]
        assert row[COLUMNS.index("owner")] == f"'{HOSTILE}"
    else:
        cell = load_workbook(BytesIO(data)).worksheets[0]["C2"]
        assert (cell.data_type, cell.value) == ("s", HOSTILE)


@given(st.text("'=+-@\tx＝", max_size=8))
def test_what_makes_a_text_inert_can_be_taken_off(text: str) -> None:
    assert read_inert(make_inert(text)) == text
    assert make_inert(text)[:1] not in tuple("=+-@\t＝")


def test_a_formula_in_a_workbook_is_refused(store: Store, token: str, step: str) -> None:
    data = export_board(store, token, "xlsx", "ja", TODAY)
    assert refuse(store, token, edit_xlsx(data, {"C2": "=1+1"})) == [("formula", 2, "owner")]
    assert import_board(store, token, edit_xlsx(data, {"J2": "=1+1"})) == Imported(0, 0, 1)


def test_a_workbook_made_to_harm_is_refused(store: Store, token: str, step: str) -> None:
    data = export_board(store, token, "xlsx", "ja", TODAY)
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'

    def change(spoil: Callable[[str, bytes], bytes], *more: tuple[str, bytes]) -> bytes:
        target = BytesIO()
        with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as spoilt:
            for name in source.namelist():
                spoilt.writestr(name, spoil(name, source.read(name)))
            for name, content in more:
                spoilt.writestr(name, content)
        return target.getvalue()

    with_entities = change(lambda name, xml: xml.replace(b"<sst", entities + b"<sst"))
    bomb = change(lambda name, xml: xml, ("xl/big.xml", b"0" * 31_000_000))
    headless = change(lambda name, xml: b"" if name == "xl/workbook.xml" else xml)
    for spoilt in (with_entities, bomb, headless, data[: len(data) // 2]):
        assert len(spoilt) < 2_000_000
        assert refuse(store, token, spoilt) == [("not_xlsx", None, None)]
    far = edit_xlsx(data, {"A1048576": "x"})
    assert refuse(store, token, far) == [("too_many_rows", None, None)]


def test_the_workbook_shows_the_log_beside_the_board(store: Store, token: str, step: str) -> None:
    log_entry(store, token, step, "next_action", "部長会に諮る")
    data = export_board(store, token, "xlsx", "ja", TODAY)
    assert data == export_board(store, token, "xlsx", "ja", TODAY)
    workbook = load_workbook(BytesIO(data))
    assert workbook.sheetnames == ["実行ボード", "記録"]
    noted = [cell.value for cell in workbook["記録"][2]]
    assert noted[1:] == ["予算を確認する", "次の一手", "部長会に諮る"]
