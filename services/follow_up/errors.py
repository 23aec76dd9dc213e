"""What can go wrong after the verdict, in the words of the person it happens to."""

from collections.abc import Iterable

from assessments.models import Language
from i18n.text import translate
from reporting.exports.board.problems import CellProblem
from reporting.narrative.targets import name_figure
from services.errors import UserError


class InvalidTarget(UserError):
    """A figure that cannot be; `field` is its name in `assessments.targets.Targets`."""

    def __init__(self, field: str) -> None:
        super().__init__("errors.follow_up.invalid_target")
        self.field = field

    def explain(self, language: Language) -> str:
        """The message, with the figure's name in this language."""
        return translate(self.key, language, field=name_figure(self.field, language))


class InvalidCapacity(UserError):
    """A number of people or hours that cannot be; `field` is `people` or `hours_a_week`."""

    def __init__(self, field: str) -> None:
        super().__init__(f"errors.follow_up.invalid_{field}")
        self.field = field


class StepNotFound(UserError):
    """The board has no such step."""

    def __init__(self) -> None:
        super().__init__("errors.follow_up.step_not_found")


class InvalidStep(UserError):
    """What was entered about a step breaks a rule; `field` says which part."""

    def __init__(self, field: str) -> None:
        super().__init__("errors.follow_up.invalid_step")
        self.field = field

    def explain(self, language: Language) -> str:
        """The message, with the part's name in this language."""
        return translate(self.key, language, field=translate(f"follow_up.board.{self.field}", language))


class BoardFull(UserError):
    """The board takes no more steps, or no more entries about them."""

    def __init__(self, maximum: int) -> None:
        super().__init__("errors.follow_up.board_full", maximum=f"{maximum:,}")


class BoardFileRefused(UserError):
    """A board's file has something wrong in it; `problems` holds everything, with row, column and mend."""

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        super().__init__("errors.follow_up.board_file_refused")
        self.problems = tuple(problems)

    def explain(self, language: Language) -> str:
        """The message, with one line for each problem."""
        lines = "\n".join(problem.explain(language) for problem in self.problems)
        return translate(self.key, language, count=len(self.problems), problems=lines)


class NothingAnswered(UserError):
    """No question has a level yet, so there is nothing to check again."""

    def __init__(self) -> None:
        super().__init__("errors.follow_up.nothing_answered")


class WorkshopNotClosed(UserError):
    """The workshop is still open, so its levels may change."""

    def __init__(self) -> None:
        super().__init__("errors.follow_up.workshop_not_closed")


class NoRecheck(UserError):
    """The link's round is no re-check."""

    def __init__(self) -> None:
        super().__init__("errors.follow_up.no_recheck")
