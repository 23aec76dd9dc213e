"""Checks of `organisation.yaml`: three models, curves that can be read, a role band for every company."""

from collections.abc import Iterator
from itertools import pairwise

from assessments.content_index import ContentIndex, collect_ids, register
from assessments.document import Node
from assessments.models import ORG_MODELS
from assessments.problems import Problem


def check_models(index: ContentIndex) -> Iterator[Problem]:
    """All three organisation models are described."""
    models = collect_ids(index.organisation("models"))
    for document in index.of_kind("organisation"):
        for model in ORG_MODELS:
            if model not in models:
                yield document.root.at("models").problem(f"the model `{model}` is missing", "describe it")


def check_axes(index: ContentIndex) -> Iterator[Problem]:
    """Criteria belong to axes that exist, and every axis has one: it would weigh without saying anything."""
    axes = register(index, "axis", "organisation", index.organisation("axes"))
    criteria = index.organisation("criteria")
    for criterion in criteria:
        yield from axes.refuse(criterion.child("axis"))
    used = {criterion.text("axis") for criterion in criteria}
    for axis in index.organisation("axes"):
        if (axis_id := axis.text("id")) is not None and axis_id not in used:
            yield axis.at("id").problem(
                f"no criterion belongs to the axis `{axis_id}`", "add one, or remove it"
            )


def check_curves(index: ContentIndex) -> Iterator[Problem]:
    """Each criterion has a curve for each model, from left to right, with fits from 0 to 1."""
    for criterion in index.organisation("criteria"):
        curves = criterion.child("curves")
        if curves is None:
            continue
        for model in ORG_MODELS:
            if isinstance(curves.value, dict) and model not in curves.value:
                yield curves.problem(f"the curve of the model `{model}` is missing", f"add `{model}:`")
        for curve in curves.children():
            yield from _check_curve(curve)


def _check_curve(curve: Node) -> Iterator[Problem]:
    points = [(point, *numbers) for point in curve.children() if (numbers := _read_point(point))]
    for point, _, fit in points:
        if not 0 <= fit <= 1:
            yield point.problem(f"a fit of {fit:g} lies outside 0 to 1", "write a number from 0 to 1")
    for (_, x, _), (point, following, _) in pairwise(points):
        if following <= x:
            message = f"the curve goes back from {x:g} to {following:g}"
            yield point.problem(message, "order the points by their first number, each once")


def _read_point(point: Node) -> tuple[float, float] | None:
    """Input and fit of a point; None when it is not two numbers, which the check of shapes reports."""
    numbers = [node.value for node in point.children() if type(node.value) in (int, float)]
    if len(numbers) != 2 or not isinstance(point.value, tuple):
        return None
    first, second = numbers
    assert isinstance(first, int | float)
    assert isinstance(second, int | float)
    return float(first), float(second)


def check_role_bands(index: ContentIndex) -> Iterator[Problem]:
    """The first band that fits is taken: only the last one fits every company, and it does."""
    bands = index.organisation("role_bands")
    for number, band in enumerate(bands, start=1):
        fits_all = band.value_of("max_employees") is None and band.value_of("max_headcount") is None
        if number == len(bands) and not fits_all:
            message = "no role band is left for larger companies"
            yield band.problem(message, "leave both maxima out of the last band")
        elif number < len(bands) and fits_all:
            message = "this role band fits every company, so those after it are never taken"
            yield band.problem(message, "give it `max_employees` or `max_headcount`, or put it last")
