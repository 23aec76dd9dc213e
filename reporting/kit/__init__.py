"""The implementation kit: working documents filled in from one company's diagnosis."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import Literal, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assessments.models import KitDocumentId, Language
from i18n.text import translate
from reporting.exports.words import clean_line
from reporting.kit.case import KitCase
from reporting.kit.findings import find_answered
from reporting.kit.words import Words

DocumentForm = Literal["docx", "xlsx"]


@dataclass(frozen=True)
class KitDocument:
    """One document of the kit."""

    id: KitDocumentId
    form: DocumentForm
    module: str
    """Has `render(case: KitCase) -> bytes`; imported when first asked for."""

    @property
    def number(self) -> int:
        """Its place in the kit, from 1."""
        return KIT_DOCUMENTS.index(self) + 1

    @property
    def archive_name(self) -> str:
        """Its file's name in the ZIP: ASCII, so that every program unpacks it as it is."""
        return f"{self.number:02}_{self.id}.{self.form}"

    def title(self, language: Language) -> str:
        """What the document is called."""
        return Words("documents", language).say(f"{self.id}.title")

    def about(self, language: Language) -> str:
        """What it is for, in one sentence."""
        return Words("documents", language).say(f"{self.id}.about")

    def file_name(self, language: Language) -> str:
        """A readable name for the file on its own."""
        return f"{self.title(language)}.{self.form}"


def _sheet(document: KitDocumentId) -> KitDocument:
    return KitDocument(document, "xlsx", f"reporting.kit.sheets.{document}")


def _word(document: KitDocumentId) -> KitDocument:
    return KitDocument(document, "docx", f"reporting.kit.word.{document}")


KIT_DOCUMENTS: tuple[KitDocument, ...] = (
    _sheet("kpi_sheet"),
    _sheet("lead_definition"),
    _word("sla"),
    _word("handover_rules"),
    _word("meetings"),
    _sheet("data_items"),
    _word("entry_rules"),
    _sheet("content_map"),
    _word("role_charter"),
    _word("board_one_pager"),
)
KIT_IDS: tuple[KitDocumentId, ...] = tuple(document.id for document in KIT_DOCUMENTS)


def find_document(document_id: KitDocumentId) -> KitDocument:
    """The document with this id."""
    return next(document for document in KIT_DOCUMENTS if document.id == document_id)


def render_document(document_id: KitDocumentId, case: KitCase) -> bytes:
    """One document as a whole file; the same case gives the same bytes."""
    module = import_module(find_document(document_id).module)
    return cast(bytes, module.render(case))


def render_zip(case: KitCase, ids: Sequence[KitDocumentId] | None = None) -> bytes:
    """The kit, or some of its documents, in a ZIP with a list of contents; the same case, the same bytes."""
    documents = [document for document in KIT_DOCUMENTS if ids is None or document.id in ids]
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_entry(case, "00_contents.txt"), _list_contents(case, documents))
        for document in documents:
            archive.writestr(_entry(case, document.archive_name), render_document(document.id, case))
    return target.getvalue()


def _entry(case: KitCase, name: str) -> ZipInfo:
    day = case.made_on
    entry = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _list_contents(case: KitCase, documents: Sequence[KitDocument]) -> bytes:
    """What lies in the ZIP and which finding each file answers; with a mark that Windows reads as UTF-8."""
    maker = clean_line(case.brand.firm) or case.wording.say("mark")
    date = case.wording.write_date(case.made_on)
    lines = [
        translate("kit.contents.title", case.language, company=case.company),
        translate("kit.contents.made", case.language, date=date, maker=maker),
        "",
    ]
    for document in documents:
        lines += [document.archive_name, f"  {document.title(case.language)}"]
        lines += [f"  {document.about(case.language)}", f"  {find_answered(case, document.id).text}", ""]
    return "\r\n".join(lines).encode("utf-8-sig")
