"""The content everybody is asked from."""

from functools import cache

from assessments.loading import load_questionnaire
from assessments.models import Questionnaire
from assessments.problems import ContentProblems
from services.errors import ContentBroken


@cache
def load_content() -> Questionnaire:
    """The questionnaire, read once for each process; ContentBroken names everything wrong with it.

    Broken content is read again at the next call, so mending the files is enough.
    """
    try:
        return load_questionnaire()
    except ContentProblems as error:
        raise ContentBroken(tuple(str(problem) for problem in error.problems)) from error
