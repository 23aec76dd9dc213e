"""What a brand adds to the printed report: a logo and a name on the first page, a line at every foot."""

from dataclasses import dataclass

from reporting.brand import PLAIN, Brand, Logo
from reporting.brand_raster import write_uri
from reporting.charts.svg import INK
from reporting.glyphs import clean_text, measure_text
from reporting.typesetting import shorten_text

LOGO_BOX = (48.0, 10.5)
"""Width and height in mm into which the logo on the first page is fitted."""
FOOT_BOX = (24.0, 4.4)
"""The same for the one at the foot."""
USUAL_HEAD, WIDE_HEAD = 79.0, 117.0
"""Room for company and subject at the head of the first page, in mm; the wide one beside a logo."""
FIRM_WIDTH = 89.0
"""Room for the firm's name at the head of the first page, in mm."""


@dataclass(frozen=True)
class FittedLogo:
    """A logo at the size it is printed in, in mm."""

    uri: str
    width: float
    height: float

    @property
    def style(self) -> str:
        """Its size as CSS."""
        return f"width:{self.width:.2f}mm;height:{self.height:.2f}mm"


@dataclass(frozen=True)
class FootLogo:
    """A logo at the foot, where a picture has no size but its own."""

    uri: str
    pixels_per_inch: float


@dataclass(frozen=True)
class Letterhead:
    """A brand as the report shows it."""

    firm: str
    firm_line: str
    """The name in one line under the logo, as far as it has room; empty without a logo."""
    logo: FittedLogo | None
    foot_logo: FootLogo | None
    confidentiality: str
    """At the foot of the first page, which has logo and name at its head."""
    foot: str
    """At the foot of the other pages: the same, after the name where there is no logo."""
    accent: str
    has_accent: bool
    width: float = FIRM_WIDTH
    """Room for the name at the head of the first page, in mm."""


def build_letterhead(brand: Brand, gap: str) -> Letterhead | None:
    """The brand in print; None where there is none. `gap` stands between name and confidentiality."""
    if brand == PLAIN:
        return None
    firm = clean_text(brand.firm).strip()
    confidentiality = clean_text(brand.confidentiality).strip()
    parts = ("" if brand.logo else firm, confidentiality)
    return Letterhead(
        firm=firm,
        firm_line=shorten_text(firm, FIRM_WIDTH, 7.5) if brand.logo else "",
        logo=fit_logo(brand.logo, LOGO_BOX) if brand.logo else None,
        foot_logo=_fit_foot(brand.logo) if brand.logo else None,
        confidentiality=confidentiality,
        foot=gap.join(part for part in parts if part),
        accent=brand.accent or INK,
        has_accent=brand.accent is not None,
    )


def measure_head(letterhead: Letterhead | None) -> float:
    """Room in mm for company and subject at the head of the first page."""
    return WIDE_HEAD if letterhead and letterhead.logo else USUAL_HEAD


def measure_firm(letterhead: Letterhead | None) -> float:
    """Width in mm that the name under the logo takes from the line it stands on."""
    return measure_text(letterhead.firm_line, 7.5) + 5 if letterhead and letterhead.firm_line else 0.0


def fit_logo(logo: Logo, box: tuple[float, float]) -> FittedLogo:
    """The logo as large as the box allows."""
    scale = fit_scale(logo, box)
    return FittedLogo(write_uri(logo), logo.width * scale, logo.height * scale)


def fit_scale(logo: Logo, box: tuple[float, float]) -> float:
    """What the logo's own units are multiplied by to fill a box."""
    return min(box[0] / logo.width, box[1] / logo.height)


def _fit_foot(logo: Logo) -> FootLogo:
    """A picture in a page's margin is as large as its resolution makes it, a drawing as it says itself."""
    scale = fit_scale(logo, FOOT_BOX)
    if logo.media_type != "image/svg+xml":
        return FootLogo(write_uri(logo), 25.4 / scale)
    own = f'width="{logo.width:g}" height="{logo.height:g}"'
    set_ = f'width="{logo.width * scale:.3f}mm" height="{logo.height * scale:.3f}mm"'
    sized = logo.data.decode().replace(own, set_, 1).encode()
    return FootLogo(write_uri(Logo(sized, logo.media_type, logo.width, logo.height)), 96.0)
