"""The command that writes the implementation kit."""

from datetime import date
from pathlib import Path

import click

from assessments.models import LANGUAGES, KitDocumentId, Language
from commands.files import fail, read_case, write_file
from reporting.kit import KIT_DOCUMENTS, KIT_IDS, KitDocument, render_document, render_zip
from reporting.kit.case import KitCase


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True,
              help="A name ending in .zip, or a folder.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
@click.option("--only", "ids", type=click.Choice(KIT_IDS), multiple=True,
              help="This document; can be given several times.")  # fmt: skip
def kit(file: Path, output: Path, lang: Language, ids: tuple[KitDocumentId, ...]) -> None:
    """Write the working documents for the company in FILE, filled in, into a ZIP or a folder."""
    found = read_case(file)
    case = KitCase(found.diagnosis, lang, date.today(), found.enclosures)
    documents = [document for document in KIT_DOCUMENTS if not ids or document.id in ids]
    if output.suffix.lower() == ".zip":
        written = render_zip(case, [document.id for document in documents])
        write_file(output, written)
        click.echo(f"{output}: {len(documents)} documents, {len(written) // 1024} KB")
        return
    _write_folder(output, case, documents)


def _write_folder(folder: Path, case: KitCase, documents: list[KitDocument]) -> None:
    """Write each document as a file; none when one of them is there already, perhaps edited by hand."""
    paths = {document: folder / document.archive_name for document in documents}
    for path in paths.values():
        if path.exists():
            fail(f"{path}: the file exists already — choose another folder, so that nothing edited is lost")
    rendered = {path: render_document(document.id, case) for document, path in paths.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{folder}: cannot be made: {error.strerror}")
    for path, data in rendered.items():
        write_file(path, data)
        click.echo(f"{path}: {len(data) // 1024} KB")
