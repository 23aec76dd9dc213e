"""The QR code by which phones join, as an image that scales without blurring."""

import base64
import io
from html import escape

import segno

QUIET_ZONE = 4
"""White modules around the code, as the standard asks for (ISO/IEC 18004)."""


def draw_qr(link: str, alt: str) -> str:
    """The code of a link as HTML: dark on white in either theme, because scanners expect it so."""
    code = segno.make(link, error="m", micro=False, boost_error=False)
    buffer = io.BytesIO()
    code.save(
        buffer,
        kind="svg",
        border=QUIET_ZONE,
        dark="#101820",
        light="#ffffff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    picture = base64.b64encode(buffer.getvalue()).decode()
    return f'<img class="qr" src="data:image/svg+xml;base64,{picture}" alt="{escape(alt)}">'
