"""`henkaku`: answer files in, verdicts and reports out, and the server for the browser.

Exit codes: 0 done; 1 `check` or `doctor` found something; 2 bad input, with one message on stderr.
"""

import click

from commands.content import check, new, questions
from commands.kit import kit
from commands.results import report, score
from commands.serving import demo, doctor, serve


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="henkaku")
def main() -> None:
    """Diagnose how far a BtoB marketing organisation has come in its transformation."""


for command in (serve, demo, new, check, questions, score, report, kit, doctor):
    main.add_command(command)

if __name__ == "__main__":
    main()
