"""The diagnosis as slides that can be edited: texts, shapes and charts are PowerPoint's own."""

from datetime import date

from assessments.models import Language
from reporting.exports.forms import SlideShape
from reporting.exports.slides.decisions import add_decisions
from reporting.exports.slides.deck import Deck
from reporting.exports.slides.dimensions import add_capabilities, add_dimensions
from reporting.exports.slides.organisation import add_organisation, add_path
from reporting.exports.slides.patterns import add_patterns
from reporting.exports.slides.sides import add_sides
from reporting.exports.slides.steps import add_steps
from reporting.exports.slides.verdict import add_verdict
from reporting.exports.words import ExportWording
from scoring.findings import Diagnosis


def render_pptx(diagnosis: Diagnosis, language: Language, made_on: date, shape: SlideShape = "wide") -> bytes:
    """The diagnosis as a presentation in 16:9 or A4; the same input gives the same bytes."""
    deck = Deck(diagnosis, ExportWording(language), made_on, shape)
    add_verdict(deck)
    add_dimensions(deck)
    add_capabilities(deck)
    add_sides(deck)
    add_steps(deck)
    add_patterns(deck)
    add_organisation(deck)
    add_path(deck)
    add_decisions(deck)
    return deck.close()
