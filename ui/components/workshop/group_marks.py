"""The groups' marks and names: shape and hue together, the same on every screen."""

from collections.abc import Mapping
from html import escape

from assessments.models import Group
from ui.components.workshop.words import say

Labels = Mapping[Group, str | None]
"""A workshop's groups, each with its own name or None for the usual one (`WorkshopPlan.groups`)."""


def name_group(group: Group, labels: Labels) -> str:
    """What a workshop calls a group: its own name, else the usual one. Plain text: escape it."""
    return labels.get(group) or say(f"groups.{group}")


def draw_mark(group: Group) -> str:
    """The mark of a group as HTML; the word that says the same has to stand beside it."""
    return f'<i class="gm gm-{group}"></i>'


def tint(group: Group) -> str:
    """The class that sets `--c`, the group's colour, for everything inside."""
    return f"gc-{group}"


def draw_name(group: Group, labels: Labels) -> str:
    """Mark and name as HTML."""
    return (
        f'<span class="gn {tint(group)}">{draw_mark(group)}<b>{escape(name_group(group, labels))}</b></span>'
    )
