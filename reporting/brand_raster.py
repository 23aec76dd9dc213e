"""A drawn logo as pixels, for programs that show no SVG."""

import base64
from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from reporting.brand import Logo

Pixels = NDArray[np.float64]
SIDE = 900
"""Longest side in pixels."""
_PAGE_POINTS = 360.0
"""Longest side of the page it is printed on."""


@lru_cache(maxsize=16)
def rasterise(logo: Logo) -> Logo:
    """The logo as PNG or JPEG, its ground transparent where it has none; a raster logo as it is.

    Drawn by what prints the report, so that both look the same. Call it where there are limits: see
    `reporting.pdf.make_bounded`.
    """
    if logo.media_type != "image/svg+xml":
        return logo
    import pypdfium2

    from reporting.press import print_html

    scale = _PAGE_POINTS / max(logo.width, logo.height)
    size = f"{logo.width * scale:.3f}pt {logo.height * scale:.3f}pt"
    width, height = size.split()
    sized = f"display: block; width: {width}; height: {height}"
    style = f"@page {{ size: {size}; margin: 0 }} body {{ margin: 0 }} img {{ {sized} }}"
    document = pypdfium2.PdfDocument(
        print_html(f'<title>-</title><style>{style}</style><img alt="-" src="{write_uri(logo)}">')
    )
    on_white, on_black = (
        np.asarray(
            document[0].render(scale=SIDE / _PAGE_POINTS, fill_color=(ground, ground, ground, 255)).to_pil(),
            dtype=np.float64,
        )[..., :3]
        for ground in (255, 0)
    )
    picture = Image.fromarray(_find_transparency(on_white, on_black))
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return Logo(target.getvalue(), "image/png", picture.width, picture.height)


def _find_transparency(on_white: Pixels, on_black: Pixels) -> NDArray[np.uint8]:
    """Red, green, blue and opacity from the same drawing on two grounds.

    PDFium itself paints half-transparent groups black where there is no ground under them.
    """
    opacity = 255 - np.clip(on_white - on_black, 0, 255).max(axis=2, keepdims=True)
    colours = np.divide(on_black * 255, opacity, out=np.zeros_like(on_black), where=opacity > 0)
    pixels = np.concatenate([np.clip(colours, 0, 255), opacity], axis=2)
    found: NDArray[np.uint8] = np.rint(pixels).astype(np.uint8)
    return found


def draw_pixels(logo: Logo) -> bytes:
    """The file of the logo as pixels."""
    return rasterise(logo).data


def write_uri(logo: Logo) -> str:
    """The logo as a data: URI."""
    return f"data:{logo.media_type};base64," + base64.b64encode(logo.data).decode("ascii")
