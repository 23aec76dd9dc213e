"""The workshop: blind answers on phones, disagreement on the screen, agreement on record.

A consultant calls `open_workshop` and keeps the facilitator token; the room joins by the code or the
QR code (`join_key`) and each phone keeps its participant token. The phases: `answering` (join, answer
blind), `discussing`, `closed`. Every function that takes a token checks it, and the phase, in the
database; what is not allowed is a UserError with a text in both languages. When a function that
writes returns, what it has written is safe.

Facilitator:  open_workshop · view_as_facilitator · end_answering · resume_answering · start_timer ·
              stop_timer · prepare_discussion · recompute_queue · choose_question · open_ballot ·
              close_ballot · hide_note · show_note · record_entry · skip_question · park_question ·
              undo_entry · redo_entry · close_workshop · result_for_facilitator ·
              minutes_for_facilitator · gaps_for_facilitator · room_for_facilitator · fill_workshop
Participant:  find_workshop · join_workshop · view_as_participant · read_revision ·
              save_blind_answer · clear_blind_answer · look_at_question · cast_vote ·
              result_for_participant · minutes_for_participant · gaps_for_participant ·
              room_for_participant
"""

from services.workshop.answer import cast_vote, clear_blind_answer, save_blind_answer
from services.workshop.blind import PatternTie
from services.workshop.codes import name_client
from services.workshop.discuss import Discussion, Talk, look_at_question, prepare_discussion
from services.workshop.errors import (
    AgreementExists,
    AnsweringOver,
    BallotClosed,
    CodeNotFound,
    InvalidEntry,
    NoteNotFound,
    NothingToRedo,
    NothingToUndo,
    ResultNotShared,
    RoomNotEmpty,
    StillAnswering,
    TooManyWrongCodes,
    WorkshopClosed,
    WorkshopFull,
    WorkshopLinkNotFound,
    WrongPhase,
)
from services.workshop.facilitate import (
    choose_question,
    close_ballot,
    close_workshop,
    end_answering,
    open_ballot,
    resume_answering,
    start_timer,
    stop_timer,
)
from services.workshop.gaps import WorkshopGaps, gaps_for_facilitator, gaps_for_participant
from services.workshop.join import Invitation, find_workshop, join_workshop
from services.workshop.notes import Note
from services.workshop.open import OpenedWorkshop, open_workshop
from services.workshop.plan import list_questions
from services.workshop.queue import recompute_queue
from services.workshop.record import (
    hide_note,
    park_question,
    record_entry,
    redo_entry,
    show_note,
    skip_question,
    undo_entry,
)
from services.workshop.rehearse import fill_workshop
from services.workshop.result import (
    MinutesItem,
    minutes_for_facilitator,
    minutes_for_participant,
    result_for_facilitator,
    result_for_participant,
)
from services.workshop.room import room_for_facilitator, room_for_participant
from services.workshop.showing import Ballot, Wording, find_furthest
from services.workshop.view import (
    Participation,
    PersonProgress,
    Workshop,
    read_revision,
    view_as_facilitator,
    view_as_participant,
)
from storage.workshop_records import (
    Entry,
    EntryStatus,
    Phase,
    TalkReason,
    Timer,
    Topic,
    VoteLevel,
    WorkshopPlan,
)

__all__ = [
    "AgreementExists",
    "AnsweringOver",
    "Ballot",
    "BallotClosed",
    "CodeNotFound",
    "Discussion",
    "Entry",
    "EntryStatus",
    "InvalidEntry",
    "Invitation",
    "MinutesItem",
    "Note",
    "NoteNotFound",
    "NothingToRedo",
    "NothingToUndo",
    "OpenedWorkshop",
    "Participation",
    "PatternTie",
    "PersonProgress",
    "Phase",
    "ResultNotShared",
    "RoomNotEmpty",
    "StillAnswering",
    "Talk",
    "TalkReason",
    "Timer",
    "TooManyWrongCodes",
    "Topic",
    "VoteLevel",
    "Wording",
    "Workshop",
    "WorkshopClosed",
    "WorkshopFull",
    "WorkshopGaps",
    "WorkshopLinkNotFound",
    "WorkshopPlan",
    "WrongPhase",
    "cast_vote",
    "choose_question",
    "clear_blind_answer",
    "close_ballot",
    "close_workshop",
    "end_answering",
    "fill_workshop",
    "find_furthest",
    "find_workshop",
    "gaps_for_facilitator",
    "gaps_for_participant",
    "hide_note",
    "join_workshop",
    "list_questions",
    "look_at_question",
    "minutes_for_facilitator",
    "minutes_for_participant",
    "name_client",
    "open_ballot",
    "open_workshop",
    "park_question",
    "prepare_discussion",
    "read_revision",
    "recompute_queue",
    "record_entry",
    "redo_entry",
    "result_for_facilitator",
    "result_for_participant",
    "resume_answering",
    "room_for_facilitator",
    "room_for_participant",
    "save_blind_answer",
    "show_note",
    "skip_question",
    "start_timer",
    "stop_timer",
    "undo_entry",
    "view_as_facilitator",
    "view_as_participant",
]
