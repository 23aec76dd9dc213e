"""What the documents of the kit are filled in from."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from assessments.models import Action, KitDocumentId, Language, RoleBand
from reporting.brand import Brand
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.words import ExportWording, clean_line
from scoring.findings import Diagnosis, Standing
from scoring.roadmap import DAYS_A_WEEK, Roadmap, Step, plan_roadmap
from scoring.targets import Plan, plan_targets


@dataclass(frozen=True)
class KitCase:
    """One company's diagnosis with what the reader's language, the day and the enclosures add."""

    diagnosis: Diagnosis
    language: Language
    made_on: date
    enclosures: Enclosures = NOTHING

    @cached_property
    def wording(self) -> ExportWording:
        """The report's own words: dates, levels, names of groups."""
        return ExportWording(self.language)

    @property
    def company(self) -> str:
        """The company's name in one line; the report's stand-in where none was given."""
        return clean_line(self.diagnosis.profile.name) or self.wording.say("no_company")

    @property
    def brand(self) -> Brand:
        """Whose documents they are."""
        return self.enclosures.brand

    @property
    def role_band(self) -> RoleBand:
        """The division of work for a company of this size."""
        return self.diagnosis.organisation.role_band

    @cached_property
    def roadmap(self) -> Roadmap:
        """The steps in their order, at the team's pace."""
        return plan_roadmap(self.diagnosis, self.enclosures.capacity)

    @cached_property
    def plan(self) -> Plan | None:
        """What the company's figures imply; None when it gave none."""
        return plan_targets(self.enclosures.targets) if self.enclosures.targets else None

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {standing.question.id: standing for standing in self.diagnosis.standings}

    def find_standing(self, question_id: str) -> Standing | None:
        """Where the company stands on a question; None when the edition does not ask it."""
        return self._standings.get(question_id)

    def is_in_use(self, *question_ids: str) -> bool:
        """Whether all of these stand on the floor (level 3 or above); unknown counts as not."""
        standings = [self.find_standing(question_id) for question_id in question_ids]
        return all(standing is not None and standing.is_on_floor for standing in standings)

    def actions_for(self, document: KitDocumentId) -> tuple[Action, ...]:
        """The actions that a document helps with, in the order of the content."""
        return tuple(action for action in self.diagnosis.questionnaire.actions if document in action.kit)

    def steps_for(self, document: KitDocumentId) -> tuple[Step, ...]:
        """Those of them that the roadmap plans, in the order they start."""
        return tuple(step for step in self.roadmap.steps if document in step.action.kit)

    def standings_for(self, document: KitDocumentId) -> tuple[Standing, ...]:
        """The questions that the document's actions lift, as far as they were asked, in the order asked."""
        lifted = {lift.question for action in self.actions_for(document) for lift in action.lifts}
        return tuple(standing for standing in self.diagnosis.standings if standing.question.id in lifted)

    def starts_on(self, step: Step) -> date:
        """The first day of a step, counted from the day the documents are made."""
        return self.made_on + timedelta(days=step.start_week * DAYS_A_WEEK)

    def ends_on(self, step: Step) -> date:
        """The day by which a step is done."""
        return self.made_on + timedelta(days=step.end_week * DAYS_A_WEEK)
