"""The SLA between marketing and sales."""

from collections.abc import Iterator
from math import ceil

from reporting.kit.case import KitCase
from reporting.kit.word.filling import Filling, find_end
from reporting.kit.word.writing import write_document
from reporting.kit.words import Words
from scoring.targets import MONTHS, Plan

CONTACT_HOURS, RECORD_DAYS = 24, 5
"""Limits proposed where none are in use yet (source map E.step3)."""


def render(case: KitCase) -> bytes:
    """The SLA as a Word document."""
    return write_document(case, "sla", Filling(dict(_find_values(case))))


def _find_values(case: KitCase) -> Iterator[tuple[str, str]]:
    if not case.is_in_use("followup_sla"):
        yield "contact_hours", str(CONTACT_HOURS)
        yield "record_days", str(RECORD_DAYS)
    mqls = case.plan.needed.get("mqls") if case.plan else None
    if case.plan and mqls:
        monthly = ceil(mqls / MONTHS)
        yield "mqls", f"{monthly:,}"
        yield "mqls_basis", _explain_mqls(case, case.plan, monthly)
    yield from find_end(case, "sign_sla", "effective_date").items()


def _explain_mqls(case: KitCase, plan: Plan, monthly: int) -> str:
    counts = {rung: f"{count:,}" for rung, count in plan.needed.items() if count is not None}
    return Words("sla_basis", case.language).say("mqls", monthly=f"{monthly:,}", **counts)
