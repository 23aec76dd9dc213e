"""Loads the content of an assessment, or says everything that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assessments.content_files import KINDS, Actions, Figures, Frame, Patterns, Sources
from assessments.content_index import ContentIndex
from assessments.cross_checks import cross_check
from assessments.document import Document
from assessments.models import Content, Dimension, Organisation, Questionnaire
from assessments.problems import ContentProblems, Problem
from assessments.shape import check_shape
from assessments.yaml_source import read_yaml

CONTENT_FOLDER = Path(__file__).parent / "b2b_marketing"
"""The content that comes with Henkaku."""

# What may lie beside the content without being part of it.
_COMPANIONS = ("README", "LICENSE", "NOTICE", "__init__.py", "__pycache__")


def load_questionnaire(folder: Path | None = None) -> Questionnaire:
    """The questionnaire of a content folder. Raises ContentProblems with every problem in it."""
    reading = _read_folder(folder or CONTENT_FOLDER)
    if reading.problems:
        raise ContentProblems(reading.problems)
    return reading.build()


def find_problems(folder: Path) -> list[Problem]:
    """Everything that is wrong in a content folder, file by file and line by line; empty when it is sound."""
    return _read_folder(folder).problems


@dataclass
class _Reading:
    """What was found in a content folder."""

    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    models: list[Content] = field(default_factory=list)

    def pick(self, model: type[Content]) -> Iterator[Content]:
        return (found for found in self.models if isinstance(found, model))

    def build(self) -> Questionnaire:
        """The questionnaire; only for a reading without problems."""
        values: dict[str, object] = {"dimensions": tuple(self.pick(Dimension))}
        values["organisation"] = next(self.pick(Organisation))
        for kind in (Frame, Sources, Patterns, Actions, Figures):
            found = next(self.pick(kind))
            values |= {name: getattr(found, name) for name in kind.model_fields}
        return Questionnaire.model_validate(values)


def _read_folder(folder: Path) -> _Reading:
    reading = _Reading()
    if not folder.is_dir():
        problem = Problem(str(folder), None, "", "there is no such folder", "give the folder of the content")
        reading.problems.append(problem)
        return reading
    for kind in KINDS:
        for name in kind.files:
            document, problems = read_yaml(folder / name)
            reading.problems += problems
            if document is None:
                continue
            reading.documents[name] = document
            model, problems = check_shape(document, kind.model)
            reading.problems += problems
            if model is not None:
                reading.models.append(model)
    reading.problems += cross_check(ContentIndex(str(folder), reading.documents))
    reading.problems += _find_foreign_files(folder)
    reading.problems = _sort(reading.problems, folder)
    return reading


def _find_foreign_files(folder: Path) -> Iterator[Problem]:
    """Files that nothing reads: most often a misspelt name."""
    expected = {folder / name for kind in KINDS for name in kind.files}
    for path in sorted((*folder.iterdir(), *(folder / "dimensions").glob("*"))):
        if path in expected or path == folder / "dimensions" or path.name.startswith((".", *_COMPANIONS)):
            continue
        yield Problem(str(path), None, "", "nothing reads this file", "remove it, or correct its name")


def _sort(problems: list[Problem], folder: Path) -> list[Problem]:
    """In the order of the files and their lines."""
    order = {str(folder / name): place for place, name in enumerate(n for kind in KINDS for n in kind.files)}
    return sorted(dict.fromkeys(problems), key=lambda p: (order.get(p.file, len(order)), p.file, p.line or 0))
