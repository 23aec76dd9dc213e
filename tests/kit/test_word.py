"""Every Word document, for every kind of company, in both languages."""

import re
from typing import Any

import pytest
from docx.shared import Mm

from assessments.models import KitDocumentId, Language, Text
from reporting.kit import find_document, render_document
from reporting.kit.word.filling import Filler, Filling
from reporting.kit.word.template import load_template
from reporting.kit.words import read_template
from tests.kit.documents import (
    MADE_ON,
    WORD_IDS,
    build_cases,
    case_of,
    open_word,
    read_lines,
    read_text,
    render,
)

LANGUAGES: tuple[Language, ...] = ("ja", "en")
BLANK = re.compile(r"＿+|__+")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_document = pytest.mark.parametrize("document", WORD_IDS)
every_case = pytest.mark.parametrize("name", build_cases())


@every_language
@every_document
@every_case
def test_opens_and_begins_with_company_title_and_reason(
    name: str, document: KitDocumentId, language: Language
) -> None:
    opened = open_word(render(name, document, language))
    title = find_document(document).title(language)
    styles = {paragraph.style.name: paragraph.text for paragraph in opened.paragraphs}
    assert styles["Title"] == title
    assert styles["Finding"]
    assert opened.paragraphs[0].text.startswith(case_of(build_cases()[name], language).company)
    assert opened.core_properties.title.startswith(title)
    assert opened.core_properties.language == {"ja": "ja-JP", "en": "en-GB"}[language]


@every_language
@every_document
@every_case
def test_no_placeholder_is_left(name: str, document: KitDocumentId, language: Language) -> None:
    typed = "{{ 7 * 7 }} {% raw %} ${x} %s {0}"
    text = read_text(render(name, document, language)).replace(typed, "")
    assert not re.search(r"\{\w+\}|\bNone\b|\bnan\b", text)


@every_language
@every_document
@every_case
def test_blanks_stand_only_where_the_company_decides(
    name: str, document: KitDocumentId, language: Language
) -> None:
    lines = read_lines(render(name, document, language))
    blanks = BLANK.findall("\n".join(lines))
    listed = " ".join(line for line in lines if "空欄は" in line or "left for you to decide" in line)
    decides = load_template(document).decides
    left = [key for key, item in decides.items() if item.get(language) in listed]
    words = str(read_template(document)["body"])
    # the template holds every text twice, once for each language
    assert len(blanks) == sum(words.count(f"{{{key}}}") for key in left) // 2


@every_document
def test_the_same_case_gives_the_same_bytes(document: KitDocumentId) -> None:
    diagnosis = build_cases()["company_b"]
    assert render_document(document, case_of(diagnosis)) == render_document(document, case_of(diagnosis))


@every_language
@every_document
def test_holds_no_other_company(document: KitDocumentId, language: Language) -> None:
    names = {"company_b": "B社", "org_chart_only": "みなと計測", "healthy": "ソラノミ"}
    for name, own in names.items():
        data = render(name, document, language)
        text = read_text(data) + open_word(data).core_properties.title
        assert own in text
        assert not any(other in text for other in names.values() if other != own)


@every_document
def test_what_people_type_stays_text(document: KitDocumentId) -> None:
    data = render("hostile", document, "ja")
    assert "株式会社とても長い名前の会社<b>&'\"👍" in read_text(data)
    body = open_word(data).element.body
    assert not body.findall(f".//{W}altChunk")
    assert not any("DDE" in (item.text or "") for item in body.iter(f"{W}instrText"))


@every_document
def test_is_a4_with_real_styles(document: KitDocumentId) -> None:
    opened = open_word(render("company_b", document, "ja"))
    section = opened.sections[0]
    assert (section.page_width, section.page_height) == (
        pytest.approx(Mm(210), abs=1000),
        pytest.approx(Mm(297), abs=1000),
    )
    assert any(paragraph.style.name == "Heading 1" for paragraph in opened.paragraphs)
    for table in opened.tables:
        assert table.style.name.startswith("Henkaku")
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    fonts = opened.styles["Normal"].element.rPr.find(f"{W}rFonts")
    assert fonts.get(f"{W}eastAsia") == "Yu Gothic"
    assert opened.core_properties.created.date() == MADE_ON


ORDER = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
         "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl"]  # fmt: skip


@every_document
def test_properties_stand_in_the_order_of_the_format(document: KitDocumentId) -> None:
    opened = open_word(render("workshop", document, "ja"))
    for root in (opened.element, opened.styles.element, opened.sections[0].footer._element):
        for properties in root.iter(f"{W}pPr"):
            tags = [child.tag.removeprefix(W) for child in properties if child.tag != f"{W}rPr"]
            places = [ORDER.index(tag) for tag in tags if tag in ORDER]
            assert places == sorted(places), tags


@every_document
def test_both_languages_have_the_same_placeholders(document: KitDocumentId) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict) and {"ja", "en"} <= set(node):
            found = [sorted(re.findall(r"\{\w+\}", node[language])) for language in LANGUAGES]
            assert found[0] == found[1], node
        elif isinstance(node, dict | list):
            for child in node.values() if isinstance(node, dict) else node:
                walk(child)

    walk(read_template(document))


@every_document
def test_tables_are_as_wide_as_the_text(document: KitDocumentId) -> None:
    for block in load_template(document).body:
        table = getattr(block, "table", None)
        if table is not None:
            assert sum(table.widths) == 100
            assert len(table.widths) == len(table.head)


def test_a_placeholder_that_nobody_fills_is_an_error() -> None:
    filler = Filler(case_of(build_cases()["company_b"]), load_template("sla"), Filling())
    with pytest.raises(KeyError):
        filler.read(Text(ja="{nobody}", en="{nobody}"))
