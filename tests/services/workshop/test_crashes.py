"""A server killed between any two clicks has lost nothing that was acknowledged."""

import subprocess
import sys
from pathlib import Path

import pytest

import services
from services.workshop import (
    minutes_for_facilitator,
    prepare_discussion,
    undo_entry,
    view_as_facilitator,
    view_as_participant,
)
from storage.store import Store
from tests.services.workshop.rooms import FIRST
from tests.storage.databases import BACKENDS, make_database

ROOT = Path(__file__).parents[3]
WORKSHOP = """
import sys
from assessments.answers import Answer
import services
from services.workshop import *
from tests.services.workshop.rooms import FIRST, QUESTIONS, plan
def say(*words):
    print(*words, flush=True)
store = services.connect(sys.argv[1])
opened = open_workshop(store, plan(anonymous=False))
facilitator = opened.facilitator_token
say("opened", facilitator)
people = []
for number in range(6):
    people.append(join_workshop(store, opened.join_code, ("sales", "marketing")[number % 2]))
    say("joined", people[-1])
for question in QUESTIONS[:8]:
    for number, person in enumerate(people):
        save_blind_answer(store, person, Answer(question=question, level=number, note="証拠"))
        say("answered", person, question, number)
end_answering(store, facilitator)
say("revealed")
queue = prepare_discussion(store, facilitator).queue
say("queued", *(topic.question_id for topic in queue))
for round_ in range(100):
    ballot = open_ballot(store, facilitator, FIRST)
    say("ballot", ballot)
    for person in people:
        cast_vote(store, person, FIRST, round_ % 6)
        say("voted", person, ballot, round_ % 6)
    close_ballot(store, facilitator)
    say("closed", ballot)
    record_entry(store, facilitator, FIRST, Entry(status="agreed", level=round_ % 6, fact=str(round_)))
    say("recorded", round_)
"""


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("kill_after", [1, 30, 56, 57, 66, 151])
def test_a_killed_server_loses_nothing_acknowledged(backend: str, kill_after: int, tmp_path: Path) -> None:
    with make_database(backend, tmp_path) as url:
        said = _run_until_killed(url, kill_after)
        store = services.connect(url)
        facilitator = said[0][1]
        found = view_as_facilitator(store, facilitator)
        people = [words[1] for words in said if words[0] == "joined"]
        assert found.people >= len(people)
        for person in people:
            told = {words[2]: int(words[3]) for words in said if words[:2] == ["answered", person]}
            answers = view_as_participant(store, person).answers
            assert told.items() <= {question: a.level for question, a in answers.items()}.items()
        if any(words[0] == "revealed" for words in said):
            assert found.phase == "discussing"
            _check_talk(store, facilitator, said)
        store.close()


def _run_until_killed(url: str, lines: int) -> list[list[str]]:
    command = [sys.executable, "-c", WORKSHOP, url]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = [server.stdout.readline() for _ in range(lines)]
        server.kill()  # SIGKILL
        said += [line for line in server.stdout if line.endswith("\n")]
    assert said[0].startswith("opened")
    return [line.split() for line in said]


def _check_talk(store: Store, facilitator: str, said: list[list[str]]) -> None:
    discussion = prepare_discussion(store, facilitator)
    for words in said:
        if words[0] == "queued":
            assert [topic.question_id for topic in discussion.queue] == words[1:]
    votes = {(words[1], words[2]): int(words[3]) for words in said if words[0] == "voted"}
    closed = {words[1] for words in said if words[0] == "closed"}
    ballots = {str(ballot.number): ballot for ballot in discussion.talks[FIRST].ballots}
    for ballot in closed:
        told = sorted(level for (_, number), level in votes.items() if number == ballot)
        kept = [level for view in ballots[ballot].gap.by_group.values() for level in view.levels]
        assert sorted(kept) == told
    recorded = [int(words[1]) for words in said if words[0] == "recorded"]
    if recorded:
        (item,) = minutes_for_facilitator(store, facilitator)
        assert int(item.entry.fact) >= recorded[-1]
        for _ in range(int(item.entry.fact) + 1):  # every change before is on record, too
            undo_entry(store, facilitator, FIRST)
        assert view_as_facilitator(store, facilitator).entries == {}
