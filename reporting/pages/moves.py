"""The questions whose level is another one than in the round before."""

from dataclasses import dataclass

from reporting.charts.ladder import draw_glyph
from reporting.charts.svg import Picture
from reporting.narrative.voice import write_level
from reporting.pages.wording import Line, Wording, set_lines
from scoring.comparison import Comparison, Move
from scoring.findings import Diagnosis

MOVES = 5
"""Questions in each of the two columns; further ones are counted."""
TITLE_WIDTH, TITLE_SIZES = 57.0, (9.0, 8.5, 8.0, 7.5, 7.0)


@dataclass(frozen=True)
class MoveRow:
    """A question then and now."""

    number: int
    name: str
    title: Line
    """The same, set in one line."""
    before: Picture
    after: Picture
    levels: str


@dataclass(frozen=True)
class MoveGroup:
    """Questions that moved the same way."""

    label: str
    moves: tuple[MoveRow, ...]
    more: str
    """How many more there are; empty when none."""


def build_sides(
    diagnosis: Diagnosis, comparison: Comparison, wording: Wording
) -> tuple[tuple[MoveGroup, ...], ...]:
    """What rose on the left; what fell, was found out or is no longer known on the right."""
    left = _build_groups(diagnosis, [("risen", comparison.risen)], wording)
    others = [("fallen", comparison.fallen), ("found_out", comparison.found_out), ("lost", comparison.lost)]
    right = _build_groups(diagnosis, others, wording)
    return tuple(side for side in (left, right) if side)


def _build_groups(
    diagnosis: Diagnosis, groups: list[tuple[str, tuple[Move, ...]]], wording: Wording
) -> tuple[MoveGroup, ...]:
    """The groups that hold anything; together they show at most MOVES questions, each at least one."""
    filled = [(key, moves) for key, moves in groups if moves]
    room = MOVES - len(filled) + 1 if filled else 0
    built = []
    for place, (key, moves) in enumerate(filled):
        shown = moves[: max(1, room - (len(filled) - place - 1))]
        room -= len(shown)
        rest = len(moves) - len(shown)
        built.append(
            MoveGroup(
                label=wording.say(f"comparison.{key}"),
                moves=tuple(_build_move(diagnosis, move, wording) for move in shown),
                more=wording.say("comparison.more", n=rest) if rest else "",
            )
        )
    return tuple(built)


def _build_move(diagnosis: Diagnosis, move: Move, wording: Wording) -> MoveRow:
    name = wording.voice.read(move.question.title)
    before, after = (name_level(diagnosis, level, wording) for level in (move.before, move.after))
    return MoveRow(
        number=diagnosis.questionnaire.number(move.question.id),
        name=name,
        title=set_lines((name,), TITLE_WIDTH, TITLE_SIZES, 0.5, 1),
        before=draw_glyph(move.before, before),
        after=draw_glyph(move.after, after),
        levels=wording.say("comparison.move", before=before, after=after),
    )


def name_level(diagnosis: Diagnosis, level: float | None, wording: Wording) -> str:
    """Number and name of a level, or that it is not known."""
    if level is None:
        return wording.say("status.unknown")
    return f"{write_level(level)} {wording.voice.read(diagnosis.questionnaire.levels[int(level)].name)}"
