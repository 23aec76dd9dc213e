"""Short texts that several exports share."""

from assessments.models import Language
from reporting.typesetting import break_lines


def join_title(lines: tuple[str, ...], language: Language) -> str:
    """A title of several lines in one."""
    return ("" if language == "ja" else " ").join(lines)


def break_title(lines: tuple[str, ...], points: float, width: float) -> tuple[str, ...]:
    """A title's lines, broken further where they are wider than `width` mm."""
    return tuple(part for line in lines for part in break_lines(line, width, points, True, True))
