"""JSON Schema of the content files, so that editors complete keys and mark mistakes.

`python -m assessments.schema` writes them; with `--check` it only says whether they are up to date.
"""

import json
import sys
from pathlib import Path

from assessments.content_files import KINDS, FileKind

SCHEMA_FOLDER = Path(__file__).parent / "schema"


def build_schema(kind: FileKind) -> str:
    """The schema of one kind of file, as it is written to disk."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **kind.model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> None:
    """Writes `<kind>.json` for every kind of content file."""
    folder.mkdir(exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind.name}.json").write_text(build_schema(kind), encoding="utf-8")


def find_outdated(folder: Path) -> list[str]:
    """Names of the files that are missing, differ from the models, or belong to no kind."""
    wanted = {f"{kind.name}.json": build_schema(kind) for kind in KINDS}
    present = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def main(arguments: list[str]) -> int:
    """Runs the command; returns its exit code."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m assessments.schema [--check]", file=sys.stderr)
        return 2
    if not arguments:
        write_schemas(SCHEMA_FOLDER)
        return 0
    outdated = find_outdated(SCHEMA_FOLDER)
    for name in outdated:
        print(f"{SCHEMA_FOLDER / name} is outdated: run python -m assessments.schema", file=sys.stderr)
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
