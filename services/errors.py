"""Errors a person can do something about, in that person's language."""

from collections.abc import Iterator
from contextlib import contextmanager

from assessments.models import Language
from i18n.text import translate
from storage.problems import Reason, StorageProblem


class UserError(Exception):
    """Something a person can mend. Says what happened, that nothing is lost, and what to do next."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(f"{key} {params}")
        self.key = key
        """The text's key in the catalogue, `errors.…`."""
        self.params = params
        """What fills the text's placeholders."""

    def explain(self, language: Language) -> str:
        """The message for the screen."""
        return translate(self.key, language, **self.params)


class LinkNotFound(UserError):
    """No assessment belongs to the link."""

    def __init__(self) -> None:
        super().__init__("errors.link_not_found")


class RoundFollowed(UserError):
    """A re-check has begun since, so the answers of the round before stay as they are."""

    def __init__(self) -> None:
        super().__init__("errors.round_followed")


class UnknownQuestion(UserError):
    """The content has no such question."""

    def __init__(self, question_id: str) -> None:
        super().__init__("errors.unknown_question", question=question_id[:40])


class InvalidAnswer(UserError):
    """The answer is none that the question allows."""

    def __init__(self, question_id: str) -> None:
        super().__init__("errors.invalid_answer", question=question_id[:40])


class InvalidChoice(UserError):
    """A profile, edition or language that does not exist; `field` says which entry it is about."""

    def __init__(self, field: str) -> None:
        super().__init__("errors.invalid_choice", field=field[:80])


class ContentBroken(UserError):
    """The content cannot be read; `problems` holds one line for each mistake."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("errors.content_broken", count=len(problems), problems="\n".join(problems))
        self.problems = problems


class DatabaseProblem(UserError):
    """The database cannot do what is asked; `reason` says why."""

    def __init__(self, reason: Reason, place: str, detail: str) -> None:
        super().__init__(f"errors.database.{reason}", place=place, detail=detail)
        self.reason = reason
        self.place = place
        """The file, or the URL without its password."""
        self.detail = detail
        """What the database itself said; for whoever runs Henkaku."""


class ReportTimedOut(UserError):
    """Making the report took too long."""

    def __init__(self) -> None:
        super().__init__("errors.report_timed_out")


class ReportTooLarge(UserError):
    """Making the report took more memory than it may."""

    def __init__(self) -> None:
        super().__init__("errors.report_too_large")


@contextmanager
def explain_storage_problems() -> Iterator[None]:
    """Turn a StorageProblem into a DatabaseProblem."""
    try:
        yield
    except StorageProblem as problem:
        raise DatabaseProblem(problem.reason, problem.place, problem.detail) from problem
