"""What groups see differently, as rows of the web page."""

from dataclasses import dataclass

from assessments.models import GROUPS
from reporting.exports.words import ExportWording
from reporting.narrative.groups import GroupNames
from scoring.disclosure import show_gaps
from scoring.findings import Diagnosis
from scoring.gaps import TALK_FROM, PerceptionGap
from scoring.minutes import Room

GAPS = 12


@dataclass(frozen=True)
class GapRow:
    """A question that groups see differently."""

    number: int
    title: str
    medians: tuple[tuple[str, str, str], ...]
    """Id, name and median of each group."""
    difference: str


def list_gaps(diagnosis: Diagnosis, wording: ExportWording, room: Room) -> tuple[GapRow, ...]:
    """The questions that groups see most differently, where the difference is worth talking about."""
    shown = show_gaps(diagnosis)
    names = GroupNames(wording.voice, diagnosis.questionnaire, room.labels, shown.pooled)
    wide = [gap for gap in shown.gaps if gap.difference >= TALK_FROM and gap.beyond_noise > 0]
    ranked = sorted(wide, key=lambda gap: -gap.beyond_noise)[:GAPS]
    return tuple(_build_gap(diagnosis, gap, names) for gap in ranked)


def _build_gap(diagnosis: Diagnosis, gap: PerceptionGap, names: GroupNames) -> GapRow:
    question = diagnosis.questionnaire.question(gap.question_id)
    return GapRow(
        number=diagnosis.questionnaire.number(question.id),
        title=names.voice.read(question.title),
        medians=tuple(
            (group, names.name(group, question.id), f"{gap.by_group[group].median:g}")
            for group in GROUPS
            if group in gap.by_group
        ),
        difference=f"{gap.difference:g}",
    )
