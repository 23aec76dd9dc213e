"""The scoring scheme: three categories with their limits, items with choices and points (E.step2)."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs

from reporting.kit.sheets.formulas import locate
from reporting.kit.words import Words

THRESHOLD = "mql_threshold"
"""The name formulas know the threshold by."""
SLOTS = 4
"""Choices an item has room for; the last is empty, to be added."""
THRESHOLD_ROW, TOP = 4, 9
"""Row of the threshold, and of the first choice."""
CATEGORY, ITEM, CHOICE, POINTS, FULL, LIMIT, CHECK = range(7)
"""Columns of the table of points."""


@dataclass(frozen=True)
class Choice:
    """One choice of an item with its points."""

    text: str
    points: int


@dataclass(frozen=True)
class Item:
    """Something a lead is scored by."""

    title: str
    category: int
    row: int
    """Row of its first choice."""
    choices: tuple[Choice, ...]

    @property
    def full(self) -> int:
        """The most points it gives."""
        return max(choice.points for choice in self.choices)

    @property
    def choices_name(self) -> str:
        """The name formulas know its choices by."""
        return f"choices_{(self.row - TOP) // SLOTS + 1}"

    @property
    def points_name(self) -> str:
        """The name formulas know their points by."""
        return f"points_{(self.row - TOP) // SLOTS + 1}"

    @property
    def choice_cells(self) -> str:
        """The texts of its choices."""
        return str(xl_range_abs(self.row, CHOICE, self.row + SLOTS - 1, CHOICE))

    @property
    def point_cells(self) -> str:
        """Their points."""
        return str(xl_range_abs(self.row, POINTS, self.row + SLOTS - 1, POINTS))


@dataclass(frozen=True)
class Category:
    """Attributes, behaviour or engagement."""

    title: str
    limit: int
    """The most points it gives."""
    row: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Scheme:
    """Everything leads are scored by."""

    categories: tuple[Category, ...]
    threshold: int
    """Points from which a lead is an MQL, to begin with."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in their order."""
        return tuple(item for category in self.categories for item in category.items)

    @property
    def last_row(self) -> int:
        """The last row of the table."""
        return self.items[-1].row + SLOTS - 1


def locate_threshold() -> str:
    """The cell of the threshold."""
    return locate(THRESHOLD_ROW, CHOICE)


def locate_limit(category: Category) -> str:
    """The cell of a category's limit."""
    return locate(category.row, LIMIT)


def locate_full(item: Item) -> str:
    """The cell of the most points an item gives."""
    return locate(item.row, FULL)


def read_scheme(words: Words) -> Scheme:
    """The scheme as the template proposes it."""
    row, categories = TOP, []
    for number, entry in enumerate(words.node("categories")):
        items, start = [], row
        for item in entry["items"]:
            choices = tuple(Choice(words.read(each["text"]), each["points"]) for each in item["choices"])
            items.append(Item(words.read(item["title"]), number, row, choices))
            row += SLOTS
        categories.append(Category(words.read(entry["title"]), entry["limit"], start, tuple(items)))
    return Scheme(tuple(categories), words.node("threshold"))
