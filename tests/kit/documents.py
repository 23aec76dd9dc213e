"""What the tests of the kit share: cases, and all the text of a Word document."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from assessments.answer_files import read_answers
from assessments.models import KitDocumentId, Language
from reporting.enclosures import NOTHING, Enclosures
from reporting.kit import KIT_DOCUMENTS, render_document
from reporting.kit.case import KitCase
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from tests.reporting.cases import build_companies, build_hostile_company, questionnaire

MADE_ON = date(2026, 6, 12)
EXAMPLES = tuple(sorted((Path(__file__).parents[2] / "examples").glob("*.yaml")))
WORD_IDS = tuple(document.id for document in KIT_DOCUMENTS if document.form == "docx")


@cache
def read_example(name: str) -> Diagnosis:
    """The diagnosis of an example."""
    path = next(path for path in EXAMPLES if path.stem == name)
    profile, answers = read_answers(path, questionnaire())
    return diagnose(questionnaire(), answers, profile)


@cache
def build_cases() -> dict[str, Diagnosis]:
    """Every example, companies at the ends of every scale, and one that types whatever does harm."""
    names = ("nothing answered", "all 0", "all 5", "quick")
    made_up = {name: build_companies()[name] for name in names}
    examples = {path.stem: read_example(path.stem) for path in EXAMPLES}
    return {**examples, **made_up, "hostile": build_hostile_company()}


def case_of(diagnosis: Diagnosis, language: Language = "ja", enclosures: Enclosures = NOTHING) -> KitCase:
    """A case made on the same day as all others."""
    return KitCase(diagnosis, language, MADE_ON, enclosures)


@cache
def render(name: str, document: KitDocumentId, language: Language) -> bytes:
    """A document of one of the cases."""
    return render_document(document, case_of(build_cases()[name], language))


def open_word(data: bytes) -> Any:
    """A Word document, opened."""
    return Document(BytesIO(data))


def read_lines(data: bytes) -> list[str]:
    """Every paragraph of a Word document, in cells, headers and footers too."""
    document = open_word(data)
    parts = [document.element.body]
    for section in document.sections:
        parts += [part._element for part in (section.header, section.footer, section.first_page_footer)]
    names = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{names}t"))
        for part in parts
        for paragraph in part.iter(f"{names}p")
    ]


def read_text(data: bytes) -> str:
    """The same in one string."""
    return "\n".join(read_lines(data))
