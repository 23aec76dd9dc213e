"""Whether this machine has what Henkaku needs, and what to do where it has not."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from assessments.models import Language
from i18n.text import translate
from services.content import load_content
from services.errors import ContentBroken, DatabaseProblem, explain_storage_problems
from services.machine import (
    FONT_PACKAGES,
    PDF_LIBRARIES,
    SUBSETTING_LIBRARIES,
    can_load,
    find_fonts,
    is_writable,
    suggest_install,
)
from storage.location import choose_url, database_file, is_sqlite
from storage.migration import inspect_database

NEEDED_PYTHON = (3, 11)


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    """What was found."""
    mend: str = ""
    """What to do, where it is not ok."""
    needed: bool = True
    """Whether Henkaku cannot work without it; otherwise `not ok` is only a warning."""


def examine(language: Language = "en") -> list[Check]:
    """Look at everything Henkaku needs, without making or changing anything."""
    checks: tuple[Callable[[Language], Check], ...] = (
        _check_python,
        _check_data_folder,
        _check_database,
        _check_content,
        _check_fonts,
        _check_pdf_libraries,
        _check_font_subsetting,
    )
    return [check(language) for check in checks]


def _tell(language: Language, key: str, **params: object) -> str:
    return translate(f"errors.doctor.{key}", language, **params)


def _check_python(language: Language) -> Check:
    found, needed = (".".join(map(str, version)) for version in (sys.version_info[:3], NEEDED_PYTHON))
    ok = tuple(sys.version_info[:2]) >= NEEDED_PYTHON
    mend = "" if ok else _tell(language, "python.mend", needed=needed)
    return Check(_tell(language, "python.name"), ok, found, mend)


def _check_data_folder(language: Language) -> Check:
    name = _tell(language, "data_folder.name")
    try:
        with explain_storage_problems():
            url = choose_url()
    except DatabaseProblem as problem:
        return Check(name, False, "HENKAKU_DATABASE_URL", problem.explain(language))
    if not is_sqlite(url):
        return Check(name, True, _tell(language, "data_folder.not_used"))
    folder = database_file(url).parent
    if not is_writable(folder):
        detail = _tell(language, "data_folder.closed", place=folder)
        return Check(name, False, detail, _tell(language, "data_folder.mend"))
    found = "found" if folder.is_dir() else "to_make"
    return Check(name, True, _tell(language, f"data_folder.{found}", place=folder))


def _check_database(language: Language) -> Check:
    name = _tell(language, "database.name")
    try:
        with explain_storage_problems():
            state = inspect_database(choose_url())
    except DatabaseProblem as problem:
        found = ": ".join(filter(None, (problem.place, problem.detail)))
        return Check(name, False, found, problem.explain(language))
    found = "current" if state.is_current else "to_upgrade" if state.revision else "to_make"
    params = {"place": state.place, "revision": state.revision, "head": state.head}
    return Check(name, True, _tell(language, f"database.{found}", **params))


def _check_content(language: Language) -> Check:
    name = _tell(language, "content.name")
    try:
        content = load_content()
    except ContentBroken as problem:
        detail = _tell(language, "content.broken", count=len(problem.problems))
        return Check(name, False, detail, problem.explain(language))
    count = len(content.questions)
    return Check(name, True, _tell(language, "content.found", version=content.version, count=count))


def _check_fonts(language: Language) -> Check:
    fonts = {package: find_fonts(package) for package in FONT_PACKAGES}
    missing = [package.replace("_", "-") for package in fonts if not fonts[package]]
    if missing:
        command = f"{sys.executable} -m pip install {' '.join(missing)}"
        return _lack(language, "fonts", missing, command)
    names = ", ".join(font.name for found in fonts.values() for font in found)
    return Check(_tell(language, "fonts.name"), True, names)


def _check_pdf_libraries(language: Language) -> Check:
    missing = [name for name in PDF_LIBRARIES if not can_load(name)]
    if missing:
        command = suggest_install(PDF_LIBRARIES | SUBSETTING_LIBRARIES)
        return _lack(language, "pdf_libraries", missing, command)
    return Check(_tell(language, "pdf_libraries.name"), True, ", ".join(PDF_LIBRARIES))


def _check_font_subsetting(language: Language) -> Check:
    missing = [name for name in SUBSETTING_LIBRARIES if not can_load(name)]
    if missing:
        command = suggest_install(SUBSETTING_LIBRARIES)
        return replace(_lack(language, "font_subsetting", missing, command), needed=False)
    names = ", ".join(SUBSETTING_LIBRARIES)
    return Check(_tell(language, "font_subsetting.name"), True, names, needed=False)


def _lack(language: Language, key: str, missing: list[str], command: str) -> Check:
    detail = _tell(language, f"{key}.missing", names=", ".join(missing))
    return Check(_tell(language, f"{key}.name"), False, detail, _tell(language, "run", command=command))
