"""Checks of the order of actions: prerequisites exist and never lead back to where they began."""

from collections.abc import Iterator

from assessments.content_index import ContentIndex, Register, collect_ids
from assessments.document import Node
from assessments.problems import Problem


def check_prerequisites(index: ContentIndex) -> Iterator[Problem]:
    """Every prerequisite is another action, and no chain of them is a circle."""
    actions = collect_ids(index.actions)
    known = Register("action", frozenset(actions))
    for action in index.actions:
        prerequisites = list(action.each("prerequisites"))
        yield from known.refuse_each(prerequisites)
        for node in prerequisites:
            if node.value == action.text("id"):
                yield node.problem("an action cannot be its own prerequisite", "remove it")
    for cycle in find_cycles({name: _name_prerequisites(node) for name, node in actions.items()}):
        chain = " → ".join((*cycle, cycle[0]))
        message = f"these actions wait for each other: {chain}"
        yield actions[cycle[0]].at("prerequisites").problem(message, "remove one of these prerequisites")


def _name_prerequisites(action: Node) -> list[str]:
    return [node.value for node in action.each("prerequisites") if isinstance(node.value, str)]


def find_cycles(prerequisites: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """Circles of two or more, each beginning with the name that comes first.

    Not every possible circle, but at least one through every knot: once none is found, there is none.
    """
    cycles: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in prerequisites:
        chain: list[str] = [start]
        branches = [iter(prerequisites[start])]
        while branches and start not in done:
            following = next(branches[-1], None)
            if following is None:
                done.add(chain.pop())
                branches.pop()
            elif following in chain:
                cycles.append(_begin_with_first(chain[chain.index(following) :], prerequisites))
            elif following in prerequisites and following not in done:
                chain.append(following)
                branches.append(iter(prerequisites[following]))
    return [cycle for cycle in dict.fromkeys(cycles) if len(cycle) > 1]


def _begin_with_first(cycle: list[str], order: dict[str, list[str]]) -> tuple[str, ...]:
    names = list(order)
    start = cycle.index(min(cycle, key=names.index))
    return (*cycle[start:], *cycle[:start])
