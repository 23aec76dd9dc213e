"""The facilitator's link: the only way back to the workshop, and whoever has it is the facilitator."""

from urllib.parse import urlencode

import streamlit as st

from ui.components.copy_link import put_copy_link
from ui.components.workshop.words import say
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
    link = make_facilitator_link(find_public_address().root, token)
    put_copy_link(say("link.why"), link, say("link.copy"), say("link.copied"), is_secret=True)
