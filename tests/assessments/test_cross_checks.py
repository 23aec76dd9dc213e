"""Every kind of mistake between files: reported at the line of the reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.prerequisite_checks import find_cycles

STRATEGY = "dimensions/strategy.yaml"
ORGANISATION = "organisation.yaml"


# fmt: off
MISTAKES = {
    "a question twice": (
        STRATEGY, "id: q2", "id:  q1", "id:  q1", "capabilities[1].questions[0].id",
        "the question `q1` exists already",
    ),
    "a capability twice": (
        STRATEGY, "id: c2", "id: c1", "id: c1\n    title: {ja: capability 2", "capabilities[1].id",
        "the capability `c1` exists already",
    ),
    "a capability twice in different files": (
        "dimensions/data.yaml", "id: c7", "id: c1", "id: c1", "capabilities[0].id", "strategy.yaml:5",
    ),
    "an action twice": (
        "actions.yaml", "id: a3", "id: a2", "id: a2\n    lifts: [{question: q3", "actions[2].id",
        "the action `a2` exists already",
    ),
    "a source twice": (
        "sources.yaml", "{id: A.g1", "{  id: A.org", "{  id: A.org", "sources[14].id",
        "the source `A.org` exists already",
    ),
    "a dimension in the wrong file": (
        STRATEGY, "id: strategy", "id: data", "id: data", "id",
        "strategy.yaml holds the dimension `data`",
    ),
    "a question citing an unknown source": (
        STRATEGY, "sources: [A01, A.f1]", "sources: [A01, A.f1, A77]", "A77",
        "capabilities[0].questions[0].sources[2]", "no source `A77`",
    ),
    "a source cited twice": (
        STRATEGY, "sources: [A01, A.f1]", "sources: [A01, A.f1, A01]", "A.f1",
        "capabilities[0].questions[0].sources[2]", "named twice",
    ),
    "a pattern citing an unknown source": (
        "patterns.yaml", "sources: [A.f1]", "sources: [A.f1, E.step9]", "E.step9",
        "patterns[0].sources[1]", "no source",
    ),
    "a criterion citing an unknown source": (
        ORGANISATION, "sources: [A.org]", "sources: [A.orgs]", "A.orgs", "criteria[0].sources[0]",
        "no source",
    ),
    "a figure that is no source": (
        "figures.yaml", "id: A.g1", "id: A.g9", "A.g9", "figures[0].id", "no source `A.g9`",
    ),
    "a rule naming an unknown question": (
        "patterns.yaml", "question: q1,", "question: q99,", "q99", "patterns[0].rule.all[0].question",
        "`q99`",
    ),
    "a rule naming an unknown question further in": (
        "patterns.yaml", "question: q2,", "question: q99,", "q99",
        "patterns[0].rule.all[1].any[0].question", "`q99`",
    ),
    "a mean of an unknown question": (
        "patterns.yaml", "mean: [q3, q4]", "mean: [q3, q99]", "q99",
        "patterns[0].rule.all[1].any[1].mean[1]", "`q99`",
    ),
    "a mean of the same question twice": (
        "patterns.yaml", "mean: [q3, q4]", "mean: [q3, q3]", "mean",
        "patterns[0].rule.all[1].any[1].mean[1]", "twice",
    ),
    "a count of an unknown question": (
        "patterns.yaml", "question: q6,", "question: q99,", "q99",
        "patterns[0].rule.all[2].count[1].question", "`q99`",
    ),
    "a count that can never be reached": (
        "patterns.yaml", "at_least: 2\n    title", "at_least: 3\n    title", "at_least: 3\n",
        "patterns[0].rule.all[2].at_least", "can never be true",
    ),
    "a pattern breaking an unknown action": (
        "patterns.yaml", "breaks: [a1]", "breaks: [a99]", "a99", "patterns[0].breaks[0]",
        "no action `a99`",
    ),
    "a pattern with an unknown figure": (
        "patterns.yaml", "figures: []", "figures: [D.g9]", "D.g9", "patterns[0].figures[0]",
        "no figure `D.g9`",
    ),
    "a pattern decided by an unknown owner": (
        "patterns.yaml", "decided_by: executive", "decided_by: exec", "decided_by",
        "patterns[0].decided_by", "no owner `exec`",
    ),
    "an action of an unknown owner": (
        "actions.yaml", "owner: executive", "owner: boss", "boss", "actions[0].owner",
        "no owner `boss`",
    ),
    "an action lifting an unknown question": (
        "actions.yaml", "lifts: [{question: q1, to: 3}]",
        "lifts: [{question: q1, to: 3}, {question: q0, to: 3}]", "q0", "actions[0].lifts[1].question",
        "no question `q0`",
    ),
    "an action lifting a question twice": (
        "actions.yaml", "lifts: [{question: q1, to: 3}]",
        "lifts: [{question: q1, to: 3}, {question: q1, to: 4}]", "to: 4",
        "actions[0].lifts[1].question", "named twice",
    ),
    "an unknown prerequisite": (
        "actions.yaml", "[a1]", "[a0]", "a0", "actions[1].prerequisites[0]", "no action `a0`",
    ),
    "an action waiting for itself": (
        "actions.yaml", "[a1]", "[a1, a2]", "[a1, a2]", "actions[1].prerequisites[1]",
        "its own prerequisite",
    ),
    "a figure beside an unknown question": (
        "figures.yaml", "questions: [q1]", "questions: [q1x]", "q1x", "figures[0].questions[0]",
        "no question",
    ),
    "a model needing an unknown question": (
        ORGANISATION, "needs: [q1, q2]", "needs: [q1, q2x]", "q2x", "models[0].needs[1]", "no question",
    ),
    "a criterion on an unknown axis": (
        ORGANISATION, "axis: products_axis", "axis: product_axis", "axis: product_axis",
        "criteria[0].axis", "no axis",
    ),
    "an axis without criteria": (
        ORGANISATION, "axes:\n", "axes:\n  - {id: spare, title: {ja: 軸, en: axis}}\n", "spare",
        "axes[0].id", "no criterion belongs",
    ),
    "a curve that goes back": (
        ORGANISATION, "[[1, 1], [3, 0.5]]", "[[1, 1], [1, 0.5]]", "[1, 0.5]]",
        "criteria[0].curves.centralized[1]", "goes back from 1 to 1",
    ),
    "a fit above 1": (
        ORGANISATION, "[[1, 1], [3, 0.5]]", "[[1, 1], [3, 1.5]]", "1.5",
        "criteria[0].curves.centralized[1]", "a fit of 1.5",
    ),
    "a criterion without a curve for a model": (
        ORGANISATION, "      hybrid: [[1, 0.5], [3, 0.5]]\n", "", "curves:", "criteria[0].curves",
        "`hybrid` is missing",
    ),
    "a role band that hides the next": (
        ORGANISATION, "    max_employees: 50\n", "", "id: small", "role_bands[0]", "never taken",
    ),
    "no role band for large companies": (
        ORGANISATION, "- id: large", "- id: large\n    max_employees: 900", "id: large",
        "role_bands[1]", "no role band is left",
    ),
}
# fmt: on


@pytest.mark.parametrize(
    ("file", "old", "new", "marker", "field", "message"), MISTAKES.values(), ids=MISTAKES
)
def test_a_broken_reference_is_reported_at_its_line(sample, file, old, new, marker, field, message) -> None:
    sample.change(file, old, new)
    found = [p for p in sample.problems() if p.field == field]
    assert len(found) == 1, "\n".join(map(str, sample.problems()))
    assert found[0].file == str(sample.folder / file)
    assert found[0].line == sample.line(file, marker)
    assert message in found[0].message
    assert found[0].mend


def test_a_misspelt_reference_names_the_one_that_was_meant(sample) -> None:
    sample.change("actions.yaml", "owner: executive", "owner: executiv")
    assert sample.only_problem().mend == "did you mean `executive`?"


def test_a_question_that_is_broken_otherwise_still_exists(sample) -> None:
    sample.change(STRATEGY, "weight: 1", "weight: much")
    assert sample.only_problem().field == "capabilities[0].questions[0].weight"


def test_an_action_that_waits_for_itself_is_one_problem(sample) -> None:
    sample.change("actions.yaml", "[a1]", "[a1, a2]")
    assert sample.only_problem().message == "an action cannot be its own prerequisite"


def test_a_circle_of_prerequisites_is_named_in_full(sample) -> None:
    sample.change("actions.yaml", "prerequisites: []", "prerequisites: [a3]")
    problem = sample.only_problem()
    assert problem.message == "these actions wait for each other: a1 → a3 → a2 → a1"
    assert (problem.field, problem.line) == (
        "actions[0].prerequisites",
        sample.line("actions.yaml", "prerequisites: [a3]"),
    )


def test_a_question_that_no_action_lifts_is_reported_where_it_stands(sample) -> None:
    sample.change("actions.yaml", "question: q4,", "question: q3,")
    problem = sample.only_problem()
    assert problem.file == str(sample.folder / "dimensions/alignment.yaml")
    assert problem.line == sample.line("dimensions/alignment.yaml", "id: q4")
    assert problem.message == "no action lifts the question `q4`"


def test_a_structural_question_needs_no_action(sample) -> None:
    sample.change("actions.yaml", "question: q4,", "question: q3,")
    sample.change("dimensions/alignment.yaml", "kind: capability", "kind: structural")
    assert sample.problems() == []


def test_a_missing_model_is_reported(sample) -> None:
    sample.change(ORGANISATION, "- id: distributed", "- id: hybrid")
    assert {p.message for p in sample.problems() if p.field == "models"} == {
        "the model `distributed` is missing"
    }


def test_a_dimension_has_three_capabilities(sample) -> None:
    text = sample.read(STRATEGY)
    (sample.folder / STRATEGY).write_text(text[: text.index("  - id: c3")], encoding="utf-8")
    (problem,) = [p for p in sample.problems() if p.field == "capabilities"]
    assert problem.message == "a dimension has 3 capabilities, found 2"
    assert problem.line == sample.line(STRATEGY, "capabilities:")


def test_the_quick_edition_is_neither_too_short_nor_too_long(sample) -> None:
    for file in ("strategy", "alignment"):
        for _ in range(3):
            sample.change(f"dimensions/{file}.yaml", "        quick: true\n", "")
    problem = sample.only_problem()
    assert problem.message == "the quick edition has 6 questions; it needs 8"

    more = _copy_questions(sample, 11)
    (sample.folder / "dimensions/structure.yaml").write_text(more, encoding="utf-8")
    messages = [p.message for p in sample.problems() if p.field.endswith(".quick")]
    assert messages == ["the quick edition has 17 questions; there may be 16"]


def test_there_are_at_most_52_questions(sample) -> None:
    (sample.folder / "dimensions/structure.yaml").write_text(_copy_questions(sample, 40), encoding="utf-8")
    assert not [p for p in sample.problems() if "there may be 52" in p.message]
    (sample.folder / "dimensions/structure.yaml").write_text(_copy_questions(sample, 41), encoding="utf-8")
    (problem,) = [p for p in sample.problems() if "there may be 52" in p.message]
    assert problem.message == "there are 53 questions; there may be 52"
    assert problem.field == "capabilities[2].questions[41].id"


def _copy_questions(sample, copies: int) -> str:
    sample_text = type(sample)(sample.folder.parent / f"fresh{copies}").read("dimensions/structure.yaml")
    last = sample_text[sample_text.index("      - id: q12") :]
    return sample_text + "".join(last.replace("id: q12", f"id: q12_{n}") for n in range(copies))


def test_every_checklist_item_and_failure_of_the_source_map_is_asked_for(sample) -> None:
    entries = "".join(
        f"  - {{id: {s}, title: {{ja: 項目, en: entry}}}}\n" for s in ("D07", "E.f2", "E.step1")
    )
    sample.change("sources.yaml", "sources:\n", "sources:\n" + entries)
    assert [(p.field, p.message) for p in sample.problems()] == [
        ("sources[0].id", "no question asks for `D07`"),
        ("sources[1].id", "no question asks for `E.f2`"),
        ("sources[1].id", "no pattern finds `E.f2`"),
    ]


@given(st.dictionaries(st.integers(0, 8), st.lists(st.integers(0, 8), max_size=4)))
def test_circles_are_found_exactly_when_no_order_exists(numbers: dict[int, list[int]]) -> None:
    names = {str(key): [str(value) for value in values if value != key] for key, values in numbers.items()}
    left = {key: {value for value in values if value in names} for key, values in names.items()}
    while free := [key for key, values in left.items() if not values & left.keys()]:
        for key in free:
            del left[key]
    cycles = find_cycles(names)
    assert bool(cycles) == bool(left)
    for cycle in cycles:
        assert all(b in names[a] for a, b in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
