"""The address from which a report is taken along, in any of its forms.

A route of our own: what Streamlit's deferred download makes is deleted after two runs of any visitor's
page, so that a busy server answers 404. Whoever asks has shown a link that gives the right to the result.
"""

import logging
import re
import secrets
from datetime import date
from functools import cache
from typing import Literal
from urllib.parse import quote, urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from assessments.models import Language
from i18n.text import translate
from reporting.exports.forms import FORMS, Form, SlideShape
from services.errors import LinkNotFound, UserError
from services.reports import render_report
from services.takeaway import Link, open_report
from ui import resources
from ui.language import PARAMETER, choose_language, read_language

PATH = "/takeaway/{form}"
REPORT_LANGUAGE = "r"
"""Query parameter with the language of the report, which need not be the visitor's."""
SHAPE = "shape"
"""Query parameter with the shape of slides."""
PARAMETERS: dict[Literal["draft", "facilitator"], str] = {"draft": "t", "facilitator": "h"}
"""Query parameter with the token, by what it opens; the same as on the pages."""
_TYPES: dict[Form, str] = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
_AT_A_TIME = 8
"""Requests that may wait for the render process in threads of their own; further ones wait without."""
_LOG = logging.getLogger("henkaku")


def make_address(
    link: Link, form: Form, report: Language, language: Language, shape: SlideShape = "wide"
) -> str:
    """Where a report lies, from any page of the app; `language` is the visitor's, for errors."""
    query = {PARAMETERS[link.kind]: link.token, REPORT_LANGUAGE: report, PARAMETER: language}
    if form == "pptx":
        query[SHAPE] = shape
    return f"{PATH.removeprefix('/').format(form=form)}?{urlencode(query)}"


async def send_report(request: Request) -> Response:
    """The report as a file to save; otherwise one sentence and the next step, as plain text."""
    language = choose_language(request.query_params, request.cookies)
    try:
        response = await to_thread.run_sync(_make_response, request, language, limiter=_limiter())
    except UserError as error:
        status = 404 if isinstance(error, LinkNotFound) else 503
        response = PlainTextResponse(error.explain(language), status_code=status)
    except Exception:  # noqa: BLE001 - the last resort: whatever it is, the visitor gets a sentence
        reference = secrets.token_hex(4)
        _LOG.exception("reference %s", reference)
        text = translate("ui.failure.bug", language, reference=reference)
        response = PlainTextResponse(text, status_code=500)
    response.headers["Cache-Control"] = "no-store"
    return response


@cache
def _limiter() -> CapacityLimiter:
    return CapacityLimiter(_AT_A_TIME)


def _make_response(request: Request, language: Language) -> Response:
    form = next((form for form in FORMS if form == request.path_params["form"]), None)
    link = _read_link(request)
    if form is None or link is None:
        raise LinkNotFound
    diagnosis, enclosures = open_report(resources.get_store(), link)
    report = read_language(request.query_params.get(REPORT_LANGUAGE)) or language
    shape: SlideShape = "a4" if request.query_params.get(SHAPE) == "a4" else "wide"
    content = render_report(diagnosis, report, form, enclosures, shape)
    name = name_file(diagnosis.profile.name, form, report)
    return Response(content, media_type=_TYPES[form], headers={"Content-Disposition": _attach(name)})


def _read_link(request: Request) -> Link | None:
    for kind, parameter in PARAMETERS.items():
        if token := request.query_params.get(parameter):
            return Link(kind, token)
    return None


def name_file(company: str, form: Form, language: Language) -> str:
    """A file name that says whose it is and of which day, without what file systems refuse."""
    whose = re.sub(r"[^\w-]+", "-", company).strip("-")[:60]
    parts = ("henkaku", whose, date.today().isoformat(), "" if form == "json" else language)
    return "_".join(part for part in parts if part) + f".{form}"


def _attach(name: str) -> str:
    """The header that has a browser save the file under this name (RFC 6266)."""
    plain = re.sub(r"_+", "_", name.encode("ascii", "ignore").decode())
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
