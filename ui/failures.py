"""What a visitor sees when something goes wrong: what to do next, never a traceback."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from services.errors import LinkNotFound, UserError
from ui.components import frame
from ui.components.markup import put_html
from ui.session import get_language, get_token, make_address
from ui.words import say, say_html, set_phrases

_LOG = logging.getLogger("henkaku")


@contextmanager
def explain_failures() -> Iterator[None]:
    """Run a page; show an error a person can mend in their language, and log a bug under a reference."""
    try:
        yield
    except UserError as error:
        if not isinstance(error, LinkNotFound):
            _LOG.warning("%s: %s", type(error).__name__, error)
        _show_failure(say("failure.title"), error.explain(get_language()), error)
    except Exception:  # noqa: BLE001 - the last resort: whatever it is, the visitor gets a page
        reference = secrets.token_hex(4)
        _LOG.exception("reference %s", reference)
        _show_failure(say("failure.bug_title"), say("failure.bug", reference=reference), None)


def _show_failure(title: str, text: str, error: UserError | None) -> None:
    with frame.sheet("failure", frame.ANSWER_WIDTH):
        if isinstance(error, LinkNotFound):
            # Nothing has been drawn yet: a page opens its draft first.
            with frame.masthead():
                pass
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
        put_html(f"<h1>{set_phrases(title)}</h1>{paragraphs}", "failure", role="alert")
        if isinstance(error, LinkNotFound):
            if st.button(say("failure.start"), key="failure-start", type="primary"):
                st.switch_page("ui/pages/start.py", query_params=make_address(None))
        elif st.button(say("failure.retry"), key="failure-retry", type="primary"):
            st.rerun()
        if get_token() and not isinstance(error, LinkNotFound):
            put_html(f"<p class='sm mut'>{say_html('failure.kept')}</p>")
