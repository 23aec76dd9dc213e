"""The middleware: language, headers and compression of what Streamlit serves."""

import re
from typing import Any

import brotli
import pytest
from starlette.applications import Starlette
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route

from tests.ui.requesting import ask
from ui import styles
from ui.compression import STATIC, CompressionMiddleware
from ui.document import DocumentMiddleware

INDEX = STATIC / "index.html"
SCRIPT = next(f"/static/js/{path.name}" for path in sorted((STATIC / "static/js").glob("index.*.js")))


async def serve_index(scope: Any, receive: Any, send: Any) -> None:
    """What Streamlit answers to every address of a page."""
    await FileResponse(INDEX)(scope, receive, send)


async def serve_text(scope: Any, receive: Any, send: Any) -> None:
    """Anything else."""
    await PlainTextResponse("plain")(scope, receive, send)


@pytest.mark.parametrize(
    ("query", "cookie", "language"),
    [
        ("", "", "ja"),
        ("lang=en", "", "en"),
        ("t=x&lang=ja", "henkaku_lang=en", "ja"),
        ("", "a=b; henkaku_lang=en", "en"),
        ("lang=fr", "", "ja"),
        ("lang=%22%3E", "henkaku_lang=%22", "ja"),
    ],
)
def test_the_document_is_in_the_language_chosen(query: str, cookie: str, language: str) -> None:
    _, headers, body = ask(DocumentMiddleware(serve_index), "/answer", query, cookie=cookie)
    assert f'<html lang="{language}">' in body.decode()
    assert headers["content-language"] == language
    assert int(headers["content-length"]) == len(body)


def test_a_language_asked_for_is_remembered() -> None:
    _, headers, _ = ask(DocumentMiddleware(serve_index), "/", "lang=en")
    assert headers["set-cookie"].startswith("henkaku_lang=en;")
    _, headers, _ = ask(DocumentMiddleware(serve_index), "/")
    assert "set-cookie" not in headers


def test_the_document_is_ours() -> None:
    _, _, body = ask(DocumentMiddleware(serve_index), "/")
    html = body.decode()
    assert "<title>変革 Henkaku</title>" in html
    assert "henkaku.js" in html
    for foreign in ("<title>Streamlit", "service-desc", "SourceSans", "Streamlit app can also"):
        assert foreign not in html
    assert html.count("<script") == INDEX.read_text(encoding="utf-8").count("<script") + 1


def test_the_document_links_the_style_sheet_after_everything_else() -> None:
    _, _, body = ask(DocumentMiddleware(serve_index), "/")
    html = body.decode()
    # Streamlit adds its own rules to the head; at equal weight the later rule counts.
    assert re.search(r'<link rel="stylesheet" href="\./henkaku\.css\?v=[0-9a-f]{16}"></body>', html)
    assert html.index('<div id="root">') < html.index("henkaku.css")
    assert "favicon.png" not in html


def test_the_style_sheet_comes_compressed_and_is_kept_by_its_version() -> None:
    app = Starlette(routes=[Route(styles.PATH, styles.send_styles)])
    version = re.search(r"v=(\w+)", styles.link_styles())
    assert version is not None
    _, headers, body = ask(app, styles.PATH, version[0], accept_encoding="gzip, br")
    assert headers["content-type"].startswith("text/css")
    assert "immutable" in headers["cache-control"]
    assert brotli.decompress(body).decode() == styles.read_styles()
    _, headers, body = ask(app, styles.PATH, "v=former", accept_encoding="gzip")
    assert headers["cache-control"] == "no-cache"
    assert "content-encoding" not in headers
    assert body.decode() == styles.read_styles()


def test_a_document_is_never_taken_from_the_browsers_store() -> None:
    etag = ask(serve_index, "/")[1]["etag"]
    status, headers, _ = ask(DocumentMiddleware(serve_index), "/", if_none_match=etag, accept_encoding="gzip")
    assert status == 200
    assert "etag" not in headers


def test_only_the_documents_own_scripts_may_run() -> None:
    _, headers, _ = ask(DocumentMiddleware(serve_index), "/")
    policy = headers["content-security-policy"]
    scripts = re.search(r"script-src ([^;]+)", policy)
    assert scripts is not None
    assert "unsafe-inline" not in scripts[1]
    assert "'sha256-" in scripts[1]
    assert "http:" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("path", ["/", "/anything.js"])
def test_every_response_carries_the_headers(path: str) -> None:
    _, headers, _ = ask(DocumentMiddleware(serve_text), path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/app/_stcore/metrics"])
def test_metrics_are_closed(path: str) -> None:
    assert ask(DocumentMiddleware(serve_text), path)[0] == 404


def test_scripts_come_compressed() -> None:
    status, headers, body = ask(CompressionMiddleware(serve_text), SCRIPT, accept_encoding="gzip, br")
    original = (STATIC / SCRIPT.lstrip("/")).read_bytes()
    assert status == 200
    assert headers["content-encoding"] == "br"
    assert "immutable" in headers["cache-control"]
    assert headers["content-type"].startswith("text/javascript")
    assert brotli.decompress(body) == original
    assert len(body) < len(original) / 2


def test_who_cannot_read_brotli_gets_the_file_as_it_is() -> None:
    _, headers, body = ask(CompressionMiddleware(serve_text), SCRIPT, accept_encoding="gzip")
    assert "content-encoding" not in headers
    assert body == b"plain"


@pytest.mark.parametrize("path", ["/static/../index.html", "/static/js/none.js", "/etc/passwd", "/"])
def test_nothing_but_streamlits_own_files_is_compressed(path: str) -> None:
    assert ask(CompressionMiddleware(serve_text), path, accept_encoding="br")[2] == b"plain"
