"""Commands that run the app, or look after its installation."""

import os
import sys
import tempfile
from pathlib import Path

import click

from assessments.answer_files import AnswerFile
from assessments.models import LANGUAGES, Language
from commands.files import read_capacity, read_file
from storage.store import Store

_PORT = click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)


@click.command()
@_PORT
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve(port: int, host: str) -> None:
    """Start the app for the browser."""
    from ui.server import serve as run_server

    run_server(port=port, host=host)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@_PORT
@click.option("--lang", type=click.Choice(LANGUAGES), default="ja", show_default=True)
def demo(file: Path, port: int, lang: Language) -> None:
    """Start the app on the answers in FILE and a workshop to practise, in a database of its own."""
    from services import connect
    from services.demo import open_example, open_rehearsal
    from ui.server import serve as run_server

    found = read_file(file)
    with tempfile.TemporaryDirectory(prefix="henkaku-demo-") as folder:
        os.environ["HENKAKU_DATA"] = folder
        store = connect()
        token = open_example(store, found.profile, found.answers, lang)
        _keep_figures(store, token, found)
        facilitator = open_rehearsal(store, found.profile, lang)
        store.close()
        base = f"http://127.0.0.1:{port}"
        click.echo(f"{found.profile.name}")
        click.echo(f"  result:   {base}/result?t={token}&lang={lang}")
        click.echo(f"  workshop: {base}/host?h={facilitator}&lang={lang}  (simulated people, to practise)")
        run_server(port=port, host="127.0.0.1")


def _keep_figures(store: Store, token: str, found: AnswerFile) -> None:
    from services.follow_up import keep_capacity, keep_targets

    if found.targets is not None:
        keep_targets(store, token, found.targets)
    if found.team_time is not None:
        keep_capacity(store, token, read_capacity(found))


@click.command()
def doctor() -> None:
    """Show where data lies, and check fonts, native libraries and the database."""
    from services.doctor import examine

    checks = examine()
    for item in checks:
        sign = "ok  " if item.ok else "FAIL" if item.needed else "warn"
        click.echo(f"{sign} {item.name}: {item.detail}")
        if item.mend:
            click.echo(f"     {item.mend}")
    if not all(item.ok or not item.needed for item in checks):
        sys.exit(1)
