"""Agreement in words, from six respondents on, with how often chance alone would reach it."""

from reporting.narrative.voice import Voice
from scoring.agreement import MINIMUM_FOR_WORDS, chance_of_agreement, label_agreement
from scoring.gaps import PerceptionGap

RARE = 0.01
"""Share below which chance is said not to reach it, rather than given as a percentage."""


def tell_agreement(gap: PerceptionGap, voice: Voice) -> tuple[str, str]:
    """How far all agree, and how often as many people answering at random would; empty below six."""
    if gap.n < MINIMUM_FOR_WORDS or gap.r_wg is None:
        return "", ""
    chance = chance_of_agreement(gap.r_wg, gap.n)
    kind = "chance_rare" if chance < RARE else "chance"
    return (
        voice.say(f"gaps.agreement.{label_agreement(gap.r_wg)}"),
        voice.say(f"gaps.agreement.{kind}", percent=round(chance * 100)),
    )
