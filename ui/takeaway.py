"""The address from which files are taken along: reports, the kit, the board, the calendar.

A route of our own: what Streamlit's deferred download makes is deleted after two runs of any visitor's
page, so that a busy server answers 404. Whoever asks has shown a link that gives the right to the result.
"""

import logging
import re
import secrets
from functools import cache
from typing import Literal
from urllib.parse import quote, urlencode

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from assessments.models import Language
from i18n.text import translate
from services.errors import LinkNotFound, UserError
from services.takeaway import Link
from ui import resources, takeaway_files
from ui.language import PARAMETER, choose_language, read_language
from ui.takeaway_files import find_maker

ROOT = "takeaway"
PATH = f"/{ROOT}/{{file:path}}"
FILE_LANGUAGE = "r"
"""Query parameter with the language of the file, which need not be the visitor's."""
PARAMETERS: dict[Literal["draft", "facilitator"], str] = {"draft": "t", "facilitator": "h"}
"""Query parameter with the token, by what it opens; the same as on the pages."""
_AT_A_TIME = 8
"""Requests that may wait for the render process in threads of their own; further ones wait without."""
_LOG = logging.getLogger("henkaku")


def make_address(link: Link, file: str, report: Language, language: Language, **options: str) -> str:
    """Where a file lies, from any page of the app; `language` is the visitor's, for errors."""
    query = {PARAMETERS[link.kind]: link.token, FILE_LANGUAGE: report, PARAMETER: language, **options}
    return f"{ROOT}/{file}?{urlencode(query)}"


async def send_file(request: Request) -> Response:
    """The file to be saved; otherwise one sentence and the next step, as plain text."""
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
    maker, link = find_maker(request.path_params["file"]), _read_link(request)
    if maker is None or link is None:
        raise LinkNotFound
    chosen = read_language(request.query_params.get(FILE_LANGUAGE)) or language
    asked = takeaway_files.Request(resources.get_store(), link, chosen, request.query_params)
    file = maker(asked)
    headers = {"Content-Disposition": _attach(file.name)}
    return Response(file.content, media_type=file.media_type, headers=headers)


def _read_link(request: Request) -> Link | None:
    for kind, parameter in PARAMETERS.items():
        if token := request.query_params.get(parameter):
            return Link(kind, token)
    return None


def _attach(name: str) -> str:
    """The header that has a browser save the file under this name (RFC 6266)."""
    plain = re.sub(r"_+", "_", name.encode("ascii", "ignore").decode())
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
