"""The HTML document around the app: its language, title and script, and the headers of every response.

Streamlit fixes `<html lang="en">` and serves one document for all; a screen reader then reads Japanese with
English rules, and browsers offer to translate it.
"""

import base64
import hashlib
import re
from html import escape
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessments.models import Language
from i18n.text import translate
from ui.language import COOKIE, PARAMETER, choose_language, read_language
from ui.styles import link_styles

METRICS = "/_stcore/metrics"
YEAR = 365 * 24 * 3600
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # A link to a draft is a secret: no other site may learn it from a referrer.
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
_ASSETS = ("/static/", "/media/", "/component/", "/_stcore/")
"""Streamlit answers every other address with the document."""
_MARK = (
    "data:image/svg+xml;base64,"
    + base64.b64encode((Path(__file__).parent / "static" / "mark.svg").read_bytes()).decode()
)
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def write_document(html: str, language: Language) -> str:
    """Streamlit's document in a language, with our title, mark, script and style sheet.

    What nobody here uses is left out.
    """
    html = html.replace('<html lang="en">', f'<html lang="{language}">', 1)
    html = re.sub(r"<title>.*?</title>", f"<title>{escape(translate('ui.title', language))}</title>", html)
    # The preloaded font is Streamlit's own; our pages are set in the device's.
    html = re.sub(r'<link\s+rel="preload"[^>]*?as="font"[^>]*>', "", html)
    html = re.sub(
        r"<!--\s+Machine-readable pointer.*?<link rel=\"service-desc\"[^>]*>", "", html, flags=re.DOTALL
    )
    noscript = f"<noscript><p>{escape(translate('ui.needs_javascript', language))}</p></noscript>"
    html = re.sub(r"<noscript>.*?</noscript>", noscript, html, flags=re.DOTALL)
    html = re.sub(r'(<link rel="shortcut icon" href=")[^"]*', rf"\1{_MARK}", html)
    html = html.replace("</head>", '<script src="./henkaku.js" defer></script></head>', 1)
    return html.replace("</body>", f"{link_styles()}</body>", 1)


def state_policy(html: str) -> str:
    """The content security policy that lets this document's own inline scripts run, and no others."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(html))
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return _POLICY.format(hashes=hashes)


class DocumentMiddleware:
    """Puts language and headers on what Streamlit serves, and closes its metrics to visitors."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        link_styles()  # no page sends the sheet along, not even to a client that has left the document out

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].rstrip("/").endswith(METRICS):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
        else:
            await self.app(_ask_for_all(scope), receive, _DocumentSender(scope, send))


def _ask_for_all(scope: Scope) -> Scope:
    """The request for a document without its conditions and codings: it comes whole, to be rewritten.

    One address has a document in each language, so what a browser has kept may be in the other one.
    """
    dropped = (b"if-none-match", b"if-modified-since", b"range", b"accept-encoding")
    if not _wants_document(scope):
        return scope
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in dropped]}


def _wants_document(scope: Scope) -> bool:
    return not str(scope["path"]).startswith(_ASSETS)


class _DocumentSender:
    """Passes a response on; holds an HTML body back until it is complete and rewritten."""

    def __init__(self, scope: Scope, send: Send) -> None:
        cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
        parameters = dict(QueryParams(scope.get("query_string", b"")))
        self._language = choose_language(parameters, cookies)
        self._asked = read_language(parameters.get(PARAMETER))
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in HEADERS.items():
            headers[name] = value
        is_page = headers.get("content-type", "").startswith("text/html")
        # One that is coded already is Streamlit's own file; one to be saved is a report.
        if is_page and not {"content-encoding", "content-disposition"} & set(headers):
            self._start = message
        else:
            await self._send(message)

    async def _finish(self, start: Message) -> None:
        html = write_document(self._body.decode(), self._language)
        body = html.encode()
        headers = MutableHeaders(scope=start)
        for name in ("etag", "last-modified", "accept-ranges"):
            del headers[name]
        headers["Content-Length"] = str(len(body))
        headers["Content-Language"] = self._language
        headers["Content-Security-Policy"] = state_policy(html)
        if self._asked:
            headers.append("Set-Cookie", f"{COOKIE}={self._asked}; Path=/; Max-Age={YEAR}; SameSite=Lax")
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})
