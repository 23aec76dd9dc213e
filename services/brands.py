"""A consultant's own brand: kept under a token of its own, and put on the rounds that are to carry it."""

import hashlib

from assessments.models import Language
from reporting.accent import NoColour, settle_accent
from reporting.brand import CONFIDENTIALITY_LENGTH, FIRM_LENGTH, LOGO_TYPES, PLAIN, Brand, Logo
from reporting.brand_logo import accept_logo
from reporting.brand_raster import draw_pixels
from reporting.brand_refusal import LogoRefused
from reporting.exports.words import clean_line
from reporting.limits import Limits
from reporting.pdf import RenderError, make_bounded
from services.errors import UserError, explain_storage_problems
from services.follow_up.company import open_company
from services.tokens import hash_token, make_token
from storage.follow_up_records import StoredBrand
from storage.store import Store

_DRAWING = Limits(seconds=15, cpu_seconds=5, memory_bytes=1024**3)
"""What drawing one logo may use."""


class InvalidBrand(UserError):
    """A brand that cannot be kept; `field` is `firm`, `accent` or `confidentiality`."""

    def __init__(self, field: str) -> None:
        limits = {"firm": FIRM_LENGTH, "confidentiality": CONFIDENTIALITY_LENGTH}
        super().__init__(f"brand.invalid.{field}", limit=limits.get(field, ""))
        self.field = field


class LogoUnusable(UserError):
    """A file that cannot be used as a logo."""

    def __init__(self, refused: LogoRefused) -> None:
        super().__init__(f"brand.refused.{refused.reason}.what", **refused.params)
        self._refused = refused

    def explain(self, language: Language) -> str:
        """What is wrong with it and how to mend it."""
        return ("" if language == "ja" else " ").join(self._refused.explain(language))


def accept_upload(data: bytes) -> Logo:
    """A file from outside as a logo that is safe to embed and can be drawn; raises LogoUnusable."""
    try:
        logo = accept_logo(data)
        if logo.media_type == "image/svg+xml":
            _try_drawing(logo)
    except LogoRefused as refused:
        raise LogoUnusable(refused) from refused
    return logo


def _try_drawing(logo: Logo) -> None:
    """Draw it once, within limits: what cannot be drawn would later keep a report from being made."""
    try:
        make_bounded(draw_pixels, (logo,), _DRAWING)
    except RenderError as error:
        raise LogoRefused("svg_too_complex") from error


def check_brand(firm: str, logo: Logo | None, accent: str, confidentiality: str) -> Brand:
    """What somebody has entered, as a brand; a pale accent is darkened. Raises InvalidBrand."""
    firm, confidentiality = clean_line(firm), clean_line(confidentiality)
    if not 0 < len(firm) <= FIRM_LENGTH:
        raise InvalidBrand("firm")
    if len(confidentiality) > CONFIDENTIALITY_LENGTH:
        raise InvalidBrand("confidentiality")
    try:
        colour = settle_accent(accent).colour if accent.strip() else None
    except NoColour as error:
        raise InvalidBrand("accent") from error
    return Brand(firm, logo, colour, confidentiality)


def keep_brand(store: Store, token: str | None, brand: Brand) -> str:
    """Keep a brand in place of the one behind the token, or under a new token; returns the token.

    Every round that carries the brand shows it from now on. Raises InvalidBrand, DatabaseProblem.
    """
    kept = _write(check_brand(brand.firm, brand.logo, brand.accent or "", brand.confidentiality))
    with explain_storage_problems():
        token_hash = _hash(token)
        if token is not None and token_hash is not None and store.update_brand(token_hash, kept):
            return token
        new = make_token()
        store.add_brand(_hash(new) or "", kept)
    return new


def read_brand(store: Store, token: str | None) -> Brand | None:
    """The brand behind a token; None when there is none. Raises DatabaseProblem."""
    token_hash = _hash(token)
    if token_hash is None:
        return None
    with explain_storage_problems():
        found = store.find_brand(token_hash)
    return None if found is None else _read(found)


def put_brand(store: Store, link: str, token: str | None) -> bool:
    """Mark the round behind a link with the brand behind a token, or with none (None).

    The link is that of somebody who answers alone, or of a facilitator. False when there is no such brand;
    the round then stays as it is. Raises LinkNotFound, DatabaseProblem.
    """
    company = open_company(store, link)
    token_hash = _hash(token)
    if token is not None and token_hash is None:
        return False
    with explain_storage_problems():
        return store.set_round_brand(company.round_id, token_hash)


def brand_of(store: Store, link: str) -> Brand:
    """The brand that the round behind a link carries, PLAIN where it carries none.

    Raises LinkNotFound, DatabaseProblem.
    """
    company = open_company(store, link)
    with explain_storage_problems():
        found = store.brand_of_round(company.round_id)
    return PLAIN if found is None else _read(found)


def _hash(token: str | None) -> str | None:
    """The hash under which a brand's token is kept; None for what is no token.

    What it is for is hashed too, so that no token of another kind is ever found as a brand's.
    """
    plain = hash_token(token) if isinstance(token, str) else None
    return None if plain is None else hashlib.sha256(f"brand:{plain}".encode()).hexdigest()


def _write(brand: Brand) -> StoredBrand:
    logo = brand.logo
    return StoredBrand(
        firm=brand.firm,
        accent=brand.accent,
        confidentiality=brand.confidentiality,
        logo=logo.data if logo else None,
        logo_type=logo.media_type if logo else None,
        logo_width=logo.width if logo else None,
        logo_height=logo.height if logo else None,
    )


def _read(found: StoredBrand) -> Brand:
    return Brand(found.firm, _read_logo(found), found.accent, found.confidentiality)


def _read_logo(found: StoredBrand) -> Logo | None:
    media_type = next((known for known in LOGO_TYPES if known == found.logo_type), None)
    if found.logo is None or media_type is None:
        return None
    return Logo(found.logo, media_type, found.logo_width or 1.0, found.logo_height or 1.0)
