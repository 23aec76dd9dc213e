"""Survey figures beside a cell to fill in: what others report, with publisher and limit."""

from reporting.kit.sheets.book import KitBook


def tell_benchmark(book: KitBook, figure_id: str) -> str:
    """A figure of the content in one sentence with its source and limit; never entered as a value."""
    language = book.case.language
    figure = next(item for item in book.diagnosis.questionnaire.figures if item.id == figure_id)
    limit = figure.limit.get(language) if figure.limit else ""
    return book.common.say(
        "benchmark.limited" if limit else "benchmark.plain",
        statement=figure.statement.get(language, polite=True),
        publisher=figure.publisher.get(language),
        limit=limit,
    )
