"""A small, sound content folder in which each test breaks one thing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessments.loading import find_problems, load_questionnaire
from assessments.models import DIMENSIONS, Questionnaire
from assessments.problems import Problem

SPOKEN = "{ja: 〜である。, ja_polite: 〜です。, en: It is so.}"


def _text(words: str) -> str:
    return f"{{ja: {words}の日本語, en: {words} in English}}"


def _question(number: int) -> str:
    levels = "\n".join(f"          - {_text(f'level {number}.{level}')}" for level in range(6))
    return f"""\
      - id: q{number}
        kind: capability
        side: design
        weight: 1
        quick: true
        sources: [A{number:02}]
        answered_best_by: [marketing]
        title: {_text(f"title {number}")}
        text: {_text(f"text {number}")}
        help: {_text(f"help {number}")}
        levels:
{levels}
"""


def _dimension(name: str, first: int) -> str:
    parts = [f"id: {name}\ntitle: {_text(name)}\nabout: {SPOKEN}\ncapabilities:\n"]
    for number in range(first, first + 3):
        parts.append(f"  - id: c{number}\n    title: {_text(f'capability {number}')}\n    questions:\n")
        parts.append(_question(number))
    return "".join(parts)


def _action(number: int) -> str:
    earlier = f"[a{number - 1}]" if number > 1 else "[]"
    return f"""\
  - id: a{number}
    lifts: [{{question: q{number}, to: 3}}]
    prerequisites: {earlier}
    owner: executive
    effort_days: 2
    weeks: 3
    title: {_text("do")}
    why: {_text("because")}
    first_step: {_text("begin")}
    done_when: {_text("done")}
"""


_FRAME = (
    f'id: sample\nversion: "1.0"\ntitle: {_text("sample")}\nlevels:\n'
    + "".join(f"  - {{name: {_text(f'rung {n}')}, meaning: {_text(f'meaning {n}')}}}\n" for n in range(6))
    + f"owners:\n  - {{id: executive, title: {_text('executive')}}}\n"
)

_PATTERNS = f"""\
patterns:
  - id: p1
    severity: 3
    sources: [A.f1]
    rule:
      all:
        - {{question: q1, at_most: 1}}
        - any:
            - {{question: q2, at_least: 3}}
            - {{mean: [q3, q4], at_least: 2}}
        - count:
            - {{question: q5, at_most: 1}}
            - {{question: q6, at_most: 1}}
          at_least: 2
    title: {_text("pattern")}
    finding: {SPOKEN}
    symptoms: [{_text("one")}, {_text("two")}]
    consequence: {SPOKEN}
    countermeasure: {SPOKEN}
    room_question: {_text("room")}
    decision: {_text("decide")}
    decided_by: executive
    decided_within_days: 30
    breaks: [a1]
    figures: []
"""

_MODEL = """\
  - id: {name}
    title: {text}
    about: {text}
    strengths: [{text}, {text}]
    weaknesses: [{text}, {text}]
    fits: {text}
    needs: [q1, q2]
"""

_CRITERION = f"""\
  - id: {{name}}
    axis: {{name}}_axis
    input: {{name}}
    sources: [A.org]
    title: {_text("criterion")}
    asked_because: {SPOKEN}
    low: {_text("low")}
    high: {_text("high")}
    curves:
      centralized: [[1, 1], [3, 0.5]]
      distributed: [[1, 0], [3, 0.5]]
      hybrid: [[1, 0.5], [3, 0.5]]
"""

_BAND = f"""\
  - id: {{name}}
    sources: [A.org]
    title: {_text("band")}
    advice: {SPOKEN}
    roles: [{{{{title: {_text("r")}, does: {_text("d")}}}}}, {{{{title: {_text("s")}, does: {_text("e")}}}}}]
"""


def _organisation() -> str:
    models = (_MODEL.format(name=m, text=_text("m")) for m in ("centralized", "distributed", "hybrid"))
    criteria = (
        _CRITERION.replace("{name}", name).replace("{{", "{").replace("}}", "}")
        for name in ("products", "employees")
    )
    axes = (f"  - {{id: {name}_axis, title: {_text('axis')}}}\n" for name in ("products", "employees"))
    band = _BAND.replace("{name}", "large").replace("{{", "{").replace("}}", "}")
    small = band.replace("id: large", "id: small\n    max_employees: 50")
    parts = ("models:\n", *models, "axes:\n", *axes, "criteria:\n", *criteria, "role_bands:\n", small, band)
    return "".join(parts)


def _write_sample(folder: Path) -> None:
    sources = [*(f"A{number:02}" for number in range(1, 13)), "A.f1", "A.org", "A.g1"]
    files = {
        "questionnaire.yaml": _FRAME,
        "sources.yaml": "sources:\n"
        + "".join(f"  - {{id: {s}, title: {_text('entry')}}}\n" for s in sources),
        "patterns.yaml": _PATTERNS,
        "organisation.yaml": _organisation(),
        "actions.yaml": "actions:\n" + "".join(_action(number) for number in range(1, 13)),
        "figures.yaml": f"""\
figures:
  - id: A.g1
    value: {_text("26.3%")}
    statement: {SPOKEN}
    publisher: {_text("publisher")}
    year: 2025
    questions: [q1]
""",
    }
    for place, dimension in enumerate(DIMENSIONS):
        files[f"dimensions/{dimension}.yaml"] = _dimension(dimension, 1 + 3 * place)
    files["dimensions/strategy.yaml"] = files["dimensions/strategy.yaml"].replace("[A01]", "[A01, A.f1]")
    (folder / "dimensions").mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


class Sample:
    """A content folder on disk that a test changes and then checks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _write_sample(folder)

    def read(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        """Replaces the first place where a text stands; it has to be there."""
        text = self.read(file)
        assert old in text, f"{old!r} is not in {file}"
        (self.folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def line(self, file: str, marker: str) -> int:
        """The line a marker first stands on, from 1."""
        text = self.read(file)
        assert marker in text, f"{marker!r} is not in {file}"
        return text[: text.index(marker)].count("\n") + 1

    def problems(self) -> list[Problem]:
        return find_problems(self.folder)

    def only_problem(self) -> Problem:
        problems = self.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    return Sample(tmp_path / "content")


@pytest.fixture(scope="session")
def questionnaire(tmp_path_factory: pytest.TempPathFactory) -> Questionnaire:
    """The sample as a questionnaire of twelve questions, `q1` to `q12`, called `sample` version 1.0."""
    folder = tmp_path_factory.mktemp("sample") / "content"
    _write_sample(folder)
    return load_questionnaire(folder)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Writes a file of answers and gives its path."""

    def write_file(text: str | bytes) -> Path:
        path = tmp_path / "answers.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_file
