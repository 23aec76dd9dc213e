"""A link to take along, with a button that copies it; `henkaku.js` does the copying."""

from html import escape

from ui.components.markup import put_html


def put_copy_link(why: str, link: str, copy: str, copied: str, *, is_secret: bool = False) -> None:
    """What the link is for, the link itself, and the button. A secret one is blurred until pointed at."""
    shown = "class='link secret' tabindex='0'" if is_secret else "class='link'"
    address = escape(link)
    put_html(
        f"<p>{escape(why)}</p><p {shown}>{address}</p>"
        f"<button type='button' data-copy='{address}' data-done='{escape(copied)}'>{escape(copy)}</button>",
        "take",
    )
