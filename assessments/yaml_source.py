"""Reads the YAML that people write, strictly, keeping the line of every value.

Made for files nobody has to trust: size, depth and number of values are limited, there are no
anchors, aliases or tags, no key may come twice, and nothing is ever executed.
"""

from pathlib import Path as FilePath

import yaml

from assessments.document import Document
from assessments.problems import Problem
from assessments.yaml_values import Builder, Limits, UnreadableError


def read_yaml(path: FilePath, limits: Limits | None = None) -> tuple[Document | None, list[Problem]]:
    """A file's values and every problem of its YAML; no document when it cannot be read at all."""
    limits = limits or Limits()
    try:
        text = _read_text(path, limits.size)
    except UnreadableError as error:
        return None, [error.problem]
    return parse_yaml(text, str(path), limits)


def parse_yaml(text: str, file: str, limits: Limits | None = None) -> tuple[Document | None, list[Problem]]:
    """The same for a text already in memory; `file` is its name in messages."""
    builder = Builder(text, file, limits or Limits())
    try:
        value = builder.build()
    except UnreadableError as error:
        return None, [*builder.problems, error.problem]
    except yaml.YAMLError as error:
        return None, [*builder.problems, _explain_syntax(error, file)]
    return Document(file, value, builder.lines, frozenset(builder.doubtful)), builder.problems


def _read_text(path: FilePath, size: int) -> str:
    def stop(message: str, mend: str, line: int | None = None) -> UnreadableError:
        return UnreadableError(Problem(str(path), line, "", message, mend))

    try:
        if not path.exists():
            raise stop("the file does not exist", "check the name, or add the file")
        if not path.is_file():
            raise stop("this is not a file", "give the path of a YAML file")
        if path.stat().st_size > size:
            raise stop(f"the file is larger than {size / 1e6:g} MB", "make it smaller, or split it")
        with path.open("rb") as stream:
            data = stream.read(size + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise stop(f"the file cannot be read ({reason})", "check its name and permissions") from error
    if len(data) > size:
        raise stop(f"the file is larger than {size / 1e6:g} MB", "make it smaller, or split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise stop("the file is not UTF-8 text", "save it with the encoding UTF-8", line) from error


def _explain_syntax(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or "it cannot be read"
    if "mapping values are not allowed" in what:
        mend = "put the text that contains `: ` in quotes, or mend the indentation"
    elif "cannot start any token" in what:
        mend = "indent with spaces, and quote a text that starts with a special character"
    else:
        mend = "check indentation, quotes, brackets and colons here and in the line above"
    return Problem(file, mark.line + 1 if mark else None, "", f"broken YAML: {what}", mend)
