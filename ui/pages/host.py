"""The facilitator's screen: what it shows follows the workshop's phase, on every device with the link."""

from ui import session
from ui.components.workshop.closing import RESULT, put_closing
from ui.components.workshop.discussion import put_discussion
from ui.components.workshop.full_result import put_full_result
from ui.components.workshop.lobby import put_lobby
from ui.hosting import open_hosted
from ui.navigation import go_to


def show() -> None:
    """Draw the phase the workshop is in; the facilitator's right comes from the token in the address."""
    hosted = open_hosted()
    if hosted is None:
        go_to("workshop", None)
    section = session.get_section()
    if hosted.workshop.phase == "answering":
        put_lobby(hosted)
    elif section == RESULT:
        put_full_result(hosted)
    elif hosted.workshop.phase == "discussing":
        put_discussion(hosted, section)
    else:
        put_closing(hosted)


show()
