"""Which brand this browser uses, and the logo that was chosen and not yet kept.

As in `session`, what is kept here may be lost at any time: the brand itself lies in the store.
"""

from dataclasses import dataclass

import streamlit as st

from reporting.brand import Logo
from services.brands import put_brand
from ui.components.markup import put_html
from ui.resources import get_store
from ui.session import read_cookies, recall

BRAND = "b"
"""Query parameter with the token of a brand, in a link taken to another device."""
BRAND_COOKIE = "henkaku_brand"
"""The cookie with the token of the brand this browser uses; `henkaku.js` keeps it."""
NO_BRAND = "none"
"""What the page says to `henkaku.js` where the cookie is to go."""
_USED = "brand"
"""session_state: the token this session has last chosen, empty when it has put the brand aside."""
_FORMS = "brand_forms"
"""session_state: how often the form was begun anew."""
_LOGOS = "brand_logos"
"""session_state: how many files were looked at."""
_LOGO = "brand_logo"
"""session_state: the logo last chosen on the page."""


@dataclass(frozen=True)
class ChosenLogo:
    """The logo that was chosen last, or why the file is none."""

    logo: Logo | None
    problem: str = ""


def get_own_brand() -> str | None:
    """The token of the brand this browser uses; None when it uses none. Whether it is one is unknown."""
    used: str | None = recall().get(_USED)
    return (read_cookies().get(BRAND_COOKIE) if used is None else used) or None


def get_brand() -> str | None:
    """The token of the brand that is edited: the one in the address, else this browser's own."""
    return st.query_params.get(BRAND) or get_own_brand()


def use_brand(token: str) -> None:
    """Use a brand in this browser from now on."""
    recall()[_USED] = token
    note_logo(None)


def put_brand_aside() -> None:
    """Use no brand in this browser from now on; the form begins anew."""
    use_brand("")
    st.query_params.pop(BRAND, None)
    recall()[_FORMS] = count_forms() + 1


def count_forms() -> int:
    """How often the form was begun anew."""
    return int(recall().get(_FORMS, 0))


def put_mark() -> None:
    """Tell `henkaku.js` what was chosen in this session; draw it in every run of the page."""
    used: str | None = recall().get(_USED)
    if used is not None:
        put_html("", "brandmark", tag="span", brand=used or NO_BRAND)


def note_logo(chosen: ChosenLogo | None) -> None:
    """Remember a logo until the brand is kept; None: the kept one stands."""
    recall()[_LOGO] = chosen
    recall()[_LOGOS] = count_logos() + 1


def count_logos() -> int:
    """How often a logo was noted; each time the field for it begins anew."""
    return int(recall().get(_LOGOS, 0))


def get_chosen_logo() -> ChosenLogo | None:
    """The logo chosen and not yet kept; None when none was."""
    chosen: ChosenLogo | None = recall().get(_LOGO)
    return chosen


def carry_brand(link: str) -> None:
    """Mark a round that was just begun with this browser's brand; raises LinkNotFound, DatabaseProblem."""
    token = get_own_brand()
    if token:
        put_brand(get_store(), link, token)
