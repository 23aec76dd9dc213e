"""The last pages: survey figures beside own answers, every answer, the method, the sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.models import Dimension
from reporting.glyphs import clean_text
from reporting.narrative import FigureStory, tell_figures
from reporting.pages.references import NO_REFERENCES, Reference, References
from reporting.pages.wording import Answer, Head, Wording
from scoring.agreement import EXPECTED_VARIANCE
from scoring.company import SHORT_BY
from scoring.findings import Diagnosis, Standing
from scoring.maturity import MINIMUM_COVERAGE, STAGE_SHARE
from scoring.org_model import LEANING, READY_MEAN, ROBUST
from scoring.smaa import DRAWS, IMPRECISION

METHOD = ("score", "interval", "stage", "sides", "patterns", "organisation", "readiness", "respondents")
GAP_METHOD = ("gaps", "agreement")
"""Added where groups are compared."""


@dataclass(frozen=True)
class FigureRow:
    """A survey figure beside the company's own answer."""

    story: FigureStory
    answer: Answer
    publisher: str


@dataclass(frozen=True)
class AnswerRow:
    """One question of the appendix."""

    capability: str
    """Title of the capability on its first question, else empty."""
    text: str
    answer: Answer
    is_key: bool
    remarks: tuple[str, ...]
    references: tuple[Reference, ...]
    """The findings that rest on it."""


@dataclass(frozen=True)
class DimensionAnswers:
    """All questions of one dimension."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class MethodNote:
    """How one result comes about."""

    title: str
    text: str


@dataclass(frozen=True)
class Appendix:
    """Everything after the organisation pages."""

    figures_head: Head | None
    figures: tuple[FigureRow, ...]
    answers_head: Head
    dimensions: tuple[DimensionAnswers, ...]
    method_head: Head
    method: tuple[MethodNote, ...]
    version: str
    sources: tuple[str, ...]


def build_appendix(
    diagnosis: Diagnosis,
    wording: Wording,
    has_gaps: bool = False,
    is_short: bool = False,
    most_figures: int | None = None,
    elsewhere: frozenset[str] = frozenset(),
    references: References = NO_REFERENCES,
) -> Appendix:
    """The last pages; `is_short`: the answers only. `most_figures`: None for all. `elsewhere`: the survey
    figures that another page holds against the company's own. `references`: the findings by answer."""
    found = () if is_short else tell_figures(diagnosis, wording.language, False)
    told = tuple(story for story in found if story.figure_id not in elsewhere)
    stories = told if most_figures is None else _choose_figures(told, most_figures)
    figures = tuple(_build_figure(diagnosis, story, wording) for story in stories)
    methods = (*METHOD, *GAP_METHOD) if has_gaps else METHOD
    questionnaire = diagnosis.questionnaire
    dimensions = (_build_dimension(diagnosis, item, references, wording) for item in questionnaire.dimensions)
    return Appendix(
        figures_head=_head("figures", wording) if figures else None,
        figures=figures,
        answers_head=_head("answers", wording, n=len(diagnosis.standings)),
        dimensions=_join(dimensions) if is_short else tuple(item for item in dimensions if item.rows),
        method_head=_head("method", wording),
        method=() if is_short else _explain_method(wording, methods),
        version=wording.say(
            "method.version", title=wording.voice.read(questionnaire.title), version=questionnaire.version
        ),
        sources=tuple(
            wording.say(
                "method.source",
                id=figure.id,
                value=wording.voice.read(figure.value),
                publisher=wording.voice.read(figure.publisher),
            )
            for figure in questionnaire.figures
        ),
    )


def _head(page: str, wording: Wording, **params: object) -> Head:
    title, deck = wording.say(f"{page}.title", **params), wording.say(f"{page}.deck", **params)
    return wording.minor_head(page, title, deck)


def _choose_figures(told: tuple[FigureStory, ...], most: int) -> tuple[FigureStory, ...]:
    """One for each question, those of the heaviest questions, in the order of the content."""
    first = {story.standing.question.id: story for story in reversed(told)}
    ranked = sorted(
        (story for story in told if first[story.standing.question.id] is story),
        key=lambda story: -story.standing.question.weight,
    )
    kept = {story.figure_id for story in ranked[:most]}
    return tuple(story for story in told if story.figure_id in kept)


def _build_figure(diagnosis: Diagnosis, story: FigureStory, wording: Wording) -> FigureRow:
    figure = next(item for item in diagnosis.questionnaire.figures if item.id == story.figure_id)
    return FigureRow(story, wording.answer(diagnosis, story.standing), wording.voice.read(figure.publisher))


def _build_dimension(
    diagnosis: Diagnosis, dimension: Dimension, references: References, wording: Wording
) -> DimensionAnswers:
    rows = []
    for capability in dimension.capabilities:
        own = [item for item in diagnosis.standings if item.question in capability.questions]
        for place, standing in enumerate(own):
            title = "" if place else wording.voice.read(capability.title)
            found = references.get(standing.question.id, ())
            rows.append(_build_row(diagnosis, standing, title, found, wording))
    return DimensionAnswers(wording.voice.read(dimension.title), tuple(rows))


def _join(dimensions: Iterable[DimensionAnswers]) -> tuple[DimensionAnswers, ...]:
    """All in one table, without titles between."""
    return (DimensionAnswers("", tuple(row for item in dimensions for row in item.rows)),)


def _build_row(
    diagnosis: Diagnosis,
    standing: Standing,
    capability: str,
    references: tuple[Reference, ...],
    wording: Wording,
) -> AnswerRow:
    reasons = [wording.say("answers.reason", text=text) for text in standing.reasons if _is_said(text)]
    notes = [wording.say("answers.note", text=text) for text in standing.notes if _is_said(text)]
    return AnswerRow(
        capability=capability,
        text=wording.voice.read(standing.question.text),
        answer=wording.answer(diagnosis, standing),
        is_key=standing.question.key,
        remarks=(*reasons, *notes),
        references=references,
    )


def _is_said(text: str) -> bool:
    """Whether anything of a remark is left to print."""
    return bool("".join(clean_text(text).split()))


def _explain_method(wording: Wording, notes: tuple[str, ...]) -> tuple[MethodNote, ...]:
    constants = {
        "share": round(STAGE_SHARE * 100),
        "coverage": round(MINIMUM_COVERAGE * 100),
        "short_by": round(SHORT_BY),
        "robust": round(ROBUST * 100),
        "leaning": round(LEANING * 100),
        "draws": f"{DRAWS:,}",
        "imprecision": IMPRECISION,
        "ready": READY_MEAN,
        "expected": f"{EXPECTED_VARIANCE:.3f}",
    }
    return tuple(
        MethodNote(
            wording.say(f"method.notes.{key}.title"), wording.say(f"method.notes.{key}.text", **constants)
        )
        for key in notes
    )
