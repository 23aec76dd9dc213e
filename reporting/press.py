"""HTML to PDF with WeasyPrint; it runs in a process of its own."""

from pathlib import Path

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reporting.font_programs import shrink_fonts
from reporting.glyphs import FONT_PATHS

VARIANT = "pdf/ua-1"
"""Tagged and accessible, as PDF/UA-1 asks."""


class _EmbeddedOnly(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Serves what is inside the document and stops the rendering on anything else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if not url.lower().startswith("data:"):
            raise FatalURLFetchingError(f"the report may not fetch {url[:100]}")
        return super().fetch(url, headers)


def print_html(html: str) -> bytes:
    """The document as a tagged PDF.

    Raises FatalURLFetchingError when it refers to anything outside itself. Only the fonts named in the
    process's fontconfig file can be embedded: see `write_font_configuration`.
    """
    fetcher = _EmbeddedOnly(allowed_protocols={"data"}, fail_on_errors=True)
    document = HTML(string=html, url_fetcher=fetcher, base_url=None)
    return bytes(document.write_pdf(pdf_variant=VARIANT, finisher=shrink_fonts))


def write_font_configuration(folder: Path) -> Path:
    """A fontconfig file that knows the report's two fonts and no others."""
    folders = "".join(f"<dir>{path.parent}</dir>" for path in FONT_PATHS)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig>{folders}<cachedir>{folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return path
