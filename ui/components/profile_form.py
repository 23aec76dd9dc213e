"""The company's profile: only what the choice of an organisation model needs, all of it optional."""

from collections.abc import Mapping
from typing import Any, TypeVar

import streamlit as st

from assessments.answers import GROWTH, NAME_LENGTH, CurrentModel, Profile
from assessments.models import LEVELS, Criterion, Organisation, ProfileInput
from ui.components.markup import put_html
from ui.session import carry_choice
from ui.words import read, read_html, say

Choice = TypeVar("Choice", bound=str)
_PAIRS: tuple[tuple[ProfileInput, ProfileInput], ...] = (
    ("employees", "marketing_headcount"),
    ("business_units", "products"),
)
_DEGREES: tuple[ProfileInput, ...] = ("segment_difference", "one_brand_need", "closeness_need")
_RANGES: dict[ProfileInput, tuple[int, int]] = {
    "employees": (1, 10_000_000),
    "marketing_headcount": (0, 10_000_000),
    "business_units": (1, 10_000),
    "products": (1, 1_000_000),
}


def ask_profile(organisation: Organisation, known: Profile) -> Profile:
    """Ask for the profile, starting from what is known; what is left empty stays None."""
    criteria = {criterion.input: criterion for criterion in organisation.criteria}
    given: dict[str, Any] = {"name": _ask_name(known)}
    for pair in _PAIRS:
        for name, column in zip(pair, st.columns(2, vertical_alignment="bottom"), strict=True):
            with column:
                given[name] = _ask_number(name, criteria[name], known)
    for name in _DEGREES:
        given[name] = _ask_degree(name, criteria[name], known)
    left, right = st.columns(2, vertical_alignment="bottom")
    with left:
        given["growth"] = _ask_growth(criteria["growth"], known)
    with right:
        given["current_model"] = _ask_model(organisation, known)
    return Profile(**given)


def _ask_name(known: Profile) -> str:
    name = st.text_input(
        say("profile.name"),
        value=known.name,
        key="profile-name",
        max_chars=NAME_LENGTH,
        placeholder=say("profile.name_example"),
        autocomplete="organization",
    )
    return (name or "").strip()


def _ask_number(name: ProfileInput, criterion: Criterion, known: Profile) -> int | None:
    low, high = _RANGES[name]
    number: int | None = st.number_input(
        read(criterion.title),
        min_value=low,
        max_value=high,
        value=getattr(known, name),
        step=1,
        key=f"profile-{name}",
        placeholder=say(f"profile.{name}_example"),
        help=read(criterion.asked_because),
    )
    return number


def _ask_degree(name: ProfileInput, criterion: Criterion, known: Profile) -> int | None:
    with st.container(key=f"degree-{name}", gap=None):
        degree: int | None = st.segmented_control(
            read(criterion.title),
            tuple(range(LEVELS)),
            default=getattr(known, name),
            key=f"profile-{name}",
            help=read(criterion.asked_because),
            width="stretch",
        )
        low, high = read_html(criterion.low), read_html(criterion.high)
        put_html(f"<span>0　{low}</span><span>{high}　5</span>", "ends")
    return degree


def _ask_growth(criterion: Criterion, known: Profile) -> str | None:
    phases = {phase: say(f"profile.growth.{phase}") for phase in GROWTH}
    title, why = read(criterion.title), read(criterion.asked_because)
    return _ask_one("growth", title, why, phases, known.growth)


def _ask_model(organisation: Organisation, known: Profile) -> str | None:
    titles: dict[CurrentModel, str] = {"none": say("profile.no_model")}
    titles |= {model.id: read(model.title) for model in organisation.models}
    title, why = say("profile.current_model"), say("profile.current_model_because")
    return _ask_one("current_model", title, why, titles, known.current_model)


def _ask_one(
    name: str, title: str, why: str, choices: Mapping[Choice, str], known: Choice | None
) -> Choice | None:
    """One of some choices, by id; shown with their labels."""
    key = f"profile-{name}"
    is_set = carry_choice(key)
    return st.selectbox(
        title,
        tuple(choices),
        index=None if is_set or known is None else tuple(choices).index(known),
        format_func=choices.__getitem__,
        key=key,
        placeholder=say("profile.choose"),
        help=why,
        filter_mode=None,
    )
