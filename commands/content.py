"""Commands about the questions: list them, check them, write them out to be answered."""

import sys
from pathlib import Path

import click

from assessments.answer_files import write_blank_answers
from assessments.loading import CONTENT_FOLDER, find_problems
from assessments.models import LANGUAGES, Language
from commands.files import echo_json, fail, get_content, write_file
from reporting.json_export import describe_questions

_LANGUAGE = click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
@_LANGUAGE
def new(output: Path, lang: Language) -> None:
    """Write a blank answers file with every question as a comment."""
    if output.exists():
        fail(f"{output}: the file exists already — choose another name, so that no answers are lost")
    write_file(output, write_blank_answers(get_content(), lang).encode())
    click.echo(f"{output}: fill in the levels, then: henkaku report {output} -o report.pdf")


@click.command()
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


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Everything about each question, as JSON.")
@_LANGUAGE
def questions(as_json: bool, lang: Language) -> None:
    """List the questions."""
    content = get_content()
    if as_json:
        echo_json(describe_questions(content))
        return
    for question in content.questions:
        click.echo(f"{content.number(question.id):>2}  {question.id:<22} {question.text.get(lang)}")
