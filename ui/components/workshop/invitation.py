"""How people get in: the QR code, the address and the code to type; or what keeps phones out."""

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from services.workshop import Workshop
from ui.components.markup import put_html
from ui.components.workshop.qr_code import draw_qr
from ui.components.workshop.words import say, say_html
from ui.public_address import PublicAddress, find_public_address
from ui.session import CODE
from ui.words import set_phrases


def make_join_link(root: str, key: str) -> str:
    """The address the QR code carries."""
    return f"{root}/join?{urlencode({CODE: key})}"


def put_invitation(workshop: Workshop) -> None:
    """The QR code with address and join code; a plain warning where phones could not follow it."""
    address = find_public_address()
    with st.container(key="invite", gap=None):
        put_html(f"<h1>{set_phrases(say('lobby.join'))}</h1>", "join")
        if address.reachable:
            link = make_join_link(address.root, workshop.join_key)
            put_html(draw_qr(link, say("lobby.qr_alt")), "join")
        else:
            _warn(address, workshop)
        put_html(_draw_code(address, workshop.join_code), "join")


def _draw_code(address: PublicAddress, code: str) -> str:
    shown = address.root if address.reachable else address.suggestion or address.root
    parts = urlsplit(shown)
    place = f"{parts.netloc}{parts.path}/join"
    return (
        f'<p class="or"><span class="at">{escape(place)}</span>'
        f'<span class="code"><span class="vh">{say_html("lobby.code")}</span>'
        f"{escape(code[:3])}<i></i>{escape(code[3:])}</span></p>"
    )


def _warn(address: PublicAddress, workshop: Workshop) -> None:
    where = (
        f"<p>{say_html('lobby.then')}<br><b class='at'>{escape(address.suggestion)}</b></p>"
        if address.suggestion
        else ""
    )
    put_html(
        f"<h2>{set_phrases(say('lobby.loopback_title'))}</h2><p>{set_phrases(say('lobby.loopback'))}</p>"
        f"<pre>henkaku serve --host 0.0.0.0</pre>{where}",
        "alone",
        role="alert",
    )
    st.link_button(
        say("lobby.try_here"),
        make_join_link(address.root, workshop.join_key),
        key="try-here",
        type="tertiary",
    )
