"""Rules for entering data in CRM or SFA."""

from reporting.kit.case import KitCase
from reporting.kit.word.filling import Filling, find_end
from reporting.kit.word.writing import write_document


def render(case: KitCase) -> bytes:
    """The rules as a Word document; they take effect when the roadmap has them in use."""
    return write_document(case, "entry_rules", Filling(find_end(case, "write_entry_rules", "effective_date")))
