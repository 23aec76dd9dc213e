"""What a browser knows about a Streamlit page: its widgets, their values, where it is."""

from dataclasses import dataclass, field
from typing import Literal

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

_KINDS = {"radio", "text_input", "button"}


@dataclass(frozen=True)
class Widget:
    """A widget on the page."""

    id: str
    options: tuple[str, ...] = ()
    """What a radio offers, in order; empty for anything else."""
    fragment: str = ""
    """The fragment that a change of it reruns; empty for the whole script."""

    @property
    def key(self) -> str:
        """The key the script gave it."""
        return self.id.split("-", 2)[-1]


@dataclass
class Page:
    """The state a browser keeps, as far as the server hears of it again."""

    address: str
    path: str
    query: str
    session: str = ""
    script_hash: str = ""
    widgets: dict[str, Widget] = field(default_factory=dict)
    """By id, those of the last full run."""
    values: dict[str, str] = field(default_factory=dict)
    """By id, as a browser sends them all with every rerun."""
    problem: str = ""
    """What went wrong on the page, if anything did."""
    _seen: set[str] = field(default_factory=set)
    _cached: dict[str, Delta] = field(default_factory=dict)

    def find(self, prefix: str) -> list[Widget]:
        """The widgets whose key begins so, in the order of the page."""
        return [widget for widget in self.widgets.values() if widget.key.startswith(prefix)]

    def take_in(self, message: ForwardMsg) -> None:
        """Change what the message changes; what happens in time is the visitor's business."""
        match message.WhichOneof("type"):
            case "delta":
                if message.metadata.cacheable:
                    self._cached[message.hash] = message.delta
                self._place(message.delta)
            case "ref_hash":
                self._place(self._cached[message.ref_hash])
            case "new_session":
                self._begin(message)
            case "navigation":
                self.script_hash = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                self._finish(message)
            case "page_not_found":
                self.problem = "page not found"
            case "session_event" if message.session_event.HasField("script_compilation_exception"):
                self.problem = "the script does not compile"

    def _begin(self, message: ForwardMsg) -> None:
        self.session = message.new_session.initialize.session_id
        self.script_hash = message.new_session.page_script_hash
        if not message.metadata.run.fragment_ids:
            self._seen = set()

    def _finish(self, message: ForwardMsg) -> None:
        """After a full run, what was not drawn again is gone, as is its value."""
        if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            self.widgets = {key: self.widgets[key] for key in self.widgets if key in self._seen}
            self.values = {key: self.values[key] for key in self.values if key in self._seen}

    def _place(self, delta: Delta) -> None:
        kind = delta.new_element.WhichOneof("type")
        if kind == "exception":
            self.problem = f"{delta.new_element.exception.type}: {delta.new_element.exception.message}"
        elif kind in _KINDS:
            self._register(delta.new_element, kind, delta.fragment_id)

    def _register(self, element: Element, kind: str, fragment: str) -> None:
        match kind:
            case "radio":
                radio = element.radio
                default = radio.options[radio.default] if radio.HasField("default") else None
                self._note(radio.id, radio.raw_value if radio.set_value else default, radio.set_value)
                widget = Widget(radio.id, tuple(radio.options), fragment)
            case "text_input":
                text = element.text_input
                self._note(text.id, text.value if text.set_value else text.default, text.set_value)
                widget = Widget(text.id, fragment=fragment)
            case _:
                widget = Widget(element.button.id, fragment=fragment)
        self._seen.add(widget.id)
        self.widgets[widget.id] = widget

    def _note(self, widget: str, value: str | None, is_set: bool) -> None:
        if value is not None and (is_set or widget not in self.values):
            self.values[widget] = value

    def make_rerun(
        self, pressed: str = "", fragment: str = "", kind: Literal["asked", "automatic"] = "asked"
    ) -> bytes:
        """The message that reruns the script, with everything a browser sends along.

        `pressed` is the id of the button that was pressed, if one was.
        """
        state = ClientState(
            query_string=self.query,
            page_script_hash=self.script_hash,
            page_name="" if self.script_hash else self.path.strip("/"),
            fragment_id=fragment,
            is_auto_rerun=kind == "automatic",
            cached_message_hashes=self._cached,
        )
        for widget, value in self.values.items():
            state.widget_states.widgets.append(WidgetState(id=widget, string_value=value))
        if pressed:
            state.widget_states.widgets.append(WidgetState(id=pressed, trigger_value=True))
        state.context_info.timezone = "Asia/Tokyo"
        state.context_info.timezone_offset = -540
        state.context_info.locale = "ja"
        state.context_info.url = f"http://{self.address}{self.path}?{self.query}"
        state.context_info.color_scheme = "light"
        message: bytes = BackMsg(rerun_script=state).SerializeToString()
        return message
