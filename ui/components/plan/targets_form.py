"""The figures a company aims at: kept when they are given, refused with a reason when they cannot be."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from pydantic import ValidationError

from assessments.targets import Targets
from reporting.narrative.targets import name_figure
from services.errors import UserError
from services.follow_up import InvalidTarget, keep_targets
from ui.cases import Case
from ui.components.markup import put_html
from ui.components.plan.words import say
from ui.resources import get_store
from ui.session import fill_in, get_language

_RATES = ("lead_to_opportunity", "win_rate")
_LONG_RATES = ("lead_to_mql", "mql_to_sql", "sql_to_opportunity")
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "goal": ("revenue", "order_value"),
    "rates": _RATES,
    "spend": ("monthly_ad_spend", "cost_per_lead"),
    "returns": ("investment", "attributed_revenue"),
}


def ask_targets(case: Case) -> Targets:
    """Ask for every figure, starting from what is kept; returns what is kept from now on."""
    known = case.enclosures.targets or Targets()
    given: dict[str, Any] = {}
    for group, names in _GROUPS.items():
        with st.container(key=f"targets-{group}", gap="small"):
            put_html(f"<h2>{say(f'targets.{group}')}</h2>", "tg")
            given |= _ask_row(names, known)
            if group == "rates":
                with st.expander(say("targets.long"), expanded=any(getattr(known, n) for n in _LONG_RATES)):
                    given |= _ask_row(_LONG_RATES, known)
    wanted = Targets(**given)
    if wanted == known:
        return known
    try:
        keep_targets(get_store(), case.link.token, wanted)
    except UserError as error:
        _explain(error)
        return known
    return wanted


def _ask_row(names: tuple[str, ...], known: Targets) -> dict[str, float | None]:
    columns = st.columns(len(names), vertical_alignment="bottom")
    return {name: _ask(name, known, column) for name, column in zip(names, columns, strict=True)}


def _ask(name: str, known: Targets, column: Any) -> float | None:
    """One figure; the one kept before where what was entered cannot be."""
    before: float | None = getattr(known, name)
    is_rate = name in _RATES or name in _LONG_RATES
    key = f"target-{name}"
    fill_in(key, None if before is None else float(before))
    with column:
        value: float | None = st.number_input(
            say("targets.label", name=_capitalise(name_figure(name, get_language())), unit=_unit(is_rate)),
            value=None,
            step=None,
            format="%g" if is_rate else "%.0f",
            key=key,
            placeholder=say(f"targets.example.{name}"),
        )
        try:
            Targets(**{name: value})
        except ValidationError:
            _explain(InvalidTarget(name))
            return before
    return value


def _unit(is_rate: bool) -> str:
    return say("targets.percent" if is_rate else "targets.yen")


def _capitalise(name: str) -> str:
    return name[:1].upper() + name[1:]


def _explain(error: UserError) -> None:
    put_html(f"<p>{error.explain(get_language())}</p>", "hint bad sm", role="alert")
