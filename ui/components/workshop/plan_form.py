"""What a workshop is opened with, apart from the company: questions, groups, names, time."""

from dataclasses import dataclass

import streamlit as st

from assessments.answers import Profile
from assessments.models import DIMENSIONS, GROUPS, DimensionId, Edition, Group, Questionnaire
from services.workshop import WorkshopPlan
from ui.components.markup import put_html
from ui.components.workshop.group_marks import draw_mark, tint
from ui.components.workshop.words import say
from ui.sections import estimate_minutes
from ui.session import get_language
from ui.words import keep_plain, read, set_phrases

_USUAL: tuple[Group, ...] = ("marketing", "sales", "management", "business_unit")
_LABEL_LENGTH = 40
_MINUTES: dict[Edition, int] = {"quick": 10, "full": 20}
"""Minutes for answering, with time to get everybody in."""
_TALK_MINUTES = 5
_LONGEST = 480
EDITIONS: tuple[Edition, ...] = ("quick", "full")


@dataclass(frozen=True)
class Choices:
    """What was chosen; the company is asked for apart."""

    edition: Edition
    dimensions: tuple[DimensionId, ...]
    groups: dict[Group, str | None]
    anonymous: bool
    answer_minutes: int
    talk_minutes: int

    @property
    def missing(self) -> str | None:
        """What still has to be chosen, as a key of the catalogue; None when all is there."""
        if not self.dimensions:
            return "open.no_dimension"
        return None if self.groups else "open.no_group"


def ask_choices(questionnaire: Questionnaire) -> Choices:
    """Ask for everything; each choice starts at what most workshops take."""
    _head("open.questions")
    edition = _ask_edition(questionnaire)
    dimensions = _ask_dimensions(questionnaire)
    count = len(questionnaire.asked_in(edition, dimensions)) if dimensions else 0
    text = say("open.count", n=count, minutes=estimate_minutes(count))
    put_html(f"<p class='sm mut'>{set_phrases(text)}</p>", role="status")
    _head("open.groups", "open.groups_why")
    groups = _ask_groups()
    _head("open.names")
    anonymous = _ask_anonymous()
    _head("open.time")
    left, right = st.columns(2)
    with left:
        answering = _ask_minutes("answer", _MINUTES[edition], f"answer-minutes-{edition}")
    with right:
        talking = _ask_minutes("talk", _TALK_MINUTES, "talk-minutes")
    return Choices(edition, dimensions, groups, anonymous, answering, talking)


def make_plan(choices: Choices, profile: Profile) -> WorkshopPlan:
    """The plan; its shared screen speaks the language the facilitator reads."""
    return WorkshopPlan(
        profile=profile,
        edition=choices.edition,
        dimensions=choices.dimensions,
        groups=choices.groups,
        anonymous=choices.anonymous,
        language=get_language(),
        answer_minutes=choices.answer_minutes,
        talk_minutes=choices.talk_minutes,
    )


def _head(title: str, why: str | None = None) -> None:
    note = f"<p class='sm mut'>{set_phrases(say(why))}</p>" if why else ""
    put_html(f"<h2>{set_phrases(say(title))}</h2>{note}", "oph")


def _ask_edition(questionnaire: Questionnaire) -> Edition:
    labels = {
        edition: say(f"open.edition_{edition}", n=len(questionnaire.asked_in(edition)))
        for edition in EDITIONS
    }
    chosen: Edition | None = st.segmented_control(
        say("open.edition"),
        EDITIONS,
        default="quick",
        format_func=labels.__getitem__,
        key="edition",
        width="stretch",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or "quick"


def _ask_dimensions(questionnaire: Questionnaire) -> tuple[DimensionId, ...]:
    titles = {dimension.id: read(dimension.title) for dimension in questionnaire.dimensions}
    with st.container(key="dimensions", horizontal=True):
        return tuple(
            dimension
            for dimension in DIMENSIONS
            if st.checkbox(keep_plain(titles[dimension]), value=True, key=f"dimension-{dimension}")
        )


def _ask_groups() -> dict[Group, str | None]:
    chosen: dict[Group, str | None] = {}
    with st.container(key="groups", gap="small"):
        for group in GROUPS:
            name = say(f"groups.{group}")
            with st.container(key=f"group-{group}", horizontal=True, vertical_alignment="center", wrap=False):
                put_html(draw_mark(group), tint(group), width="content")
                if not st.checkbox(name, value=group in _USUAL, key=f"takes-{group}"):
                    continue
                label = st.text_input(
                    say("open.own_name", group=name),
                    key=f"label-{group}",
                    max_chars=_LABEL_LENGTH,
                    placeholder=say("open.own_name_example"),
                    label_visibility="collapsed",
                    autocomplete="off",
                )
                chosen[group] = (label or "").strip() or None
    return chosen


def _ask_anonymous() -> bool:
    return bool(
        st.radio(
            say("open.names"),
            (True, False),
            format_func=lambda anonymous: say(f"open.{'anonymous' if anonymous else 'by_name'}"),
            captions=[say("open.anonymous_means"), say("open.by_name_means")],
            key="anonymous",
            label_visibility="collapsed",
        )
    )


def _ask_minutes(kind: str, usual: int, key: str) -> int:
    minutes = st.number_input(
        say(f"open.{kind}_minutes"), min_value=1, max_value=_LONGEST, value=usual, step=1, key=key
    )
    return int(minutes)
