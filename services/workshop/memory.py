"""What is worked out once for all screens that ask for it. Nothing is lost with it."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """The latest value for each workshop, made anew when its version has changed.

    Of many threads that ask at once, one makes the value and the others wait for it. The workshop
    that was asked for longest ago is forgotten first.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[str, tuple[object, Value]] = OrderedDict()
        self._making: dict[str, Lock] = {}

    def get(self, workshop_id: str, version: object, make: Callable[[], Value]) -> Value:
        """The value of a workshop at a version."""
        with self._lock:
            making = self._making.setdefault(workshop_id, Lock())
        with making:
            with self._lock:
                kept = self._kept.get(workshop_id)
                if kept is not None and kept[0] == version:
                    self._kept.move_to_end(workshop_id)
                    return kept[1]
            value = make()
            with self._lock:
                self._kept[workshop_id] = version, value
                self._kept.move_to_end(workshop_id)
                while len(self._kept) > self._size:
                    forgotten, _ = self._kept.popitem(last=False)
                    self._making.pop(forgotten, None)
            return value
