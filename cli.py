"""`henkaku`: answer files in, verdicts and reports out, and the server for the browser.

Exit codes: 0 done; 1 `check` or `doctor` found something; 2 bad input, with one message on stderr.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from assessments.answer_files import AnswerFileError, read_answers, write_blank_answers
from assessments.answers import AnswerSet, Profile
from assessments.loading import CONTENT_FOLDER, find_problems, load_questionnaire
from assessments.models import LANGUAGES, Language, Questionnaire
from assessments.problems import ContentProblems
from reporting.exports.forms import FORMS, SlideShape, write_form
from reporting.json_export import describe_questions, to_json
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis, Measure

BAD_INPUT = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="henkaku")
def main() -> None:
    """Diagnose how far a BtoB marketing organisation has come in its transformation."""


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve(port: int, host: str) -> None:
    """Start the app for the browser."""
    from ui.server import serve as run_server

    run_server(port=port, host=host)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
def demo(file: Path, port: int, lang: Language) -> None:
    """Start the app on the answers in FILE and a workshop to practise, in a database of its own."""
    from services import connect
    from services.demo import open_example, open_rehearsal
    from ui.server import serve as run_server

    profile, answers = _read(file)
    with tempfile.TemporaryDirectory(prefix="henkaku-demo-") as folder:
        os.environ["HENKAKU_DATA"] = folder
        store = connect()
        token = open_example(store, profile, answers, lang)
        facilitator = open_rehearsal(store, profile, lang)
        store.close()
        base = f"http://127.0.0.1:{port}"
        click.echo(f"{profile.name}")
        click.echo(f"  result:   {base}/result?t={token}&lang={lang}")
        click.echo(f"  workshop: {base}/host?h={facilitator}&lang={lang}  (simulated people, to practise)")
        run_server(port=port, host="127.0.0.1")


@main.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
def new(output: Path, lang: Language) -> None:
    """Write a blank answers file with every question as a comment."""
    if output.exists():
        _fail(f"{output}: the file exists already — choose another name, so that no answers are lost")
    _write(output, write_blank_answers(_content(), lang).encode())
    click.echo(f"{output}: fill in the levels, then: henkaku report {output} -o report.pdf")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=CONTENT_FOLDER)
def check(folder: Path) -> None:
    """List every problem of the content in FOLDER with file, line, field and how to mend it."""
    problems = find_problems(folder)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} problem(s) in {folder}")
        sys.exit(1)
    click.echo(f"{folder}: no problems")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Everything about each question, as JSON.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
def questions(as_json: bool, lang: Language) -> None:
    """List the questions."""
    content = _content()
    if as_json:
        _echo_json(describe_questions(content))
        return
    for question in content.questions:
        click.echo(f"{content.number(question.id):>2}  {question.id:<22} {question.text.get(lang)}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The whole diagnosis as JSON.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
def score(file: Path, as_json: bool, lang: Language) -> None:
    """Score the answers in FILE."""
    diagnosis = _diagnose(file)
    if as_json:
        _echo_json(to_json(diagnosis))
        return
    for line in _summarise(diagnosis, lang):
        click.echo(line)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
@click.option("--slides", type=click.Choice(("wide", "a4")), default="wide", show_default=True,
              help="Shape of the slides: 16:9, or A4.")  # fmt: skip
def report(file: Path, output: Path, lang: Language, slides: SlideShape) -> None:
    """Write the report on the answers in FILE; OUTPUT ends in .pdf, .xlsx, .pptx, .html or .json."""
    from reporting.pdf import RenderError

    form = next((form for form in FORMS if output.suffix.lower() == f".{form}"), None)
    if form is None:
        endings = ", ".join(f".{form}" for form in FORMS)
        _fail(f"{output}: its ending says what to write, one of {endings}")
    diagnosis = _diagnose(file)
    try:
        written = write_form(form, diagnosis, lang, date.today(), slides)
    except RenderError as error:
        _fail(f"{file}: the report could not be rendered: {error}")
    _write(output, written)
    click.echo(f"{output}: {len(written) // 1024} KB")


@main.command()
def doctor() -> None:
    """Show where data lies, and check fonts, native libraries and the database."""
    from services.doctor import examine

    checks = examine()
    for item in checks:
        sign = "ok  " if item.ok else "FAIL" if item.needed else "warn"
        click.echo(f"{sign} {item.name}: {item.detail}")
        if item.mend:
            click.echo(f"     {item.mend}")
    if not all(item.ok or not item.needed for item in checks):
        sys.exit(1)


def _content() -> Questionnaire:
    try:
        return load_questionnaire()
    except ContentProblems as problems:
        _fail(f"{problems}\nThe content has problems: henkaku check lists them.")


def _read(file: Path) -> tuple[Profile, AnswerSet]:
    try:
        return read_answers(file, _content())
    except AnswerFileError as error:
        _fail(str(error))


def _diagnose(file: Path) -> Diagnosis:
    profile, answers = _read(file)
    return diagnose(_content(), answers, profile)


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


def _echo_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        with _temporary_beside(path) as temporary:
            temporary.write_bytes(data)
            temporary.replace(path)
    except OSError as error:
        _fail(f"{path}: cannot be written: {error.strerror}")


@contextmanager
def _temporary_beside(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    temporary = Path(name)
    try:
        temporary.chmod(0o644)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(BAD_INPUT)


if __name__ == "__main__":
    main()
