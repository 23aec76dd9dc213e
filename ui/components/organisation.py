"""How to organise: which model fits and how surely, what would change it, the way there, who does what."""

from html import escape

from assessments.models import OrgModelId
from reporting.narrative import PathStory, tell_flip, tell_input, tell_organisation, tell_path, tell_readiness
from reporting.narrative.organisation import write_input
from reporting.narrative.voice import write_mean
from scoring.findings import CriterionFit, Diagnosis
from ui.components.answer_rows import list_answers
from ui.components.ladder import draw_bar
from ui.components.section import put_section
from ui.session import get_language
from ui.words import read, read_html, say, say_html, set_phrases

LEANING, ROBUST = 60, 80
"""Per cent of the draws from which a model leads, and from which it leads robustly."""


def put_organisation(diagnosis: Diagnosis) -> None:
    """The recommendation with everything it rests on."""
    story = tell_organisation(diagnosis, get_language(), polite=True)
    parts = (
        _draw_acceptability(diagnosis),
        '<div class="two">',
        _list_flips(diagnosis),
        _draw_readiness(diagnosis),
        "</div>",
        _list_path(diagnosis),
        _list_criteria(diagnosis),
    )
    put_section(say("result.organisation"), story.title, story.deck, "".join(parts))


def put_roles(diagnosis: Diagnosis) -> None:
    """The division of work for a company of this size."""
    band = diagnosis.organisation.role_band
    rows = "".join(
        f"<tr><th scope='row'>{read_html(role.title)}</th><td>{read_html(role.does)}</td></tr>"
        for role in band.roles
    )
    caption = f'<caption class="vh">{say_html("result.roles")}</caption>'
    put_section(
        say("result.roles"),
        (read(band.title),),
        read(band.advice),
        f'<table class="roles">{caption}<tbody>{rows}</tbody></table>',
    )


def _draw_acceptability(diagnosis: Diagnosis) -> str:
    advice = diagnosis.organisation
    ranked = sorted(advice.acceptability, key=lambda model: -advice.acceptability[model])
    shares = {model: int(advice.acceptability[model] * 100 + 1e-9) for model in ranked}
    rows = "".join(
        _draw_share(_name(diagnosis, model), shares[model], model == advice.leading) for model in ranked
    )
    words = say("comma").join(f"{_name(diagnosis, model)} {shares[model]}%" for model in ranked)
    label = say_html("result.acceptability_words", shares=words)
    return (
        f'<p class="sm mut">{say_html("result.acceptability")}</p>'
        f'<div class="org" role="img" aria-label="{label}">{rows}'
        f'<div class="r ax"><span></span><div class="m"><span style="left:{LEANING}%">{LEANING}%</span>'
        f'<span style="left:{ROBUST}%">{ROBUST}%</span></div><b></b></div></div>'
    )


def _draw_share(name: str, percent: int, is_first: bool) -> str:
    lines = "".join(f'<span class="th" style="left:{at}%"></span>' for at in (LEANING, ROBUST))
    return (
        f'<div class="r{" on" if is_first else ""}"><span>{escape(name)}</span>'
        f'<div class="m"><i style="width:{percent}%"></i>{lines}</div><b>{percent}%</b></div>'
    )


def _name(diagnosis: Diagnosis, model: OrgModelId) -> str:
    return read(diagnosis.questionnaire.organisation.model(model).title)


def _list_flips(diagnosis: Diagnosis) -> str:
    flips = diagnosis.organisation.flips
    texts = [tell_flip(diagnosis, flip, get_language(), polite=True) for flip in flips] or [
        say("result.no_flip")
    ]
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<div><h3>{set_phrases(say('result.flips'))}</h3><ul class='dots sm'>{items}</ul></div>"


def _draw_readiness(diagnosis: Diagnosis) -> str:
    advice = diagnosis.organisation
    measure = advice.readiness
    mean = write_mean(measure.mean) if measure.mean is not None else "–"
    low, high = (f"{end:.1f}" for end in measure.mean_interval)
    label = say("result.bar_words", name=say("result.readiness"), mean=mean, low=low, high=high)
    return (
        f"<div><h3>{set_phrases(say('result.readiness'))}</h3>"
        f"<p class='sm'>{escape(tell_readiness(diagnosis, get_language(), polite=True))}</p>"
        f"{draw_bar(measure.mean, measure.mean_interval, label)}"
        f"<details><summary>{say_html('result.readiness_questions')}</summary>"
        f"{list_answers(diagnosis, advice.readiness_questions)}</details></div>"
    )


def _list_path(diagnosis: Diagnosis) -> str:
    steps = "".join(map(_draw_step, tell_path(diagnosis, get_language(), polite=True)))
    return (
        f"<h3 class='sub'>{set_phrases(say('result.path'))}</h3><ol class='path'>{steps}</ol>"
        if steps
        else ""
    )


def _draw_step(step: PathStory) -> str:
    name = f"<b class='ph'>{set_phrases(step.name)}</b>"
    return f"<li><span>{escape(step.moment)}</span>{name}<p class='sm mut'>{escape(step.text)}</p></li>"


def _list_criteria(diagnosis: Diagnosis) -> str:
    """What the recommendation rests on: each trait of the company and how far each model suits it."""
    models = [model.id for model in diagnosis.questionnaire.organisation.models]
    heads = "".join(f"<th scope='col'>{escape(_name(diagnosis, model))}</th>" for model in models)
    rows = "".join(_draw_criterion(diagnosis, item, models) for item in diagnosis.organisation.criteria)
    return (
        f"<details class='crit'><summary>{say_html('result.criteria')}</summary><table>"
        f"<caption class='sm mut'>{say_html('result.criteria_text')}</caption>"
        f"<thead><tr><th scope='col'>{say_html('result.criterion')}</th>"
        f"<th scope='col'>{say_html('result.own_value')}</th>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></details>"
    )


def _draw_criterion(diagnosis: Diagnosis, item: CriterionFit, models: list[OrgModelId]) -> str:
    name = tell_input(item.input, get_language())
    value = (
        write_input(item.input, item.value, get_language())
        if item.value is not None
        else say("result.not_given")
    )
    best = max(item.fit.values())
    cells = "".join(
        f"<td{' class=on' if item.fit[model] == best else ''}>{item.fit[model] * 100:.0f}</td>"
        for model in models
    )
    return f"<tr><th scope='row'>{escape(name)}</th><td>{escape(value)}</td>{cells}</tr>"
