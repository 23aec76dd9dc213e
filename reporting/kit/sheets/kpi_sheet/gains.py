"""By how much orders grow when a rate rises by one point: where the funnel is worth mending first."""

from xlsxwriter.worksheet import Worksheet

from reporting.kit.sheets.book import KitBook
from reporting.kit.sheets.formulas import show
from reporting.kit.sheets.kpi_sheet import cells
from reporting.kit.sheets.kpi_sheet.cells import GAIN_TOP, GAP, find_gain, find_input, is_long
from reporting.kit.sheets.kpi_sheet.figures import RATES, Figures


def write_gains(book: KitBook, sheet: Worksheet, figures: Figures) -> None:
    """What one point more on each rate brings; the highest is marked."""
    book.put_section(sheet, GAIN_TOP - 3, book.words.say("sections.gains"))
    book.put_note(sheet, GAIN_TOP - 2, (0, GAP), book.words.say("notes.gains"))
    book.put_heads(sheet, GAIN_TOP - 1, ("rate_name",))
    book.put_heads(sheet, GAIN_TOP - 1, ("now", "gain"), 1, align="right")
    book.put_heads(sheet, GAIN_TOP - 1, ("most",), 3, align="center")
    gains = {item.rate: item.gain / 100 for item in figures.plan.sensitivities}
    area = f"{find_gain(RATES[0], 2)}:{find_gain(RATES[-1], 2)}"
    for place, rate in enumerate(RATES):
        row, now, gain = GAIN_TOP + place, find_gain(rate, 1), find_gain(rate, 2)
        on_chain = {"win_rate": "TRUE", "lead_to_opportunity": f"NOT({is_long()})"}.get(rate, is_long())
        given = find_input(rate)
        best = f'IF(ISNUMBER({gain}),IF(MATCH(MAX({area}),{area},0)={place + 1},"●",""),"")'
        shown = figures.rate(rate) if rate in gains else None
        book.put(sheet, row, 0, book.words.say(f"figures.{rate}"), **book.line())
        formula = f'IF({on_chain},{show(given)},"")'
        book.put_live(sheet, row, 1, formula, shown, num_format=book.shape("rate"), align="right")
        formula = f'IF(ISNUMBER({now}),MIN({cells.percent(now)}+1,100)/{cells.percent(now)}-1,"")'
        book.put_live(
            sheet, row, 2, formula, gains.get(rate), num_format=book.shape("rate_change"), align="right"
        )
        mark = "●" if rate == figures.plan.bottleneck else ""
        book.put_live(sheet, row, 3, best, mark, align="center")
