"""Which pages there are, and how one gets from one to another without losing one's place."""

from typing import Literal, NoReturn, get_args

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessments.models import Language
from services.takeaway import Link
from ui.seat_session import make_seat_address
from ui.session import get_language, make_address, make_host_address, recall
from ui.words import say

FollowUpPage = Literal["result", "plan", "targets", "board", "history"]
FOLLOW_UP: tuple[FollowUpPage, ...] = get_args(FollowUpPage)
"""The pages after the verdict, in the order in which they stand side by side."""
PageName = Literal["start", "answer", "join", "room", "workshop", "host", "brand"] | FollowUpPage
PAGES: tuple[PageName, ...] = ("start", "answer", "join", "room", "workshop", "host", "brand", *FOLLOW_UP)


def choose_page() -> StreamlitPage:
    """The page the address asks for; its title is in the visitor's language."""
    return st.navigation(_list_pages(), position="hidden")


def _list_pages() -> list[StreamlitPage]:
    """All pages, made once for a session and a language: each of them looks its file up on the disk."""
    made: dict[Language, list[StreamlitPage]] = recall().setdefault("pages", {})
    language = get_language()
    if language not in made:
        made[language] = [
            st.Page(_path(name), title=_make_title(name), url_path=name, default=name == "start")
            for name in PAGES
        ]
    return made[language]


def go_to(page: PageName, token: str | None, section: str | None = None) -> NoReturn:
    """Open a page, with the draft, the section and the language in its address."""
    st.switch_page(_path(page), query_params=make_address(token, section))


def go_to_link(page: FollowUpPage, link: Link) -> NoReturn:
    """Open a page after the verdict, with the link that gives the right to it in its address."""
    if link.kind == "draft":
        go_to(page, link.token)
    if page == "result":
        go_to_host(link.token, page)
    st.switch_page(_path(page), query_params=make_host_address(link.token))


def go_to_room(token: str, section: str | None = None) -> NoReturn:
    """Open the room at a participant's seat."""
    st.switch_page(_path("room"), query_params=make_seat_address(token, section))


def go_to_join() -> NoReturn:
    """Open the page on which one joins a workshop."""
    st.switch_page(_path("join"), query_params=make_seat_address(None))


def go_to_host(token: str, section: str | None = None) -> NoReturn:
    """Open the facilitator's screen of a workshop."""
    st.switch_page(_path("host"), query_params=make_host_address(token, section))


def go_to_brand(link: Link | None = None) -> NoReturn:
    """Open the page of brands, from the result a link opens or from none."""
    if link is None or link.kind == "draft":
        go_to("brand", link.token if link else None)
    st.switch_page(_path("brand"), query_params=make_host_address(link.token))


def _path(name: PageName) -> str:
    return f"ui/pages/{name}.py"


def _make_title(name: PageName) -> str:
    return say("title") if name == "start" else f"{say(f'{name}.tab')} — {say('title')}"
