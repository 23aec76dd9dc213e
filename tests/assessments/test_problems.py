from assessments.problems import ContentProblems, Problem, show_value, suggest


def test_a_problem_reads_as_file_line_field_message_and_mend() -> None:
    problem = Problem("strategy.yaml", 12, "title.en", "it is missing", "add `en:`")
    assert str(problem) == "strategy.yaml:12: title.en: it is missing — add `en:`"


def test_a_problem_of_a_whole_file_has_neither_line_nor_field() -> None:
    assert (
        str(Problem("a.yaml", None, "", "it does not exist", "add it"))
        == "a.yaml: it does not exist — add it"
    )


def test_a_problem_stays_on_one_line_whatever_is_quoted_in_it() -> None:
    text = str(Problem("a.yaml", 1, "x\ny", "bad \x1b[31m\u2028value", "mend\r\nit"))
    assert len(text.splitlines()) == 1
    assert text.isprintable()


def test_content_problems_carry_all_of_them_and_say_each_on_a_line() -> None:
    first, second = Problem("a", 1, "", "one", ""), Problem("b", 2, "", "two", "")
    error = ContentProblems(iter([first, second]))
    assert error.problems == (first, second)
    assert str(error) == "a:1: one\nb:2: two"


def test_values_are_quoted_short() -> None:
    assert show_value("x" * 1000) == '"' + "x" * 58 + "…"
    assert show_value(True) == "true"
    assert show_value(None) == "an empty value"


def test_the_nearest_known_word_is_suggested() -> None:
    assert suggest("anwsers", ["answers", "company"]) == "did you mean `answers`?"
    assert suggest("zzz", ["b", "a"]) == "use one of `a`, `b`"
    assert suggest("zzz", [f"q{n}" for n in range(50)]) == "use one of the 50 that exist, such as `q0`"
    assert suggest("zzz", []) == "remove it"
