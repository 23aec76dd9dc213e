"""A section of the result: a narrow label beside a wide column, its finding as the title."""

from collections.abc import Sequence
from html import escape

from ui.components.markup import put_html
from ui.words import set_phrases


def put_section(label: str, title: Sequence[str], deck: str, body: str = "") -> None:
    """A section as one piece of HTML; `body` is taken as it stands."""
    put_html(
        f'<div class="lab ph">{set_phrases(label)}</div><div class="body">{head(title, deck)}{body}</div>',
        "sec",
        tag="section",
        label=label,
    )


def head(title: Sequence[str], deck: str) -> str:
    """Title and deck as HTML."""
    lines = "<br>".join(set_phrases(line) for line in title)
    return f"<h2>{lines}</h2>" + (f'<p class="deck">{escape(deck)}</p>' if deck else "")
