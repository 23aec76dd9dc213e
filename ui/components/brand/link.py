"""The link that brings a brand to another device, and the way to the page of brands."""

from urllib.parse import urlencode

import streamlit as st

from services.takeaway import Link
from ui.brand_session import BRAND
from ui.components.brand.words import say
from ui.components.copy_link import put_copy_link
from ui.language import PARAMETER
from ui.navigation import go_to_brand
from ui.public_address import find_public_address
from ui.session import get_language


def offer_brand_link(token: str) -> None:
    """The link behind a button: whoever has it may change the brand."""
    query = urlencode({BRAND: token, PARAMETER: get_language()})
    link = f"{find_public_address().root}/brand?{query}"
    with st.popover(say("page.take"), key="brand-link", type="tertiary"):
        put_copy_link(say("page.take_text"), link, say("page.copy"), say("page.copied"), is_secret=True)


def offer_brand(link: Link | None = None) -> None:
    """A quiet way to the page of brands, from a result or from none."""
    if st.button(say("page.open_round" if link else "page.open"), key="to-brand", type="tertiary"):
        go_to_brand(link)
