"""Which forms a report can take, by the ending of its file's name."""

from typing import Literal, get_args

Form = Literal["pdf", "xlsx", "pptx", "html", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
SlideShape = Literal["wide", "a4"]
"""16:9, or A4 landscape."""
