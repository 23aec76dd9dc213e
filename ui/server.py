"""The web server: Streamlit as an ASGI app behind our own middleware, run by uvicorn."""

import gc
import importlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from reporting.pdf import start_rendering
from ui import resources, styles
from ui.compression import CompressionMiddleware
from ui.document import DocumentMiddleware
from ui.takeaway import PATH, send_file

SCRIPT = Path(__file__).parent.parent / "app.py"
STATIC = Path(__file__).parent / "static"
_HEAVY = ("numpy", "pandas", "plotly.graph_objects", "services.reports", "ui.navigation")
"""Imported before the first visitor comes, so that nobody waits for them."""
_MESSAGE_LIMIT = 5 * 1024 * 1024
"""Bytes of one websocket message; a page of answers is a few kilobytes."""


def serve(port: int, host: str) -> None:
    """Serve the app until it is stopped.

    Raises whatever keeps it from working before anything listens: broken content, a database out of reach.
    """
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    resources.load()
    uvicorn.run(
        make_app(),
        host=host,
        port=port,
        ws="websockets-sansio",
        ws_max_size=_MESSAGE_LIMIT,
        ws_per_message_deflate=False,  # costs more processor time per answer than it saves on the wire
        ws_ping_interval=30,
        ws_ping_timeout=30,
        access_log=False,
        server_header=False,
        log_level="warning",
        timeout_graceful_shutdown=3,
    )


def make_app() -> st.App:
    """The ASGI application: pages, health check, middleware."""
    return st.App(
        SCRIPT,
        lifespan=_prepare,
        routes=[
            Route("/health", _report_health),
            Route("/henkaku.js", _send_script),
            Route(styles.PATH, styles.send_styles),
            Route(PATH, send_file),
        ],
        middleware=[Middleware(DocumentMiddleware), Middleware(CompressionMiddleware)],
    )


@asynccontextmanager
async def _prepare(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    # Addresses hold the tokens of drafts: no log may keep them.
    logging.getLogger("uvicorn.access").disabled = True
    for name in _HEAVY:
        importlib.import_module(name)
    resources.load()
    # What is loaded by now stays for good: no later collection needs to walk over it (55 ms each time).
    gc.collect()
    gc.freeze()
    # Two seconds of imports in a process of its own; no visitor should wait for them.
    Thread(target=start_rendering, daemon=True).start()
    yield {}


async def _report_health(_request: Request) -> Response:
    """Whether content and store are there; for load balancers and container checks."""
    return JSONResponse({"status": "ok", "content": resources.get_questionnaire().version})


async def _send_script(_request: Request) -> Response:
    return FileResponse(
        STATIC / "henkaku.js", media_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )
