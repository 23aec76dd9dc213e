"""What could not be done, said once on the page that follows."""

from collections.abc import Callable
from html import escape

from services.errors import UserError
from ui.components.markup import put_html
from ui.session import get_language, set_notice, take_notice


def perform(change: Callable[[], object]) -> bool:
    """Do what was asked for; what keeps it from being done is shown in the run that follows.

    Returns whether it was done.
    """
    try:
        change()
    except UserError as error:
        set_notice(error.explain(get_language()))
        return False
    return True


def put_notice() -> None:
    """Why the last thing asked for could not be done; nothing when it was."""
    notice = take_notice()
    if notice:
        put_html(f"<p>{escape(notice)}</p>", "notice", role="alert")
