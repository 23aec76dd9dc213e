"""What every command does with files: read a company's answers, write a result whole or not at all."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import click

from assessments.answer_files import AnswerFile, AnswerFileError, read_answer_file
from assessments.loading import load_questionnaire
from assessments.models import Questionnaire
from assessments.problems import ContentProblems
from reporting.enclosures import Enclosures
from scoring.diagnosis import diagnose
from scoring.findings import Diagnosis
from scoring.roadmap import DEFAULT_CAPACITY, Capacity

BAD_INPUT = 2


@dataclass(frozen=True)
class Case:
    """A company from a file of answers, diagnosed."""

    diagnosis: Diagnosis
    enclosures: Enclosures
    """The targets and the capacity that the file names."""


def get_content() -> Questionnaire:
    """The questionnaire; ends the program with every problem named when the content is broken."""
    try:
        return load_questionnaire()
    except ContentProblems as problems:
        fail(f"{problems}\nThe content has problems: henkaku check lists them.")


def read_file(path: Path) -> AnswerFile:
    """A file of answers; ends the program with everything that is wrong in it."""
    try:
        return read_answer_file(path, get_content())
    except AnswerFileError as error:
        fail(str(error))


def read_case(path: Path) -> Case:
    """The company in a file of answers; ends the program with everything that is wrong in it."""
    found = read_file(path)
    return Case(
        diagnose(get_content(), found.answers, found.profile),
        Enclosures(capacity=read_capacity(found), targets=found.targets),
    )


def read_capacity(found: AnswerFile) -> Capacity:
    """The capacity a file names, else the usual one."""
    time = found.team_time
    return DEFAULT_CAPACITY if time is None else Capacity(time.people, time.hours_a_week)


def echo_json(data: Any) -> None:
    """Write data to standard output, Japanese readable."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; ends the program when it cannot be written."""
    try:
        with _temporary_beside(path) as temporary:
            temporary.write_bytes(data)
            temporary.replace(path)
    except OSError as error:
        fail(f"{path}: cannot be written: {error.strerror}")


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


def fail(message: str) -> NoReturn:
    """Say on standard error what is wrong with the input, and end the program."""
    click.echo(message, err=True)
    sys.exit(BAD_INPUT)
