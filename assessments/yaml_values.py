"""Turns the events of a YAML parser into plain values with lines, refusing what is not plain."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml import events

from assessments.document import Path, Value, name_field
from assessments.problems import Problem, show_value
from assessments.yaml_scalars import BOOLEAN_WORDS, find_control_character, resolve_plain

# The C reader is some ten times faster; both give the same events. Neither builds any object here.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Limits:
    """The most a file may hold."""

    size: int = 2_000_000
    """Bytes."""
    depth: int = 30
    """Lists and mappings within each other."""
    values: int = 200_000


class UnreadableError(Exception):
    """The file cannot be read on; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def _line(event: events.Event) -> int:
    """The line an event begins on, from 1."""
    return event.start_mark.line + 1 if event.start_mark else 1


class Builder:
    """Turns the events of one file into values, collecting problems on the way."""

    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.text, self.file, self.limits = text.replace("\r\n", "\n").replace("\r", "\n"), file, limits
        self.problems: list[Problem] = []
        self.lines: dict[Path, int] = {}
        self.doubtful: set[Path] = set()
        self._values = 0
        self._events: Iterator[events.Event] = iter(())

    def build(self) -> Value:
        """The value of the whole file. Raises UnreadableError or yaml.YAMLError where it cannot go on."""
        if match := find_control_character(self.text):
            line = self.text.count("\n", 0, match.start()) + 1
            message = f"a control character (U+{ord(match[0]):04X}) stands in the file"
            raise UnreadableError(Problem(self.file, line, "", message, "delete it"))
        self._events = yaml.parse(self.text, Loader=_LOADER)
        next(self._events)  # start of the stream
        if isinstance(next(self._events), events.StreamEndEvent):
            return None
        value = self._read(next(self._events), ())
        next(self._events)  # end of the document
        following = next(self._events)
        if not isinstance(following, events.StreamEndEvent):
            message = "a second document begins here"
            self._report(following, (), message, "keep one, and remove the line `---`")
        return value

    def _report(self, event: events.Event, path: Path, message: str, mend: str) -> None:
        line = _line(event)
        self.problems.append(Problem(self.file, line, name_field(path), message, mend))

    def _doubt(self, event: events.Event, path: Path, message: str, mend: str) -> None:
        self.doubtful.add(path)
        self._report(event, path, message, mend)

    def _read(self, event: events.Event, path: Path) -> Value:
        self.lines.setdefault(path, _line(event))
        self._keep_limits(event, path)
        if isinstance(event, events.AliasEvent):
            self._doubt(event, path, f"an alias (*{event.anchor}) is not allowed", "write the value out")
            return None
        self._refuse_properties(event, path)
        if isinstance(event, events.SequenceStartEvent):
            return self._read_list(path)
        if isinstance(event, events.MappingStartEvent):
            return self._read_mapping(path)
        return self._read_scalar(event, path)

    def _refuse_properties(self, event: events.Event, path: Path) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None:
            self._report(event, path, f"an anchor (&{anchor}) is not allowed", "remove it")
        if tag is not None:
            self._doubt(event, path, f"a tag ({tag}) is not allowed", "remove it")

    def _keep_limits(self, event: events.Event, path: Path) -> None:
        self._values += 1
        line = _line(event)
        if self._values > self.limits.values:
            message = f"the file holds more than {self.limits.values} values"
            raise UnreadableError(Problem(self.file, line, "", message, "make it smaller, or split it"))
        if len(path) > self.limits.depth:
            message = f"lists and mappings go deeper than {self.limits.depth} levels"
            raise UnreadableError(Problem(self.file, line, "", message, "write it flatter"))

    def _read_list(self, path: Path) -> Value:
        items: list[Value] = []
        while not isinstance(event := next(self._events), events.SequenceEndEvent):
            items.append(self._read(event, (*path, len(items))))
        return tuple(items)

    def _read_mapping(self, path: Path) -> Value:
        mapping: dict[str, Value] = {}
        while not isinstance(event := next(self._events), events.MappingEndEvent):
            key = self._read_key(event, path)
            place = (*path, key)
            if key in mapping:
                message = f"the key comes twice (first in line {self.lines[place]})"
                self._report(event, place, message, "keep one of the two")
                self._skip(next(self._events), place)
                continue
            self.lines[place] = _line(event)
            mapping[key] = self._read(next(self._events), place)
        return mapping

    def _skip(self, event: events.Event, path: Path) -> None:
        """Reads a value that is not kept, with its limits but without its lines and problems."""
        kept = self.problems, self.lines, self.doubtful
        self.problems, self.lines, self.doubtful = [], {}, set()
        self._read(event, path)
        self.problems, self.lines, self.doubtful = kept

    def _read_key(self, event: events.Event, path: Path) -> str:
        if not isinstance(event, events.ScalarEvent):
            message = "a key is a list, a mapping or an alias"
            self._report(event, path, message, "write the key as a plain word")
            if not isinstance(event, events.AliasEvent):
                self._skip(event, (*path, "?"))
            self.doubtful.add((*path, "?"))
            return "?"
        key = str(event.value)
        place = (*path, key)
        before = len(self.problems)
        self._refuse_properties(event, place)
        value = self._read_scalar(event, place)
        if value != key and len(self.problems) == before:
            message = f"a key is read as {show_value(value)}, not as text"
            self._doubt(event, place, message, f'put it in quotes: "{key}"')
        return key

    def _read_scalar(self, event: events.Event, path: Path) -> Value:
        assert isinstance(event, events.ScalarEvent)
        text = str(event.value)
        if match := find_control_character(text):
            message = f"the text holds a control character (U+{ord(match[0]):04X})"
            self._doubt(event, path, message, "remove it")
        if event.style:
            return text
        if text in BOOLEAN_WORDS:
            message = f"`{text}` can be read as true or false"
            self._doubt(event, path, message, f'quote it: "{text}", or write true or false')
        return resolve_plain(text)
