"""The sheet of the organisation model: how sure it is, fit by criterion, flips, path, roles."""

from xlsxwriter.worksheet import Worksheet

from assessments.models import OrgModelId
from reporting.charts.svg import HAIRLINE, INK, INK_SECOND
from reporting.exports.findings_text import join_title
from reporting.exports.workbook.book import FONT, Book
from reporting.narrative import tell_flip, tell_organisation, tell_path, tell_readiness
from reporting.narrative.organisation import write_input

WIDTHS = (26, 16, 16, 16, 46, 46)


def write_organisation(book: Book) -> None:
    """Everything about the organisation model, one table under the other."""
    sheet = book.add_sheet("organisation", WIDTHS, pages=1)
    language = book.wording.language
    story = tell_organisation(book.diagnosis, language, False)
    book.put(sheet, 0, 0, join_title(story.title, language), bold=True, font_size=16)
    book.put(sheet, 1, 0, story.deck, font_color=INK_SECOND)
    book.put(sheet, 2, 0, book.wording.tell("about.organisation"), font_color=INK_SECOND)
    row = _write_models(book, sheet, 4)
    row = _write_criteria(book, sheet, row + 1)
    row = _write_sentences(book, sheet, row + 1)
    _write_roles(book, sheet, row + 1)


def _order(book: Book) -> list[OrgModelId]:
    shares = book.diagnosis.organisation.acceptability
    return sorted(shares, key=lambda model: -shares[model])


def _write_models(book: Book, sheet: Worksheet, row: int) -> int:
    """The three models with their share of first places, and a native chart of it on the right."""
    book.put_heads(sheet, row, ("model", "acceptability", "", "", "about", "fits"))
    voice, order = book.wording.voice, _order(book)
    for place, model_id in enumerate(order, start=row + 1):
        model = book.diagnosis.questionnaire.organisation.model(model_id)
        book.put(sheet, place, 0, voice.read(model.title), **book.line(bold=place == row + 1))
        share = book.diagnosis.organisation.acceptability[model_id]
        sheet.write_number(place, 1, share, book.style(**book.line(num_format="0.0%", align="left")))
        for column, text in enumerate(("", "", voice.read(model.about), voice.read(model.fits)), start=2):
            book.put(sheet, place, column, text, **book.line())
    _insert_shares(book, sheet, row + 1, len(order))
    return row + len(order) + 1


def _insert_shares(book: Book, sheet: Worksheet, first: int, count: int) -> None:
    name, last = book.sheet_name("organisation"), first + count - 1
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": book.wording.tell("columns.acceptability"),
            "categories": [name, first, 0, last, 0],
            "values": [name, first, 1, last, 1],
            "fill": {"color": INK},
            "gap": 70,
            "data_labels": {"value": True, "num_format": "0.0%", "font": {"name": FONT, "size": 9}},
        }
    )
    title = book.wording.tell("charts.acceptability")
    chart.set_title({"name": title, "overlay": False, "name_font": {"name": FONT, "size": 11, "color": INK}})
    grid = {"visible": True, "line": {"color": HAIRLINE, "width": 0.5}}
    chart.set_x_axis({"min": 0, "max": 1, "major_unit": 0.2, "num_format": "0%", "major_gridlines": grid})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": {"name": FONT, "size": 9}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": 460, "height": 240})
    sheet.insert_chart(first - 1, len(WIDTHS) + 1, chart, {"description": title, "object_position": 3})


def _write_criteria(book: Book, sheet: Worksheet, row: int) -> int:
    """How well each model suits the company on each criterion, 0–1."""
    voice, wording, order = book.wording.voice, book.wording, _order(book)
    organisation = book.diagnosis.questionnaire.organisation
    book.put_heads(sheet, row, ("criterion",))
    for column, model in enumerate(order, start=1):
        book.put_head(sheet, row, column, voice.read(organisation.model(model).title))
    book.put_heads(sheet, row, ("value",), 4)
    titles = {item.id: voice.read(item.title) for item in organisation.criteria}
    for fit in book.diagnosis.organisation.criteria:
        row += 1
        book.put(sheet, row, 0, titles[fit.criterion_id], **book.line())
        for column, model in enumerate(order, start=1):
            look = book.line(num_format="0.0", align="left", bold=fit.fit[model] >= max(fit.fit.values()))
            sheet.write_number(row, column, fit.fit[model], book.style(**look))
        value = (
            wording.say("organisation.value_unknown")
            if fit.value is None
            else write_input(fit.input, fit.value, wording.language, with_scale=True)
        )
        book.put(sheet, row, 4, value, **book.line())
    return row + 1


def _write_sentences(book: Book, sheet: Worksheet, row: int) -> int:
    """What would flip the order, the path, and the readiness for the leading model."""
    wording, diagnosis = book.wording, book.diagnosis
    language = wording.language
    flips = [tell_flip(diagnosis, flip, language, False) for flip in diagnosis.organisation.flips]
    path = [f"{item.moment}　{item.name}　{item.text}" for item in tell_path(diagnosis, language, False)]
    blocks = (
        ("flips", flips or [wording.say("organisation.no_flips")]),
        ("path", path or [wording.say("organisation.no_path")]),
        ("readiness", [tell_readiness(diagnosis, language, False)]),
    )
    for key, sentences in blocks:
        book.put(sheet, row, 0, wording.say(f"organisation.{key}"), bold=True)
        for sentence in sentences:
            book.put(sheet, row, 1, sentence)
            row += 1
    return row


def _write_roles(book: Book, sheet: Worksheet, row: int) -> None:
    band, voice = book.diagnosis.organisation.role_band, book.wording.voice
    book.put(sheet, row, 0, book.wording.say("organisation.roles"), bold=True)
    book.put(sheet, row, 1, voice.read(band.title), bold=True)
    book.put(sheet, row + 1, 1, voice.read(band.advice))
    for place, role in enumerate(band.roles, start=row + 2):
        book.put(sheet, place, 1, voice.read(role.title), bold=True)
        book.put(sheet, place, 3, voice.read(role.does))
