"""The store: keeps assessments and gives them back."""

from datetime import UTC, datetime

from sqlalchemy import delete, select, update

from assessments.answers import Answer, Profile
from assessments.models import Edition
from storage.boards import Boards
from storage.brands import Brands
from storage.discussions import Discussions
from storage.engine import open_engine
from storage.follow_up import FollowUp
from storage.join_attempts import JoinAttempts
from storage.location import choose_url, name_place
from storage.migration import migrate
from storage.participants import Participants
from storage.records import NewAssessment, StoredAssessment
from storage.statements import (
    SELECT_ANSWERS,
    SELECT_ASSESSMENT,
    bind_answer,
    find_behind,
    insert_assessment,
    is_followed,
    read_answer,
    upsert_answer,
    write_profile,
)
from storage.tables import answers, companies, respondents, rounds
from storage.workshops import Workshops


class Store(Workshops, Participants, Discussions, JoinAttempts, FollowUp, Boards, Brands):
    """Kept assessments and workshops. One per process; all threads share it.

    What a method has written when it returns outlives the process. Every method raises
    StorageProblem when the database cannot do what it is asked.
    """

    def add_assessment(self, token_hash: str, new: NewAssessment) -> None:
        """Begin a round of one respondent at a new company."""
        with self._writing() as connection:
            for statement in insert_assessment(token_hash, new, datetime.now(UTC)):
                connection.execute(statement)

    def find_assessment(self, token_hash: str) -> StoredAssessment | None:
        """The assessment behind a token; None when there is none."""
        with self._reading() as connection:
            head = connection.execute(SELECT_ASSESSMENT, {"token_hash": token_hash}).one_or_none()
            if head is None:
                return None
            rows = connection.execute(SELECT_ANSWERS, {"respondent_id": head.respondent_id}).all()
        return StoredAssessment(
            profile=Profile(name=head.name, **head.profile),
            edition=head.edition,
            language=head.language,
            content_id=head.content_id,
            content_version=head.content_version,
            group=head.group,
            answers=tuple(read_answer(row) for row in rows),
            saved_at=rows[-1].updated_at if rows else None,
            dimensions=None if head.dimensions is None else tuple(head.dimensions),
            asked=None if head.asked is None else tuple(head.asked),
            is_followed=bool(head.is_followed),
        )

    def update_profile(self, token_hash: str, profile: Profile) -> bool:
        """Replace the company's profile; False when no assessment has this token."""
        company = find_behind(token_hash, rounds.c.company_id)
        change = update(companies).where(companies.c.id == company).values(**write_profile(profile))
        with self._writing() as connection:
            return connection.execute(change).rowcount > 0

    def change_edition(self, token_hash: str, edition: Edition) -> bool:
        """Ask another edition from now on; False when no assessment has this token, or another follows it."""
        round_ = find_behind(token_hash, rounds.c.id)
        change = update(rounds).where(rounds.c.id == round_, ~is_followed(rounds.c.id))
        with self._writing() as connection:
            return connection.execute(change.values(edition=edition)).rowcount > 0

    def save_answer(self, token_hash: str, answer: Answer) -> datetime | None:
        """Keep an answer in place of the one before.

        Returns when it was saved (UTC), or None when no assessment has this token, or another follows it.
        """
        now = datetime.now(UTC)
        with self._writing() as connection:
            statement = upsert_answer(connection.dialect.name)
            saved = connection.execute(statement, bind_answer(token_hash, answer, now)).rowcount > 0
        return now if saved else None

    def clear_answer(self, token_hash: str, question_id: str) -> bool:
        """Forget an answer if there is one; False when no assessment has this token or another follows it."""
        found = select(respondents.c.id).where(
            respondents.c.token_hash == token_hash, ~is_followed(respondents.c.round_id)
        )
        with self._writing() as connection:
            respondent = connection.scalar(found)
            connection.execute(
                delete(answers).where(
                    answers.c.respondent_id == respondent, answers.c.question_id == question_id
                )
            )
        return respondent is not None


def open_store(url: str | None = None) -> Store:
    """Open the database (see `choose_url`), making it or bringing it up to date first.

    StorageProblem when that cannot be done; the database is then left as it is.
    """
    chosen = choose_url(url)
    migrate(chosen)
    return Store(open_engine(chosen), name_place(chosen))
