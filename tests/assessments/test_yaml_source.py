import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments import yaml_values
from assessments.document import Document
from assessments.problems import Problem
from assessments.yaml_source import parse_yaml, read_yaml
from assessments.yaml_values import Limits


def parse(text: str) -> Document:
    document, problems = parse_yaml(text, "f.yaml")
    assert problems == []
    assert document is not None
    return document


def only_problem(text: str, limits: Limits | None = None) -> Problem:
    _, problems = parse_yaml(text, "f.yaml", limits)
    assert len(problems) == 1, problems
    return problems[0]


def test_only_numbers_null_and_true_or_false_are_more_than_text() -> None:
    text = (
        "[1, -2, 0.5, 1e3, true, false, null, ~, abc, '1', 010, 1_000, 0x1F, 1:30, 2024-01-01, .inf, 1e999]"
    )
    expected = (1, -2, 0.5, 1000.0, True, False, None, None, "abc", "1", "010", "1_000", "0x1F", "1:30")
    assert parse(text).value == (*expected, "2024-01-01", ".inf", "1e999")


def test_whole_numbers_stay_whole() -> None:
    assert [type(value) for value in parse("a: 1\nb: 1.0").value.values()] == [int, float]  # type: ignore[union-attr]


def test_a_number_of_many_digits_is_a_text() -> None:
    assert parse("9" * 10_000).value == "9" * 10_000


def test_lines_are_kept_for_keys_and_items() -> None:
    document = parse("a: 1\nb:\n  - x\n  - c: 2\n    d: |\n      long\n")
    assert document.line(("a",)) == 1
    assert document.line(("b",)) == 2
    assert document.line(("b", 1)) == 4
    assert document.line(("b", 1, "d")) == 5
    assert document.line(("b", 1, "absent")) == 4, "what is missing is reported where it belongs"


def test_lines_are_right_with_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    document, problems = read_yaml(path)
    assert problems == []
    assert document is not None
    assert document.value == {"a": 1, "b": 2}
    assert document.line(("b",)) == 2


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "No", "YES", "True", "FALSE", "y", "N"])
def test_a_word_that_may_mean_true_or_false_is_refused_as_key_and_as_value(word: str) -> None:
    problem = only_problem(f"a: 1\n{word}: 2")
    assert (problem.line, problem.field) == (2, word)
    assert f'quote it: "{word}"' in problem.mend
    problem = only_problem(f"a:\n  b: {word}")
    assert (problem.line, problem.field) == (2, "a.b")


def test_a_quoted_word_is_text() -> None:
    assert parse("\"no\": 'yes'").value == {"no": "yes"}


@pytest.mark.parametrize("key", ["1", "1.5", "true", "null", "~"])
def test_a_key_that_is_not_text_is_refused(key: str) -> None:
    problem = only_problem(f"a: 1\n{key}: 2")
    assert problem.line == 2
    assert problem.mend == f'put it in quotes: "{key}"'


def test_a_key_that_is_a_list_is_refused_and_the_rest_still_read() -> None:
    document, problems = parse_yaml("? [x, y]\n: 1\nb: no\n", "f.yaml")
    assert [problem.line for problem in problems] == [1, 3]
    assert document is not None


def test_a_key_that_comes_twice_is_refused_and_the_first_kept() -> None:
    document, problems = parse_yaml("a:\n  b: 1\n  c: 2\n  b: {x: no}\n", "f.yaml")
    assert [(p.line, p.field) for p in problems] == [(4, "a.b")]
    assert "first in line 2" in problems[0].message
    assert document is not None
    assert document.value == {"a": {"b": 1, "c": 2}}


def test_an_anchor_and_an_alias_are_refused() -> None:
    _, problems = parse_yaml("a: &x [1]\nb: *x\n&k c: 2\n", "f.yaml")
    assert [(p.line, p.field) for p in problems] == [(1, "a"), (2, "b"), (3, "c")]


def test_a_bomb_of_aliases_is_refused_without_being_expanded() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    document, problems = parse_yaml("\n".join(lines), "f.yaml")
    assert len(problems) == 60 + 2 * 59
    assert document is not None
    assert len(document.lines) < 250


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [x]", "!!str 1", "! x", "!own {a: 1}", "!!set {a}"]
)
def test_a_tag_is_refused(tag: str) -> None:
    problem = only_problem(f"a: 1\nb: {tag}")
    assert (problem.line, problem.field) == (2, "b")
    assert "a tag" in problem.message


