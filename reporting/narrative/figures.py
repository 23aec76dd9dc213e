"""Survey figures beside the company's own answers; never a rank that nobody measured."""

from assessments.models import Figure, Language
from reporting.narrative.told import FigureStory
from reporting.narrative.voice import Voice, read_level
from scoring.findings import Diagnosis, Standing


def tell_figures(diagnosis: Diagnosis, language: Language, polite: bool) -> tuple[FigureStory, ...]:
    """Each figure beside the first known answer it stands for, in the order of the content."""
    voice = Voice(language, polite)
    stories = []
    for figure in diagnosis.questionnaire.figures:
        standing = _find_answer(diagnosis, figure)
        if standing is not None:
            stories.append(_tell_figure(diagnosis, figure, standing, voice))
    return tuple(stories)


def _find_answer(diagnosis: Diagnosis, figure: Figure) -> Standing | None:
    standings = {standing.question.id: standing for standing in diagnosis.standings}
    own = [standings[item] for item in figure.questions if item in standings]
    return next((standing for standing in own if standing.is_known), None)


def _tell_figure(diagnosis: Diagnosis, figure: Figure, standing: Standing, voice: Voice) -> FigureStory:
    name = voice.read(diagnosis.questionnaire.levels[int(standing.level or 0)].name)
    own = voice.say(
        "figure.own",
        title=voice.name(standing.question.title),
        level=name,
        wording=read_level(standing, voice).rstrip("。."),
    )
    return FigureStory(
        statement=tell_statement(figure, voice),
        own=own,
        limit=voice.read(figure.limit) if figure.limit else None,
        standing=standing,
        value=voice.read(figure.value),
        figure_id=figure.id,
    )


def tell_statement(figure: Figure, voice: Voice) -> str:
    """What a figure says, with who published it."""
    publisher = voice.read(figure.publisher).replace("（", voice.word("comma")).replace("）", "")
    return voice.say("figure.statement", text=voice.read(figure.statement).rstrip("。."), publisher=publisher)
