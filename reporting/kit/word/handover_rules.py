"""Hand-over rules: lead statuses, conditions, answers and reasons for loss."""

from reporting.kit.case import KitCase
from reporting.kit.word.filling import Filling, find_end
from reporting.kit.word.writing import write_document


def render(case: KitCase) -> bytes:
    """The rules as a Word document; they take effect when the roadmap has the hand-over in use."""
    return write_document(case, "handover_rules", Filling(find_end(case, "run_handover", "effective_date")))
