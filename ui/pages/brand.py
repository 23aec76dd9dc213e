"""A consultant's own brand: set up once, on every report of the rounds begun in this browser from then on."""

from html import escape
from typing import NoReturn

import streamlit as st

from reporting.brand import PLAIN, Brand
from services.brands import brand_of, check_brand, keep_brand, put_brand, read_brand
from services.errors import UserError
from ui import brand_session, session
from ui.components import frame
from ui.components.brand.form import Entered, ask_brand
from ui.components.brand.link import offer_brand_link
from ui.components.brand.preview import put_preview
from ui.components.brand.words import say
from ui.components.markup import put_html
from ui.navigation import go_to, go_to_host
from ui.resources import get_store
from ui.words import set_phrases


def show() -> None:
    """Draw the form and its preview; with a round's link in the address, also what that round carries."""
    link = session.get_token() or session.get_host()
    carried = brand_of(get_store(), link) if link else PLAIN
    token = brand_session.get_brand()
    kept = read_brand(get_store(), token)
    with frame.sheet("brand", frame.START_WIDTH):
        with frame.masthead(say("page.head")):
            if kept and token:
                offer_brand_link(token)
        brand_session.put_mark()
        title, lead = set_phrases(say("page.title")), set_phrases(say("page.lead"))
        put_html(f"<h1>{title}</h1><p class='lead ph'>{lead}</p>", "oph1")
        left, right = st.columns([11, 12], gap="large")
        with left, st.container(key="form", gap=20):
            entered = ask_brand(kept)
            _offer_parting(link, carried, kept)
        with right:
            put_preview(entered.shown)
    _put_bar(link, token, entered)


def _offer_parting(link: str | None, carried: Brand, kept: Brand | None) -> None:
    """Take the brand off the round in the address, or out of this browser."""
    if link and carried != PLAIN:
        put_html(f"<p class='sm'>{escape(say('page.carried', firm=carried.firm))}</p>")
        if st.button(say("page.off_round"), key="brand-off-round", type="tertiary"):
            put_brand(get_store(), link, None)
            session.set_notice(say("page.off_round_done"))
            st.rerun()
    if kept and st.button(say("page.off_browser"), key="brand-off-browser", type="tertiary"):
        brand_session.put_brand_aside()
        session.set_notice(say("page.off_browser_done"))
        st.rerun()


def _put_bar(link: str | None, token: str | None, entered: Entered) -> None:
    with frame.bottom_bar(frame.START_WIDTH):
        if st.button(say("page.back"), key="back"):
            _go_back()
        notice = escape(session.take_notice())
        put_html(f"<p class='sm'>{notice}</p>", "brandnote", role="status", width="content")
        label = say("page.keep_round" if link else "page.keep")
        if st.button(label, key="next", type="primary", wrap=True):
            _keep(link, token, entered)


def _keep(link: str | None, token: str | None, entered: Entered) -> NoReturn:
    """Keep what was entered, use it in this browser, and put it on the round in the address."""
    try:
        brand = check_brand(entered.firm, entered.logo, entered.accent, entered.confidentiality)
        used = keep_brand(get_store(), token, brand)
        brand_session.use_brand(used)
        if link:
            put_brand(get_store(), link, used)
        session.set_notice(say("page.kept_round" if link else "page.kept"))
    except UserError as error:
        session.set_notice(error.explain(session.get_language()))
    st.rerun()


def _go_back() -> NoReturn:
    host = session.get_host()
    if host:
        go_to_host(host)
    token = session.get_token()
    go_to("result" if token else "start", token)


show()
