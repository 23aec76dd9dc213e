"""How an anonymous workshop counts its groups: on each question, none of fewer than three people alone.

Groups under three count together as `other` when they are three or more, else not at all. The company's
level rests on the same groups, so that whatever is worked out from the answers tells nothing that the
groups shown do not tell already.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from assessments.models import GROUPS, Group

if TYPE_CHECKING:
    import pandas as pd

SMALLEST_SHOWN = 3
"""People of a group from which an anonymous workshop shows it apart."""


def choose_shown(sizes: Mapping[Group, int]) -> dict[Group, Group]:
    """The group under which each is shown, itself or `other`; those left out are missing.

    An `other` that small groups are shown under includes the real one.
    """
    shown: dict[Group, Group] = {group: group for group, size in sizes.items() if size >= SMALLEST_SHOWN}
    small = [group for group, size in sizes.items() if 0 < size < SMALLEST_SHOWN]
    if sum(sizes[group] for group in small) >= SMALLEST_SHOWN:
        shown.update(dict.fromkeys(small, "other"))
    return shown


def find_pooled(shown: Mapping[Group, Group]) -> tuple[Group, ...]:
    """The groups that are shown together as `other`; usually none."""
    together = tuple(group for group in GROUPS if shown.get(group) == "other")
    return () if together == ("other",) else together


def count_shown(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The answers of one company, as tidy rows, with the groups they are shown under; others are dropped.

    A level counts by how many of its group gave one on the question, an answer without a level ("don't
    know", "not applicable") by how many of its group answered it at all.
    """
    import pandas as pd  # a report is rendered without it

    levels = frame["level"].notna()
    return pd.concat([_rename(frame[levels], frame[levels]), _rename(frame[~levels], frame)])


def _rename(rows: "pd.DataFrame", counted: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd

    sizes: dict[str, Counter[Group]] = {}
    for question, group in _pair(counted):
        sizes.setdefault(question, Counter())[group] += 1
    shown = {question: choose_shown(groups) for question, groups in sizes.items()}
    names = pd.Series([shown[question].get(group, "") for question, group in _pair(rows)], rows.index, str)
    return rows.assign(group=names)[names != ""]


def _pair(rows: "pd.DataFrame") -> Iterable[tuple[str, Group]]:
    return zip(rows["question"].tolist(), rows["group"].tolist(), strict=True)
