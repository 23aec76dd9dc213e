"""What comes after the verdict: targets, the board, re-checks, the history of rounds, calendar and files.

Every function takes a token and works out whose company it is: that of somebody who answers alone, of a
re-check, or of a workshop's facilitator. A participant's token opens none. When a function that writes
returns, what it has written is safe; what is not allowed is a UserError with a text in both languages.

Company:   open_company · keep_targets · keep_capacity
Board:     start_board · read_board · add_step · move_step · drop_step · set_owner · set_due ·
           set_evidence · rename_step · place_step · log_entry
Files:     export_board · import_board · make_calendar
Re-check:  preview_recheck · start_recheck · find_last_round · read_recheck · plan_recheck
History:   read_history
"""

from services.follow_up.board import (
    MAXIMUM_STEPS,
    add_step,
    drop_step,
    log_entry,
    move_step,
    place_step,
    read_board,
    rename_step,
    set_due,
    set_evidence,
    set_owner,
    start_board,
)
from services.follow_up.board_files import BoardForm, Imported, export_board, import_board
from services.follow_up.calendar import make_calendar
from services.follow_up.company import keep_capacity, keep_targets, open_company
from services.follow_up.errors import (
    BoardFileRefused,
    BoardFull,
    InvalidCapacity,
    InvalidStep,
    InvalidTarget,
    NoRecheck,
    NothingAnswered,
    StepNotFound,
    WorkshopNotClosed,
)
from services.follow_up.history import PastRound, RoundKind, read_history
from services.follow_up.recheck import (
    AT_RANDOM,
    AskedAgain,
    NextRecheck,
    Recheck,
    find_last_round,
    plan_recheck,
    preview_recheck,
    read_recheck,
    start_recheck,
)
from storage.follow_up_records import StoredCompany

__all__ = [
    "AT_RANDOM",
    "MAXIMUM_STEPS",
    "AskedAgain",
    "BoardFileRefused",
    "BoardForm",
    "BoardFull",
    "Imported",
    "InvalidCapacity",
    "InvalidStep",
    "InvalidTarget",
    "NextRecheck",
    "NoRecheck",
    "NothingAnswered",
    "PastRound",
    "Recheck",
    "RoundKind",
    "StepNotFound",
    "StoredCompany",
    "WorkshopNotClosed",
    "add_step",
    "drop_step",
    "export_board",
    "find_last_round",
    "import_board",
    "keep_capacity",
    "keep_targets",
    "log_entry",
    "make_calendar",
    "move_step",
    "open_company",
    "place_step",
    "plan_recheck",
    "preview_recheck",
    "read_board",
    "read_history",
    "read_recheck",
    "rename_step",
    "set_due",
    "set_evidence",
    "set_owner",
    "start_board",
    "start_recheck",
]
