"""The diagnosis as slides that can be edited: texts, shapes and charts are PowerPoint's own."""

from datetime import date

from assessments.models import Language
from reporting.enclosures import NOTHING, Enclosures
from reporting.exports.kinds import SlideShape
from reporting.exports.slides.comparison import add_comparison
from reporting.exports.slides.decisions import add_decisions
from reporting.exports.slides.deck import Deck
from reporting.exports.slides.dimensions import add_capabilities, add_dimensions
from reporting.exports.slides.gaps import add_gaps
from reporting.exports.slides.minutes import add_minutes
from reporting.exports.slides.organisation import add_organisation, add_path
from reporting.exports.slides.patterns import add_patterns
from reporting.exports.slides.roadmap import add_roadmap
from reporting.exports.slides.sides import add_sides
from reporting.exports.slides.steps import add_steps
from reporting.exports.slides.targets import add_targets
from reporting.exports.slides.unknowns import add_unknowns
from reporting.exports.slides.verdict import add_verdict
from reporting.exports.words import ExportWording
from scoring.findings import Diagnosis


def render_pptx(
    diagnosis: Diagnosis,
    language: Language,
    made_on: date,
    shape: SlideShape = "wide",
    enclosures: Enclosures = NOTHING,
) -> bytes:
    """The diagnosis as a presentation in 16:9 or A4; the same input gives the same bytes."""
    deck = Deck(diagnosis, ExportWording(language), made_on, shape, enclosures.brand)
    add_verdict(deck)
    add_comparison(deck, enclosures.earlier)
    add_dimensions(deck)
    add_capabilities(deck)
    add_sides(deck)
    add_steps(deck)
    add_gaps(deck, enclosures.room)
    add_patterns(deck)
    add_organisation(deck)
    add_path(deck)
    add_roadmap(deck, enclosures.capacity)
    add_unknowns(deck)
    add_targets(deck, enclosures.targets)
    add_minutes(deck, enclosures.room)
    add_decisions(deck)
    return deck.close()
