"""How the scores come about, cell by cell: the weights of every question, and the gates of every stage."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from reporting.exports.workbook.book import Book
from reporting.exports.workbook.ledger import SCORES_TOP, WORK_TOP, WORK_VARIANTS, Ledger, Scope
from scoring.findings import Standing
from scoring.maturity import TOP_LEVEL

WORK_COLUMNS = (
    "number",
    "dimension_id",
    "capability_id",
    "side_id",
    "weight",
    "key",
    "level",
    "known_weight",
    "applicable_weight",
    "points",
    "lowest",
    "highest",
)
VARIANTS = tuple(WORK_VARIANTS)
STAGES = range(1, TOP_LEVEL + 1)
FIRST_GATE = 5
"""Column of the first gate on the sheet `stages`, after id, name, points and the two weights."""


def write_work(book: Book, ledger: Ledger) -> None:
    """The sheet `work`: what each answer brings to the sums."""
    sheet = book.add_sheet("work", (7, 13, 14, 16, 8, 8, 9, 12, 12, 9, 11, 11))
    book.put_title(sheet, "work")
    book.put_heads(sheet, WORK_TOP - 1, WORK_COLUMNS[:4])
    book.put_heads(sheet, WORK_TOP - 1, WORK_COLUMNS[4:], 4, align="right")
    for place, standing in enumerate(book.diagnosis.standings):
        _write_question(book, ledger, sheet, place, standing)
    sheet.freeze_panes(WORK_TOP, 1)
    sheet.repeat_rows(WORK_TOP - 1)


def _write_question(book: Book, ledger: Ledger, sheet: Worksheet, place: int, standing: Standing) -> None:
    question, questionnaire = standing.question, book.diagnosis.questionnaire
    row, cell = WORK_TOP + place, ledger.level_cell(place)
    here, plain = row + 1, book.style()
    sheet.write_number(row, 0, questionnaire.number(question.id), plain)
    sheet.write_string(row, 1, questionnaire.dimension_of(question.id).id, plain)
    sheet.write_string(row, 2, questionnaire.capability_of(question.id).id, plain)
    sheet.write_string(row, 3, question.side, plain)
    sheet.write_number(row, 4, question.weight, plain)
    sheet.write_number(row, 5, int(question.key), plain)
    word = book.wording.say("status.not_applicable")
    level, weight, applies = standing.level, question.weight, standing.applies
    unknown_low, unknown_high = (0, TOP_LEVEL) if applies else ("", "")
    formulas: tuple[tuple[str, float | str], ...] = (
        (f'=IF(ISNUMBER({cell}),{cell},"")', "" if level is None else level),
        (f"=IF(ISNUMBER(G{here}),E{here},0)", 0 if level is None else weight),
        (f'=IF({cell}="{word}",0,E{here})', weight if applies else 0),
        (f"=IF(ISNUMBER(G{here}),G{here}*E{here},0)", (level or 0) * weight),
        (f'=IF(I{here}=0,"",IF(ISNUMBER(G{here}),G{here},0))', unknown_low if level is None else level),
        (
            f'=IF(I{here}=0,"",IF(ISNUMBER(G{here}),G{here},{TOP_LEVEL}))',
            unknown_high if level is None else level,
        ),
    )
    for column, (formula, value) in enumerate(formulas, start=6):
        sheet.write_formula(row, column, formula, plain, value)


def gate_columns(variant: str, stage: int) -> tuple[int, int]:
    """Columns of a stage's share and of its blocking key questions on the sheet `stages`."""
    first = FIRST_GATE + VARIANTS.index(variant) * 2 * len(STAGES) + (stage - 1) * 2
    return first, first + 1


def write_stages(book: Book, ledger: Ledger) -> None:
    """The sheet `stages`: sums of every scope, and for each stage the share and the key questions below."""
    gates = 2 * len(STAGES) * len(VARIANTS)
    sheet = book.add_sheet("stages", (16, 24, 9, 11, 11, *[9] * gates))
    book.put_title(sheet, "stages")
    book.put_heads(sheet, SCORES_TOP - 1, ("id", "name"))
    book.put_heads(sheet, SCORES_TOP - 1, ("points", "known_weight", "applicable_weight"), 2, align="right")
    for variant in VARIANTS:
        for stage in STAGES:
            for column, what in zip(gate_columns(variant, stage), ("share", "blockers"), strict=True):
                text = book.wording.tell(f"columns.{what}_{variant}", stage=stage, below=stage - 1)
                book.put_head(sheet, SCORES_TOP - 1, column, text, align="right")
    for row, scope in enumerate(ledger.scopes, start=SCORES_TOP):
        sheet.write_string(row, 0, scope.id, book.style())
        book.put(sheet, row, 1, scope.name)
        for column, (formula, value) in enumerate(_sum_weights(ledger, scope), start=2):
            sheet.write_formula(row, column, formula, book.style(), value)
        for column, formula, value in _gates(ledger, scope, row + 1):
            sheet.write_formula(row, column, formula, book.style(num_format="0.##"), value)
    sheet.freeze_panes(SCORES_TOP, 2)


def _sum_weights(ledger: Ledger, scope: Scope) -> Iterator[tuple[str, float]]:
    only, every = ledger.only(scope), f'{ledger.work("E")},">0"'
    known = [item for item in scope.questions if item.level is not None]
    yield (
        f"=SUMIFS({ledger.work('J')},{every}{only})",
        sum((item.level or 0) * item.question.weight for item in known),
    )
    yield f"=SUMIFS({ledger.work('H')},{every}{only})", sum(item.question.weight for item in known)
    yield (
        f"=SUMIFS({ledger.work('I')},{every}{only})",
        sum(item.question.weight for item in scope.questions if item.applies),
    )


def _gates(ledger: Ledger, scope: Scope, here: int) -> Iterator[tuple[int, str, float]]:
    if not scope.is_staged:
        return
    only = ledger.only(scope)
    for variant, column in WORK_VARIANTS.items():
        levels, total = ledger.work(column), "D" if variant == "known" else "E"
        weighed = [(item, _fill(item, variant)) for item in scope.questions]
        filled = [(item, level) for item, level in weighed if level is not None]
        weight = sum(item.question.weight for item, _ in filled)
        for stage in STAGES:
            share, blockers = gate_columns(variant, stage)
            reached = sum(item.question.weight for item, level in filled if level >= stage)
            yield (
                share,
                f'=IF({total}{here}=0,0,SUMIFS({ledger.work("E")},{levels},">={stage}"{only})/{total}{here})',
                reached / weight if weight else 0,
            )
            yield (
                blockers,
                f'=COUNTIFS({ledger.work("F")},1,{levels},"<{stage - 1}"{only})',
                sum(item.question.key and level < stage - 1 for item, level in filled),
            )


def _fill(standing: Standing, variant: str) -> float | None:
    """A level as it counts in a variant; None where it does not."""
    if standing.level is not None or variant == "known" or not standing.applies:
        return standing.level
    return 0.0 if variant == "low" else float(TOP_LEVEL)
