"""The form of a brand: name, logo, colour, a line on confidentiality. What is typed shows at once."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from reporting.accent import NoColour, describe_accent, settle_accent
from reporting.brand import CONFIDENTIALITY_LENGTH, FIRM_LENGTH, PLAIN, Brand, Logo
from reporting.brand_logo import BYTES, SIDE, SVG_BYTES
from services.brands import InvalidBrand, LogoUnusable, accept_upload
from ui.brand_session import ChosenLogo, count_forms, count_logos, get_chosen_logo, note_logo
from ui.components.brand.words import say
from ui.components.file_choice import choose_file
from ui.components.markup import put_html
from ui.session import get_language

_ENDINGS = ["png", "jpg", "jpeg", "svg"]


@dataclass(frozen=True)
class Entered:
    """What stands in the form, unchecked."""

    firm: str
    logo: Logo | None
    accent: str
    confidentiality: str

    @property
    def shown(self) -> Brand:
        """As far as it can be shown."""
        try:
            accent = settle_accent(self.accent).colour
        except NoColour:
            accent = None
        return Brand(self.firm, self.logo, accent, self.confidentiality)


def ask_brand(kept: Brand | None) -> Entered:
    """Ask for everything, starting from what is kept."""
    known = kept or PLAIN
    firm = _ask("firm", known.firm, FIRM_LENGTH)
    logo = _ask_logo(known.logo)
    accent = _ask("accent", known.accent or "", 7)
    _explain_accent(accent)
    confidentiality = _ask("confidentiality", known.confidentiality, CONFIDENTIALITY_LENGTH)
    return Entered(firm, logo, accent, confidentiality)


def _ask(name: str, value: str, length: int) -> str:
    given = st.text_input(
        say(f"page.{name}"),
        value=value,
        key=f"brand-{name}-{count_forms()}",
        max_chars=length,
        placeholder=say(f"page.{name}_example"),
        autocomplete="organization" if name == "firm" else "off",
        live="1s",
    )
    return (given or "").strip()


def _explain_accent(text: str) -> None:
    try:
        notes = describe_accent(settle_accent(text), get_language()) if text else (say("page.accent_none"),)
    except NoColour:
        notes = (InvalidBrand("accent").explain(get_language()),)
    put_html("".join(f"<p class='sm mut'>{escape(note)}</p>" for note in notes), "note", role="status")


def _ask_logo(kept: Logo | None) -> Logo | None:
    """The logo chosen last, else the kept one; a file that is none leaves it as it was."""
    chosen = get_chosen_logo()
    logo = chosen.logo if chosen else kept
    uploaded = choose_file(
        say("page.logo"),
        say("page.logo_choose"),
        say("page.logo_refused"),
        _ENDINGS,
        "logo",
        count_logos(),
    )
    if uploaded is not None:
        note_logo(_read_logo(uploaded.getvalue(), logo))
        st.rerun()
    limits = say("page.logo_limits", mb=f"{BYTES / 1e6:g}", kb=SVG_BYTES // 1000, pixels=f"{SIDE:,}")
    put_html(f"<p class='sm mut'>{escape(limits)}</p>", "note")
    if chosen and chosen.problem:
        put_html(f"<p class='sm'>{escape(chosen.problem)}</p>", "note bad", role="alert")
    if logo and st.button(say("page.logo_off"), key="brand-logo-off", type="tertiary"):
        note_logo(ChosenLogo(None))
        st.rerun()
    return logo


def _read_logo(data: bytes, before: Logo | None) -> ChosenLogo:
    try:
        return ChosenLogo(accept_upload(data))
    except LogoUnusable as unusable:
        return ChosenLogo(before, unusable.explain(get_language()))
