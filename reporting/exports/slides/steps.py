"""The slide of what comes next: for each question in the way, what is there now and one level further."""

from reporting.charts.svg import INDIGO, INK_SECOND
from reporting.exports.slides.canvas import Canvas
from reporting.exports.slides.deck import MARGIN, Deck
from reporting.exports.slides.lettering import SMALL, TINY, Type
from reporting.exports.slides.tables import Row, draw_table, fit_rows
from reporting.narrative import Story, tell_next_stage
from reporting.narrative.facts import order_by_weight
from scoring.findings import Diagnosis, Standing

NAME = Type(10.5, 16, bold=True)


def add_steps(deck: Deck) -> None:
    """What holds the next stage back, then what is stuck on paper, as far as the slide goes."""
    diagnosis, wording = deck.diagnosis, deck.wording
    standings = list_steps(diagnosis)
    if not standings:
        return
    following = diagnosis.next_stage
    if following is None:
        title, text = wording.tell("steps.across").split("|"), ""
    else:
        listed = following.key_blockers or following.below
        key = "blockers" if following.key_blockers else "nearest"
        plural = "one" if len(listed) == 1 else "other"
        title = wording.tell(f"next.{key}.{plural}", stage=following.stage, n=len(listed)).split("|")
        text = tell_next_stage(diagnosis, wording.language, False)
    canvas = Canvas(deck, wording.tell("labels.next"), Story(tuple(title), text))
    widths = (deck.inner * 0.24, deck.inner * 0.38, deck.inner * 0.38)
    rows = [_build_row(deck, standing) for standing in standings]
    count = fit_rows(rows, widths, canvas.bottom - canvas.top - 6)
    heads = (
        (wording.tell("columns.question"), INK_SECOND),
        (wording.tell("steps.now"), INK_SECOND),
        (wording.tell("steps.then"), INDIGO),
    )
    draw_table(canvas, (MARGIN, canvas.top), widths, heads, rows[:count], wording.tell("labels.next"))
    if count < len(rows):
        canvas.text(
            MARGIN, canvas.bottom - 3, deck.inner, wording.tell("steps.more", n=len(rows) - count), TINY
        )


def list_steps(diagnosis: Diagnosis) -> tuple[Standing, ...]:
    """The key questions in the way, then what is stuck on paper, then what else is short of the stage."""
    following = diagnosis.next_stage
    blockers = following.key_blockers if following else ()
    short = order_by_weight(following.below) if following else ()
    ordered = dict.fromkeys(item.question.id for item in (*blockers, *diagnosis.stuck_on_paper, *short))
    return tuple(diagnosis.standing(question) for question in ordered)


def _build_row(deck: Deck, standing: Standing) -> Row:
    answer = deck.wording.answer(deck.diagnosis, standing)
    following = standing.question.levels[min(int(standing.level or 0) + 1, 5)]
    return (
        (f"{answer.title}　{answer.level}", NAME),
        (answer.wording, SMALL),
        (deck.wording.voice.read(following), SMALL),
    )
