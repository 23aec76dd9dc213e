"""The facilitator's link: the only way back to the workshop, and whoever has it is the facilitator."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from ui.components.markup import put_html
from ui.components.workshop.words import say, say_html
from ui.language import PARAMETER
from ui.public_address import find_public_address
from ui.session import HOST, get_language


def make_facilitator_link(root: str, token: str) -> str:
    """The address under which the facilitator goes on, on any device."""
    return f"{root}/host?{urlencode({HOST: token, PARAMETER: get_language()})}"


def offer_facilitator_link(token: str) -> None:
    """The link behind a button, so that the room does not read it."""
    with st.popover(say("link.open"), key="host-link", type="tertiary"):
        put_facilitator_link(token)


def put_facilitator_link(token: str) -> None:
    """What the link is for, the link itself blurred until it is pointed at, and a button that copies it."""
    link = escape(make_facilitator_link(find_public_address().root, token))
    put_html(
        f"<p>{say_html('link.why')}</p><p class='link secret' tabindex='0'>{link}</p>"
        f"<button type='button' data-copy='{link}' data-done='{say_html('link.copied')}'>"
        f"{say_html('link.copy')}</button>",
        "take",
    )
