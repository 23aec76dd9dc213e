"""A report in any of its forms."""

import json
from datetime import date

from assessments.models import Language
from reporting.document import render_html
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.kinds import Form, SlideShape
from reporting.json_export import to_json
from reporting.limits import HTML_CHARACTERS, TooLargeError
from scoring.findings import Diagnosis


def write_form(
    form: Form,
    diagnosis: Diagnosis,
    language: Language,
    made_on: date,
    shape: SlideShape = "wide",
    enclosures: Enclosures = NOTHING,
) -> bytes:
    """The report as a whole file of this form, made in this very process; `shape` is for slides.

    A PDF needs the fonts of the render process: `reporting.pdf.render_form` makes any form there, within
    limits. JSON holds the gaps as the diagnosis does.

    Raises TooLargeError. The libraries are loaded when first asked for: together they take longer to
    import than a file takes to write.
    """
    if form == "pdf":
        from reporting.press import print_html

        return print_html(_write_page(diagnosis, language, made_on, enclosures))
    if form == "xlsx":
        from reporting.exports.workbook import render_xlsx

        return render_xlsx(diagnosis, language, made_on, enclosures)
    if form == "pptx":
        from reporting.exports.slides import render_pptx

        return render_pptx(diagnosis, language, made_on, shape, enclosures)
    if form == "html":
        from reporting.exports.web import render_web_page

        return render_web_page(diagnosis, language, made_on, enclosures).encode()
    return (json.dumps(to_json(diagnosis, enclosures), ensure_ascii=False, indent=2) + "\n").encode()


def _write_page(diagnosis: Diagnosis, language: Language, made_on: date, enclosures: Enclosures) -> str:
    html = render_html(diagnosis, language, made_on, enclosures)
    if len(html) > HTML_CHARACTERS:
        raise TooLargeError
    return html