def test_a_file_too_deep_is_refused() -> None:
    assert "deeper than 30" in only_problem("[" * 100_000).message
    parse("[" * 30 + "]" * 30)


def test_a_file_with_too_many_values_is_refused() -> None:
    assert "more than 10 values" in only_problem("[" + "1," * 20 + "]", Limits(values=10)).message
    assert "more than 10 values" in only_problem("{a: 1, a: [" + "1," * 20 + "]}", Limits(values=10)).message


def test_a_control_character_is_refused_with_its_line() -> None:
    problem = only_problem("a: 1\nb: x\x00y")
    assert problem.line == 2
    assert "U+0000" in problem.message
    assert only_problem("a: 1\nb: 'x\u2028y'").line == 2
    problem = only_problem('a: 1\nb: "\\x1b[31m"')
    assert (problem.line, problem.field) == (2, "b")


def test_broken_yaml_is_explained_with_its_line() -> None:
    problem = only_problem("a: 1\nb: text: more")
    assert problem.line == 2
    assert "in quotes" in problem.mend
    assert only_problem("a: 1\n\tb: 2").line == 2
    assert only_problem("a: [1,\nb: 2").line is not None


def test_a_second_document_is_refused() -> None:
    problem = only_problem("a: 1\n---\nb: 2")
    assert problem.line == 2
    assert "second document" in problem.message


def test_an_empty_file_has_no_value() -> None:
    assert parse("").value is None
    assert parse("# only a comment\n").value is None


def test_files_that_cannot_be_read_are_explained(tmp_path: Path) -> None:
    def explain(path: Path, limits: Limits | None = None) -> str:
        document, (problem,) = read_yaml(path, limits)
        assert document is None
        assert problem.file == str(path)
        return problem.message

    path = tmp_path / "f.yaml"
    assert explain(path) == "the file does not exist"
    assert explain(tmp_path) == "this is not a file"
    path.write_text("a: 1")
    assert explain(path, Limits(size=3)) == "the file is larger than 3e-06 MB"
    path.write_bytes(b"a: 1\nb: \xff\n")
    assert explain(path) == "the file is not UTF-8 text"
    assert read_yaml(path)[1][0].line == 2
    os.mkfifo(tmp_path / "pipe")
    assert explain(tmp_path / "pipe") == "this is not a file"
    assert explain(Path("a\0b")) in (
        "the file does not exist",
        "the file cannot be read (embedded null byte)",
    )


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    with path.open("wb") as stream:
        stream.truncate(50_000_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    document, (problem,) = read_yaml(path)
    assert document is None
    assert "larger than 2 MB" in problem.message


@settings(max_examples=300, deadline=None)
@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"#%@?,~ \n\t0no", max_size=60))
def test_any_text_gives_a_document_or_problems(text: str) -> None:
    document, problems = parse_yaml(text, "f.yaml")
    assert document is not None or problems


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@?,~ \n0\\xuUdn", max_size=40))
def test_the_slower_reader_of_pure_python_finds_the_same(text: str) -> None:
    fast, _ = parse_yaml(text, "f.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_values, "_LOADER", yaml.SafeLoader)
        slow, problems = parse_yaml(text, "f.yaml")
    assert slow is not None or problems
    if fast is not None and slow is not None:
        assert fast.value == slow.value


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _freeze(value: object) -> object:
    if isinstance(value, dict):
        return {key: _freeze(item) for key, item in value.items()}
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


@settings(max_examples=200, deadline=None)
@given(_values)
def test_what_is_written_without_anchors_reads_back_the_same(value: object) -> None:
    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    # Quoted, because PyYAML leaves some texts bare that YAML 1.2 reads as numbers, such as 0E0.
    Plain.add_representer(
        str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, '"')
    )
    text = yaml.dump(value, Dumper=Plain, allow_unicode=True)
    document, problems = parse_yaml(text, "f.yaml")
    if not problems:
        assert document is not None
        assert document.value == _freeze(value)
