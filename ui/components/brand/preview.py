"""The head and the foot of a report with a brand on them, small and as they will be printed."""

from html import escape

from i18n.text import translate
from reporting.brand import Brand
from reporting.brand_raster import write_uri
from reporting.charts.svg import INK
from ui.components.brand.words import say, say_html
from ui.components.markup import put_html
from ui.session import get_language
from ui.words import set_phrases


def put_preview(brand: Brand) -> None:
    """The first page and the foot of the second, in the report's own words."""
    first = f"{_draw_edge(brand)}{_draw_head(brand)}{_draw_finding(brand, 'verdict')}{_BANDS}"
    second = f"{_BANDS}{_draw_foot(brand)}"
    put_html(
        f"<h2>{set_phrases(say('page.preview'))}</h2>"
        f"<div class='bp' role='img' aria-label='{_describe(brand)}'>{first}</div>"
        f"<p class='sm mut'>{say_html('page.preview_foot')}</p>"
        f"<div class='bp low' aria-hidden='true'>{second}</div>"
        f"<p class='sm mut'>{say_html('page.meaning')}</p>",
        "prev",
        tag="section",
    )


_BANDS = "<div class='bd'><i class='f'></i><i class='p'></i></div>"


def _describe(brand: Brand) -> str:
    return say_html("page.preview_alt", firm=brand.firm or say("page.firm_none"))


def _draw_edge(brand: Brand) -> str:
    return f"<div class='eg' style='background:{brand.accent}'></div>" if brand.accent else ""


def _draw_head(brand: Brand) -> str:
    """Whose report it is at the left, who made it at the right."""
    subject = escape(translate("report.subject", get_language()))
    company = say_html("page.company_example")
    name = escape(brand.firm)
    if brand.logo:
        mark = f"<img src='{write_uri(brand.logo)}' alt=''><span>{name}</span>"
    else:
        mark = f"<b>{name}</b>"
    return (
        f"<div class='hd'><div><b>{company} {subject}</b><span>{say_html('page.facts_example')}</span></div>"
        f"<div class='fm'>{mark}</div></div>"
    )


def _draw_finding(brand: Brand, label: str) -> str:
    words = escape(translate(f"report.labels.{label}", get_language()))
    title = "<br>".join(set_phrases(line) for line in say("page.headline_example").split("|"))
    return (
        f"<div class='fd'><span style='color:{brand.accent or INK}'>{words}</span>"
        f"<p class='ph'>{title}</p></div>"
    )


def _draw_foot(brand: Brand) -> str:
    name = (
        f"<img src='{write_uri(brand.logo)}' alt=''>" if brand.logo else f"<span>{escape(brand.firm)}</span>"
    )
    mark = escape(translate("report.mark", get_language()))
    return f"<div class='ft'>{name}<span>{escape(brand.confidentiality)}</span><em>{mark}　2 / 13</em></div>"
