"""Every form a report can take, by the ending of its file's name."""

import json
from datetime import date
from typing import Literal, get_args

from assessments.models import Language
from reporting.json_export import to_json
from scoring.findings import Diagnosis
from scoring.minutes import Room

Form = Literal["pdf", "xlsx", "pptx", "html", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
SlideShape = Literal["wide", "a4"]
"""16:9, or A4 landscape."""


NO_ROOM = Room()


def write_form(
    form: Form,
    diagnosis: Diagnosis,
    language: Language,
    made_on: date,
    shape: SlideShape = "wide",
    room: Room = NO_ROOM,
) -> bytes:
    """The report as a whole file of this form; `shape` is for slides.

    `room`: a workshop's names for its groups, whether it was anonymous, and its minutes; without it every
    group of `diagnosis.gaps` is shown. JSON holds the gaps as the diagnosis does.

    Raises RenderError, for a PDF only. The libraries are loaded when first asked for: together they take
    longer to import than a file takes to write.
    """
    if form == "pdf":
        from reporting.pdf import render_pdf

        return render_pdf(diagnosis, language, made_on, room=room)
    if form == "xlsx":
        from reporting.exports.workbook import render_xlsx

        return render_xlsx(diagnosis, language, made_on, room)
    if form == "pptx":
        from reporting.exports.slides import render_pptx

        return render_pptx(diagnosis, language, made_on, shape)
    if form == "html":
        from reporting.exports.web import render_web_page

        return render_web_page(diagnosis, language, made_on, room).encode()
    return (json.dumps(to_json(diagnosis), ensure_ascii=False, indent=2) + "\n").encode()
