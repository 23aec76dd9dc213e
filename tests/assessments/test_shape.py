"""Every kind of mistake within a file: reported once, at its line, with its mend."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.content_files import KINDS
from assessments.loading import CONTENT_FOLDER
from assessments.shape import check_shape
from assessments.yaml_source import parse_yaml

STRATEGY = "dimensions/strategy.yaml"

# fmt: off
MISTAKES = {
    "a key that does not exist": (
        STRATEGY, "kind: cap", "kinds: cap", "kinds:", "capabilities[0].questions[0].kinds",
        "unknown key", "`kind`",
    ),
    "a word that is not one of the choices": (
        STRATEGY, "kind: capability\n", "kind: capabilty\n", "capabilty",
        "capabilities[0].questions[0].kind", "not known", "did you mean `capability`?",
    ),
    "a number out of range": (
        STRATEGY, "weight: 1", "weight: 4", "weight: 4", "capabilities[0].questions[0].weight", "4",
        "from 1 to 3",
    ),
    "a number in quotes": (
        STRATEGY, "weight: 1", "weight: '1'", "weight: '1'", "capabilities[0].questions[0].weight",
        "is a text", "without quotes",
    ),
    "a number that is not whole": (
        STRATEGY, "weight: 1", "weight: 1.5", "weight: 1.5", "capabilities[0].questions[0].weight",
        "1.5", "whole",
    ),
    "a YAML 1.1 boolean as a value": (
        STRATEGY, "quick: true", "quick: yes", "quick: yes", "capabilities[0].questions[0].quick",
        "true or false", "quote it",
    ),
    "a number instead of true or false": (
        STRATEGY, "quick: true", "quick: 1", "quick: 1", "capabilities[0].questions[0].quick", "1",
        "true or false",
    ),
    "a YAML 1.1 boolean as a key": (
        STRATEGY, "quick: true", "no: true", "no: true", "capabilities[0].questions[0].no",
        "true or false", 'quote it: "no"',
    ),
    "a key that comes twice": (
        STRATEGY, "kind: capability", "kind: capability\n        side: design",
        "side: design\n        weight", "capabilities[0].questions[0].side", "comes twice", "keep one",
    ),
    "a missing Japanese text": (
        STRATEGY, "ja: title 1の日本語, ", "", "title 1 in", "capabilities[0].questions[0].title.ja",
        "the Japanese text is missing", "add `ja:`",
    ),
    "a missing English text of one level": (
        STRATEGY, ", en: level 1.3 in English", "", "level 1.3",
        "capabilities[0].questions[0].levels[3].en", "the English text is missing", "add `en:`",
    ),
    "a text left empty": (
        STRATEGY, "en: text 1 in English", "en: ", "text 1の", "capabilities[0].questions[0].text.en",
        "empty value", "write a text",
    ),
    "a text of spaces": (
        STRATEGY, "en: text 1 in English", "en: '  '", "text 1の",
        "capabilities[0].questions[0].text.en", "the text is empty", "write it",
    ),
    "a text of nothing in quotes": (
        STRATEGY, "en: text 1 in English", "en: ''", "text 1の", "capabilities[0].questions[0].text.en",
        "the text is empty", "write it",
    ),
    "a number instead of a text": (
        STRATEGY, "en: text 1 in English", "en: 26", "text 1の", "capabilities[0].questions[0].text.en",
        "26 is read as a number", 'put it in quotes: "26"',
    ),
    "a comma in a text without quotes": (
        STRATEGY, "text 1 in English", "one, two", "text 1の", "capabilities[0].questions[0].text.two",
        "unknown key `two`", "a comma ends it",
    ),
    "a missing polite text": (
        STRATEGY, " ja_polite: 〜です。,", "", "about:", "about.ja_polite", "です・ます", "add `ja_polite:`",
    ),
    "one text instead of two languages": (
        STRATEGY, "{ja: help 1の日本語, en: help 1 in English}", "look there", "look there",
        "capabilities[0].questions[0].help", '"look there" does not belong', "`ja:`, `en:`",
    ),
    "five levels": (
        STRATEGY, "          - {ja: level 1.5の日本語, en: level 1.5 in English}\n", "", "levels:",
        "capabilities[0].questions[0].levels", "exactly 6 entries belong here, found 5", "add",
    ),
    "seven levels": (
        STRATEGY, "        levels:\n", "        levels:\n          - {ja: あ, en: a}\n", "levels:",
        "capabilities[0].questions[0].levels", "exactly 6 entries belong here, found 7", "remove",
    ),
    "an empty list": (
        STRATEGY, "answered_best_by: [marketing]", "answered_best_by: []", "answered_best_by: []",
        "capabilities[0].questions[0].answered_best_by", "at least 1", "add",
    ),
    "a word instead of a list": (
        STRATEGY, "answered_best_by: [marketing]", "answered_best_by: marketing",
        "answered_best_by: marketing", "capabilities[0].questions[0].answered_best_by",
        '"marketing" does not belong', "a list",
    ),
    "a missing key": (
        STRATEGY, "        side: design\n", "", "- id: q1", "capabilities[0].questions[0].side",
        "missing", "`design` or `implementation`",
    ),
    "an id with other characters": (
        STRATEGY, "id: c1", "id: C-1", "id: C-1", "capabilities[0].id", "C-1", "lower case",
    ),
    "a version that YAML reads as a number": (
        "questionnaire.yaml", 'version: "1.0"', "version: 1.0", "version", "version",
        "read as a number", '"1.0"',
    ),
    "a version of another form": (
        "questionnaire.yaml", 'version: "1.0"', "version: v1", "version", "version", "v1",
        'such as "1.0"',
    ),
    "a source id of another form": (
        "sources.yaml", "id: A.org", "id: F01", "id: F01", "sources[13].id", "F01", "id of a source",
    ),
    "a severity out of range": (
        "patterns.yaml", "severity: 3", "severity: 0", "severity", "patterns[0].severity", "0",
        "from 1 to 3",
    ),
    "a level out of range in a rule": (
        "patterns.yaml", "at_most: 1", "at_most: 6", "at_most: 6", "patterns[0].rule.all[0].at_most",
        "6", "0 to 5",
    ),
    "a misspelt kind of condition": (
        "patterns.yaml", "at_most: 1", "at_moost: 1", "at_moost", "patterns[0].rule.all[0]",
        "not a condition", "`at_most:`",
    ),
    "an unknown key in a condition": (
        "patterns.yaml", "at_least: 3}", "at_least: 3, of: 1}", "of: 1",
        "patterns[0].rule.all[1].any[0].of", "unknown key", "question",
    ),
    "a word instead of a condition": (
        "patterns.yaml", "{question: q1, at_most: 1}", "q1", "- q1", "patterns[0].rule.all[0]",
        "not a condition", "question",
    ),
    "a count that is not a number": (
        "patterns.yaml", "at_least: 2\n    title", "at_least: few\n    title", "few",
        "patterns[0].rule.all[2].at_least", "few", "a whole number of at least 1",
    ),
    "days out of range": (
        "patterns.yaml", "decided_within_days: 30", "decided_within_days: 365", "365",
        "patterns[0].decided_within_days", "365", "from 7 to 180",
    ),
    "a curve of a model that does not exist": (
        "organisation.yaml", "      hybrid: [[1", "      hybird: [[1", "hybird",
        "criteria[0].curves.hybird", "unknown key `hybird`", "`hybrid`",
    ),
    "a point of one number": (
        "organisation.yaml", "[[1, 1], [3, 0.5]]", "[[1, 1], [3]]", "[3]]",
        "criteria[0].curves.centralized[1]", "exactly 2 entries", "add",
    ),
    "a point that is not of numbers": (
        "organisation.yaml", "[[1, 1], [3, 0.5]]", "[[1, 1], [3, half]]", "half",
        "criteria[0].curves.centralized[1][1]", "half", "a number",
    ),
    "no effort at all": (
        "actions.yaml", "effort_days: 2", "effort_days: 0", "effort_days", "actions[0].effort_days",
        "0", "above 0",
    ),
    "a year in words": (
        "figures.yaml", "year: 2025", "year: last", "year", "figures[0].year", "last", "a whole number",
    ),
}
# fmt: on


@pytest.mark.parametrize(
    ("file", "old", "new", "marker", "field", "message", "mend"), MISTAKES.values(), ids=MISTAKES
)
def test_a_mistake_is_reported_at_its_line_with_its_mend(
    sample, file, old, new, marker, field, message, mend
) -> None:
    sample.change(file, old, new)
    problems = [p for p in sample.problems() if p.field == field]
    assert len(problems) == 1, "\n".join(map(str, sample.problems()))
    problem = problems[0]
    assert problem.file == str(sample.folder / file)
    assert problem.line == sample.line(file, marker)
    assert message in problem.message
    assert mend in problem.mend


def test_one_broken_question_hides_no_other(sample) -> None:
    sample.change(STRATEGY, "weight: 1", "weight: none")
    sample.change(STRATEGY, "{ja: level 1.2の日本語, en: level 1.2 in English}", "7")
    sample.change(STRATEGY, "en: title 2 in English", "en: ''")
    sample.change(STRATEGY, "sources: [A03]", "sources: [A99]")
    sample.change(STRATEGY, "- id: q3", "- id: q1")
    fields = [p.field for p in sample.problems() if p.file.endswith("strategy.yaml")]
    assert fields == [
        "capabilities[0].questions[0].weight",
        "capabilities[0].questions[0].levels[2]",
        "capabilities[1].questions[0].title.en",
        "capabilities[2].questions[0].id",
        "capabilities[2].questions[0].sources[0]",
    ]


def test_a_wrong_number_of_levels_is_reported_beside_a_broken_level(sample) -> None:
    extra = "".join(f"          - {{ja: 余{n}, en: more {n}}}\n" for n in range(2))
    sample.change(STRATEGY, "        levels:\n", "        levels:\n" + extra)
    sample.change(STRATEGY, ", en: level 1.0 in English", "")
    assert [(p.field, p.message) for p in sample.problems()] == [
        ("capabilities[0].questions[0].levels", "exactly 6 entries belong here, found 8"),
        ("capabilities[0].questions[0].levels[2].en", "the English text is missing"),
    ]


def test_what_follows_from_reported_yaml_is_not_reported_again(sample) -> None:
    sample.change(STRATEGY, "weight: 1", "weight: &w 1")
    sample.change(STRATEGY, "weight: 1", "weight: *w")
    assert [p.message for p in sample.problems()] == [
        "an anchor (&w) is not allowed",
        "an alias (*w) is not allowed",
    ]


_junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            st.sampled_from(["all", "any", "count", "mean", "question", "at_least", "ja", "x"]), inner
        )
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(_junk, st.sampled_from(["patterns.yaml", STRATEGY, "organisation.yaml"]), st.data())
def test_whatever_stands_in_place_of_a_value_is_a_problem_or_sound(value: object, file: str, data) -> None:
    kind = next(kind for kind in KINDS if file in kind.files)
    document, _ = parse_yaml((CONTENT_FOLDER / file).read_text(encoding="utf-8"), file)
    assert document is not None
    place = data.draw(st.sampled_from([path for path in document.lines if path]))
    spoilt = type(document)(document.file, _put(document.value, place, value), document.lines)
    model, problems = check_shape(spoilt, kind.model)
    assert (model is None) == bool(problems)


def _put(whole, path, value):
    if not path:
        return value
    if isinstance(whole, dict):
        return {key: _put(item, path[1:], value) if key == path[0] else item for key, item in whole.items()}
    return tuple(_put(item, path[1:], value) if i == path[0] else item for i, item in enumerate(whole))
