"""Commands that diagnose the answers in a file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from assessments.models import LANGUAGES, Language
from commands.files import echo_json, fail, read_case, write_file
from reporting.accent import describe_accent
from reporting.brand import Brand
from reporting.brand_file import BrandFileError, read_brand
from reporting.enclosures import Earlier
from reporting.exports.kinds import FORMS, SlideShape
from reporting.json_export import to_json
from scoring.findings import Diagnosis, Measure

_LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The whole diagnosis as JSON.")
@_LANGUAGE
def score(file: Path, as_json: bool, lang: Language) -> None:
    """Score the answers in FILE."""
    case = read_case(file)
    if as_json:
        echo_json(to_json(case.diagnosis, case.enclosures))
        return
    for line in _summarise(case.diagnosis, lang):
        click.echo(line)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@_LANGUAGE
@click.option("--slides", type=click.Choice(("wide", "a4")), default="wide", show_default=True,
              help="Shape of the slides: 16:9, or A4.")  # fmt: skip
@click.option("--before", type=click.Path(path_type=Path),
              help="Answers of an earlier round, to be compared with.")  # fmt: skip
@click.option("--before-date", type=click.DateTime(["%Y-%m-%d"]), help="The day of that earlier round.")
@click.option("--brand", type=click.Path(path_type=Path),
              help="YAML with firm, logo, accent and confidentiality of whoever hands it over.")  # fmt: skip
def report(
    file: Path,
    output: Path,
    lang: Language,
    slides: SlideShape,
    before: Path | None,
    before_date: datetime | None,
    brand: Path | None,
) -> None:
    """Write the report on the answers in FILE; OUTPUT ends in .pdf, .xlsx, .pptx, .html or .json."""
    from reporting.pdf import RenderError, render_form

    form = next((form for form in FORMS if output.suffix.lower() == f".{form}"), None)
    if form is None:
        endings = ", ".join(f".{form}" for form in FORMS)
        fail(f"{output}: its ending says what to write, one of {endings}")
    case = read_case(file)
    enclosures = replace(case.enclosures, earlier=_read_earlier(before, before_date))
    if brand is not None:
        enclosures = replace(enclosures, brand=_read_brand(brand))
    try:
        written = render_form(form, case.diagnosis, lang, date.today(), slides, enclosures)
    except RenderError as error:
        fail(f"{file}: the report could not be rendered: {error}")
    write_file(output, written)
    click.echo(f"{output}: {len(written) // 1024} KB")


def _read_earlier(path: Path | None, day: datetime | None) -> Earlier | None:
    """The earlier round in a file; its day is the file's when none is given."""
    if path is None:
        return None
    diagnosis = read_case(path).diagnosis
    return Earlier(diagnosis, (day or datetime.fromtimestamp(path.stat().st_mtime)).date())


def _read_brand(path: Path) -> Brand:
    """The brand in a file; says on standard error what became of its accent."""
    try:
        brand, accent = read_brand(path)
    except BrandFileError as error:
        fail(str(error))
    for note in describe_accent(accent, "en") if accent else ():
        click.echo(f"{path}: accent: {note}", err=True)
    return brand


def _summarise(diagnosis: Diagnosis, language: Language) -> Iterator[str]:
    questionnaire = diagnosis.questionnaire
    yield f"{diagnosis.profile.name or '-'}  {_describe(diagnosis.overall)}"
    for dimension in questionnaire.dimensions:
        measure = diagnosis.dimensions[dimension.id]
        yield f"  {dimension.id:<10} {_describe(measure)}  {dimension.title.get(language)}"
    for state in ("present", "possible"):
        for finding in diagnosis.patterns_in(state):
            yield f"  {state:<8} {finding.pattern.id}: {finding.pattern.title.get(language)}"
    advice = diagnosis.organisation
    shares = ", ".join(f"{model} {share:.0%}" for model, share in advice.acceptability.items())
    yield f"  organisation: {advice.recommended} ({shares})"


def _describe(measure: Measure) -> str:
    score = "  -  " if measure.score is None else f"{measure.score:5.1f}"
    stage = "-" if measure.stage is None else str(measure.stage)
    low, high = measure.interval
    return f"{score} [{low:.1f}–{high:.1f}]  stage {stage}  coverage {measure.coverage:.0%}"
