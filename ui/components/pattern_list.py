"""The structures that hold the company back, each with the answers that speak for it."""

from html import escape

from assessments.models import Pattern
from reporting.narrative import tell_absent, tell_patterns, tell_undecided
from scoring.findings import Diagnosis, Evidence, PatternFinding
from ui.components.answer_rows import list_answers
from ui.components.section import put_section
from ui.session import get_language
from ui.words import read, read_html, say, say_html, set_phrases

POSSIBLE_SHOWN = 3
"""Possible patterns shown at once; the rest unfold."""


def put_patterns(diagnosis: Diagnosis) -> None:
    """Present patterns with their evidence, possible ones with what decides them, the rest in a line."""
    story = tell_patterns(diagnosis, get_language(), polite=True)
    present = "".join(_draw_present(diagnosis, finding) for finding in diagnosis.patterns_in("present"))
    possible = _list_possible(diagnosis.patterns_in("possible"))
    absent = tell_absent(diagnosis, get_language(), polite=True)
    line = f'<p class="sm mut absent">{escape(absent)}</p>' if absent else ""
    put_section(say("result.patterns"), story.title, story.deck, present + possible + line)


def _draw_present(diagnosis: Diagnosis, finding: PatternFinding) -> str:
    pattern = finding.pattern
    rows = (
        (say("result.evidence"), _list_evidence(diagnosis, finding.supporting)),
        (say("result.consequence"), read_html(pattern.consequence)),
        (say("result.countermeasure"), read_html(pattern.countermeasure)),
        (say("result.room_question"), say_html("quoted", text=read(pattern.room_question))),
    )
    details = "".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in rows)
    kind = "contradiction" if pattern.contradiction else "present"
    return (
        f'<article class="pat">{_put_title(kind, pattern)}'
        f"<p>{read_html(pattern.finding)}</p><dl>{details}</dl></article>"
    )


def _list_possible(findings: tuple[PatternFinding, ...]) -> str:
    """What unknown answers decide; folded away where it would outweigh what was found."""
    shown = "".join(_draw_possible(finding) for finding in findings[:POSSIBLE_SHOWN])
    rest = "".join(_draw_possible(finding) for finding in findings[POSSIBLE_SHOWN:])
    if not rest:
        return shown
    more = say("result.show_more", n=len(findings) - POSSIBLE_SHOWN)
    return f'{shown}<details class="pats"><summary>{escape(more)}</summary>{rest}</details>'


def _draw_possible(finding: PatternFinding) -> str:
    return (
        f'<article class="pat">{_put_title("possible", finding.pattern)}'
        f"<p>{escape(tell_undecided(finding, get_language(), polite=True))}</p></article>"
    )


def _put_title(kind: str, pattern: Pattern) -> str:
    tag = f'<em class="{kind}">{say_html(f"result.pattern_{kind}")}</em>'
    return f'<h3>{tag}<span class="ph">{set_phrases(read(pattern.title))}</span></h3>'


def _list_evidence(diagnosis: Diagnosis, evidence: tuple[Evidence, ...]) -> str:
    return list_answers(diagnosis, (item.standing for item in evidence))
