"""Checks that the questionnaire asks for everything it should, and not for too much."""

import re
from collections.abc import Iterator

from assessments.content_index import ContentIndex
from assessments.document import Node
from assessments.problems import Problem

MAX_QUESTIONS = 52
MIN_QUICK_QUESTIONS = 8
MAX_QUICK_QUESTIONS = 16
_CHECKLIST_ITEM = re.compile(r"[A-E]\d\d")
_FAILURE = re.compile(r"[A-E]\.f\d+")


def check_size(index: ContentIndex) -> Iterator[Problem]:
    """At most 52 questions, 8 to 16 of them in the quick edition."""
    quick = [question for question in index.questions if question.value_of("quick") is True]
    if len(index.questions) > MAX_QUESTIONS:
        message = f"there are {len(index.questions)} questions; there may be {MAX_QUESTIONS}"
        yield index.questions[MAX_QUESTIONS].at("id").problem(message, "remove or join questions")
    if len(quick) > MAX_QUICK_QUESTIONS:
        message = f"the quick edition has {len(quick)} questions; there may be {MAX_QUICK_QUESTIONS}"
        yield quick[MAX_QUICK_QUESTIONS].at("quick").problem(message, "remove `quick: true` from some")
    if len(quick) < MIN_QUICK_QUESTIONS and index.is_whole("dimension"):
        message = f"the quick edition has {len(quick)} questions; it needs {MIN_QUICK_QUESTIONS}"
        file = f"{index.folder}/dimensions"
        yield Problem(file, None, "quick", message, "add `quick: true` to some questions")


def check_actions_per_question(index: ContentIndex) -> Iterator[Problem]:
    """Every capability question is lifted by an action, so that a roadmap can answer it."""
    if not index.is_whole("actions"):
        return
    lifted = {lift.text("question") for action in index.actions for lift in action.each("lifts")}
    for question in index.questions:
        if question.text("kind") == "capability" and question.text("id") not in (None, *lifted):
            message = f"no action lifts the question `{question.text('id')}`"
            yield question.at("id").problem(message, "add it to the `lifts` of an action in actions.yaml")


def check_coverage(index: ContentIndex) -> Iterator[Problem]:
    """Questions ask for every checklist item and failure of the source map; patterns find every failure."""
    asked = _collect_sources(index.questions) if index.is_whole("dimension") else None
    found = _collect_sources(index.patterns) if index.is_whole("patterns") else None
    for source in index.sources:
        source_id = source.text("id") or ""
        is_failure = _FAILURE.fullmatch(source_id) is not None
        is_asked_for = is_failure or _CHECKLIST_ITEM.fullmatch(source_id) is not None
        if is_asked_for and asked is not None and source_id not in asked:
            message = f"no question asks for `{source_id}`"
            yield source.at("id").problem(message, "cite it in a question's `sources`")
        if is_failure and found is not None and source_id not in found:
            message = f"no pattern finds `{source_id}`"
            yield source.at("id").problem(message, "cite it in a pattern's `sources`")


def _collect_sources(nodes: tuple[Node, ...]) -> set[str]:
    cited = (source.value for node in nodes for source in node.each("sources"))
    return {value for value in cited if isinstance(value, str)}
