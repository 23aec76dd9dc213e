"""Agreement in words, from six people on; below that the marks speak for themselves."""

from html import escape

from assessments.models import LEVELS, Questionnaire
from services.workshop import Ballot
from ui.components.workshop.words import say, say_html
from ui.words import read


def name_level(questionnaire: Questionnaire, level: int) -> str:
    """The name of a level, 0–5, on the common ladder."""
    return read(questionnaire.levels[min(max(level, 0), LEVELS - 1)].name)


def tell_agreement(ballot: Ballot) -> str:
    """Agreement in a word and how often chance alone would reach it, as HTML; empty below six people."""
    if ballot.label is None or ballot.chance is None:
        return ""
    word = say_html(f"agreement.{ballot.label}")
    whole, chance = say_html("agreement.whole"), escape(tell_chance(ballot.chance))
    return f"<p class='agw'>{whole} <b>{word}</b><br><small>{chance}</small></p>"


def tell_chance(chance: float) -> str:
    """How often as many people choosing at random would agree as much, in words."""
    if chance < 0.01:
        return say("agreement.chance_rare")
    return say("agreement.chance", percent=f"{chance * 100:.0f}")
