"""Checks between the files of a content folder: does everything that is named exist, just once?"""

from collections.abc import Iterator

from assessments.content_index import ContentIndex, Register, collect_ids, register
from assessments.coverage_checks import check_actions_per_question, check_coverage, check_size
from assessments.document import Node
from assessments.organisation_checks import check_axes, check_curves, check_models, check_role_bands
from assessments.prerequisite_checks import check_prerequisites
from assessments.problems import Problem

CAPABILITIES_PER_DIMENSION = 3


def cross_check(index: ContentIndex) -> list[Problem]:
    """Every problem between the files that could be read."""
    checks = (
        check_ids,
        check_dimensions,
        check_sources,
        check_patterns,
        check_actions,
        check_figures,
        check_needs,
        check_prerequisites,
        check_models,
        check_axes,
        check_curves,
        check_role_bands,
        check_actions_per_question,
        check_size,
        check_coverage,
    )
    return [problem for check in checks for problem in check(index)]


def register_questions(index: ContentIndex) -> Register:
    """The ids of all questions."""
    return register(index, "question", "dimension", index.questions)


def check_ids(index: ContentIndex) -> Iterator[Problem]:
    """An id stands for one thing only."""
    groups = {
        "question": index.questions,
        "capability": index.capabilities,
        "pattern": index.patterns,
        "action": index.actions,
        "organisation model": index.organisation("models"),
        "axis": index.organisation("axes"),
        "criterion": index.organisation("criteria"),
        "role band": index.organisation("role_bands"),
        "figure": index.figures,
        "owner": index.owners,
        "source": index.sources,
    }
    for noun, nodes in groups.items():
        first = collect_ids(nodes)
        for node in nodes:
            node_id = node.text("id")
            if node_id is not None and first[node_id] is not node:
                message = f"the {noun} `{node_id[:60]}` exists already ({first[node_id].place})"
                yield node.at("id").problem(message, "give it an id of its own, or remove it")


def check_dimensions(index: ContentIndex) -> Iterator[Problem]:
    """Each dimension stands in the file named after it and has three capabilities."""
    for node in index.dimensions:
        name = node.document.file.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml")
        dimension = node.text("id")
        if dimension is not None and dimension != name:
            message = f"the file {name}.yaml holds the dimension `{dimension[:60]}`"
            yield node.at("id").problem(message, f"write `{name}`, or rename the file")
        count = sum(1 for _ in node.each("capabilities"))
        if node.child("capabilities") is not None and count != CAPABILITIES_PER_DIMENSION:
            message = f"a dimension has {CAPABILITIES_PER_DIMENSION} capabilities, found {count}"
            yield node.at("capabilities").problem(message, "add the missing ones, or join some")


def check_sources(index: ContentIndex) -> Iterator[Problem]:
    """Everything that is cited exists in the source map."""
    sources = register(index, "source", "sources", index.sources)
    advice = (*index.organisation("criteria"), *index.organisation("role_bands"))
    for node in (*index.questions, *index.patterns, *advice):
        yield from sources.refuse_each(node.each("sources"))
    for figure in index.figures:
        yield from sources.refuse(figure.child("id"))


def check_patterns(index: ContentIndex) -> Iterator[Problem]:
    """Rules name questions; a pattern names an owner, actions and figures that exist."""
    questions = register_questions(index)
    owners = register(index, "owner", "questionnaire", index.owners)
    actions = register(index, "action", "actions", index.actions)
    figures = register(index, "figure", "figures", index.figures)
    for pattern in index.patterns:
        yield from owners.refuse(pattern.child("decided_by"))
        yield from actions.refuse_each(pattern.each("breaks"))
        yield from figures.refuse_each(pattern.each("figures"))
        rule = pattern.child("rule")
        if rule is not None:
            yield from _check_condition(rule, questions)


def _check_condition(condition: Node, questions: Register) -> Iterator[Problem]:
    yield from questions.refuse(condition.child("question"))
    yield from questions.refuse_each(condition.each("mean"))
    for kind in ("all", "any", "count"):
        for part in condition.each(kind):
            yield from _check_condition(part, questions)
    conditions, least = len(list(condition.each("count"))), condition.child("at_least")
    if conditions and least is not None and isinstance(least.value, int) and least.value > conditions:
        message = f"at least {least.value} of {conditions} conditions can never be true"
        yield least.problem(message, f"write a number from 1 to {conditions}")


def check_actions(index: ContentIndex) -> Iterator[Problem]:
    """Actions lift questions that exist and belong to an owner that exists."""
    questions = register_questions(index)
    owners = register(index, "owner", "questionnaire", index.owners)
    for action in index.actions:
        yield from owners.refuse(action.child("owner"))
        lifted = [lift.child("question") for lift in action.each("lifts")]
        yield from questions.refuse_each(node for node in lifted if node is not None)


def check_figures(index: ContentIndex) -> Iterator[Problem]:
    """Figures stand beside questions that exist."""
    questions = register_questions(index)
    for figure in index.figures:
        yield from questions.refuse_each(figure.each("questions"))


def check_needs(index: ContentIndex) -> Iterator[Problem]:
    """What an organisation model needs is asked by questions that exist."""
    questions = register_questions(index)
    for model in index.organisation("models"):
        yield from questions.refuse_each(model.each("needs"))
