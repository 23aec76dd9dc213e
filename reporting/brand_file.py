"""Reads a brand from a YAML file, with its logo from a file beside it, or says what is wrong there."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from assessments.answers import Record
from assessments.document import Document
from assessments.problems import ContentProblems, Problem
from assessments.shape import check_shape
from assessments.yaml_source import read_yaml
from assessments.yaml_values import Limits
from reporting.accent import Accent, NoColour, settle_accent
from reporting.brand import CONFIDENTIALITY_LENGTH, FIRM_LENGTH, Brand, Logo
from reporting.brand_logo import BYTES, accept_logo
from reporting.brand_refusal import LogoRefused

_LIMITS = Limits(size=20_000)


class BrandFileError(ContentProblems):
    """A file with a brand cannot be used. `problems` lists what is wrong with it, line by line."""


class _BrandFile(Record):
    """What a file with a brand holds."""

    firm: Annotated[str, Field(min_length=1, max_length=FIRM_LENGTH)]
    logo: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    """Path of a PNG, JPEG or SVG, from the folder of this file."""
    accent: Annotated[str, Field(max_length=20)] | None = None
    confidentiality: Annotated[str, Field(max_length=CONFIDENTIALITY_LENGTH)] = ""


def read_brand(path: Path) -> tuple[Brand, Accent | None]:
    """The brand, and what became of its accent. Raises BrandFileError."""
    document, problems = read_yaml(path, _LIMITS)
    if document is None:
        raise BrandFileError(problems)
    if document.value is None:
        empty = Problem(str(path), None, "", "the file is empty", "begin with `firm:` and the firm's name")
        raise BrandFileError([empty, *problems])
    found, wrong = check_shape(document, _BrandFile)
    if found is None or problems or wrong:
        raise BrandFileError([*problems, *wrong])
    logo = _read_logo(path, document, found.logo) if found.logo else None
    accent = _read_accent(document, found.accent) if found.accent else None
    colour = accent.colour if accent else None
    return Brand(found.firm, logo, colour, found.confidentiality), accent


def _read_accent(document: Document, text: str) -> Accent:
    try:
        return settle_accent(text)
    except NoColour as error:
        message = f'"{error}" is no colour'
        raise BrandFileError(
            [document.problem(("accent",), message, 'write it like "#0a7d5a", in quotes')]
        ) from error


def _read_logo(path: Path, document: Document, name: str) -> Logo:
    place = path.parent / name
    try:
        with place.open("rb") as stream:
            return accept_logo(stream.read(BYTES + 1))
    except LogoRefused as refused:
        what, mend = refused.explain("en")
        problem = document.problem(("logo",), f"{place}: {what.rstrip('.')}", mend.rstrip("."))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        mend = "give the path from the folder of this file"
        problem = document.problem(("logo",), f"{place} cannot be read ({reason})", mend)
    raise BrandFileError([problem])
