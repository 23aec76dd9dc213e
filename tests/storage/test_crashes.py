"""What is left when processes start together, or die in the middle."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import create_engine, inspect

from assessments.answers import Profile
from storage.migration import VERSION_TABLE
from storage.records import NewAssessment
from storage.store import Store, open_store
from storage.tables import metadata

ROOT = Path(__file__).parents[2]
HASH = "a" * 64
WRITER = f"""
import sys
from assessments.answers import Answer
from storage.store import open_store
store = open_store(sys.argv[1])
for number in range(100_000):
    answer = Answer(question=f"q{{number}}", level=number % 6, note="証拠" * 200)
    assert store.save_answer("{HASH}", answer)
    print(number, flush=True)
"""
STARTER = """
import sys
from storage.store import open_store
sys.stdin.readline()
open_store(sys.argv[1]).close()
"""


def _run(script: str, database: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, database],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_writer_loses_no_acknowledged_answer(database: str, store: Store) -> None:
    store.add_assessment(HASH, NewAssessment(Profile(), "full", "ja", "c", "1"))
    with _run(WRITER, database) as writer:
        assert writer.stdout is not None
        seen = [int(writer.stdout.readline()) for _ in range(300)]
        writer.kill()
        seen += [int(line) for line in writer.stdout if line.endswith("\n")]
    again = open_store(database)
    found = again.find_assessment(HASH)
    again.close()
    assert found is not None
    kept = {answer.question: answer.level for answer in found.answers}
    assert {f"q{number}": number % 6 for number in seen}.items() <= kept.items()
    assert len(kept) <= len(seen) + 1  # at most the one it was killed over


def test_processes_that_start_together_migrate_once(database: str) -> None:
    starters = [_run(STARTER, database) for _ in range(3)]
    for starter in starters:
        assert starter.stdin is not None
        starter.stdin.write("go\n")
        starter.stdin.flush()
    for starter in starters:
        _, errors = starter.communicate(timeout=60)
        assert starter.returncode == 0, errors
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    assert set(inspect(engine).get_table_names()) == {VERSION_TABLE, *metadata.tables}
    engine.dispose()
