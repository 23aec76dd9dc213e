"""Line breaks, decided before the page is rendered.

The renderer breaks Japanese at almost any character and balances nothing. So short texts are cut here:
Japanese at phrases (BudouX), other scripts at words, measured with the fonts' own advance widths, into the
fewest lines that fit and among those the least ragged ones.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import budoux
from markupsafe import Markup

from reporting.glyphs import MM_PER_POINT, clean_text, measure_text

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_NEVER_FIRST = (
    "、。，．・：；？！」』）］｝〉》〕】’”ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜…,.:;?!)]}%％°"
)
_NEVER_LAST = "「『（［｛〈《〔【‘“([{¥$#"
_HANGING = "、。」』）"
"""Marks whose empty half may stand outside the box at the end of a line."""
_WORD = re.compile(r"[A-Za-z0-9.,'’&+@_-]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_RUN = re.compile(
    r"[「『（]*(?:[ァ-ヺー]+|[A-Za-z0-9.,'’&+@_-]+|[\u3400-\u9fff々]+|.)[^「『（ァ-ヺーA-Za-z0-9\u3400-\u9fff]*"
)
_SPACES = re.compile(" {2,}")
_GAP = re.compile(r"“\S{1,9} \S{1,9}”| +")  # two words in quotation marks are not parted
_SHORT_LAST_LINE = 1 / 3
_STOP_BONUS = {"。": 0.22, "、": 0.16}
_LAST_LINE_WEIGHT = 1.5


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def load_parser() -> None:
    """Read the phrase model ahead of the first text."""
    _parser()


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end with `before` and the next begin with `after`."""
    if after in _NEVER_FIRST or before in _NEVER_LAST or after == " ":
        return False
    if _WORD.match(before) and _WORD.match(after):
        return False
    if _KATAKANA.match(before) and _KATAKANA.match(after):
        return False
    is_figure = before.isascii() and before.isdigit()
    return not (is_figure and after not in _NEVER_LAST)


def _cut_phrases(text: str) -> list[str]:
    """The smallest pieces that are kept together, in order; joined they are the text."""
    ends = {match.end() for match in _GAP.finditer(text)}
    if _JAPANESE.search(text):
        position = 0
        for phrase in _parser().parse(text):
            position += len(phrase)
            ends.add(position)
        ends |= {match.start() for match in re.finditer(r"[「『（]", text)}
    cuts = [0]
    for end in sorted(ends):
        if 0 < end < len(text) and (text[end - 1] == " " or _may_break(text[end - 1], text[end])):
            cuts.append(end)
    cuts.append(len(text))
    return [text[start:end] for start, end in pairwise(cuts) if end > start]


def _split_wide(phrase: str, width: float, points: float, bold: bool) -> list[str]:
    """A phrase that fits no line, cut between scripts, and where a line is full if it must be."""
    runs = [match.group() for match in _RUN.finditer(phrase)]
    if len(runs) > 1:
        return [piece for run in runs for piece in _split_wide(run, width, points, bold)]
    pieces, piece, used = [], "", 0.0
    for character in phrase:
        advance = measure_text(character, points, bold)
        if piece and used + advance > width:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += character
        used += advance
    return [*pieces, piece] if piece else pieces


def _choose_breaks(phrases: list[str], widths: list[float], box: "_Box") -> list[int]:
    """Ends of the lines: fewest first, then least ragged; backwards dynamic programming."""
    count = len(phrases)
    best: list[tuple[int, float, int]] = [(0, 0.0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        chosen: tuple[int, float, int] | None = None
        used = 0.0
        for end in range(start + 1, count + 1):
            last = phrases[end - 1].rstrip(" ")
            used += widths[end - 1]
            if end - start > 1 and used - (box.half if last[-1:] in _HANGING else 0.0) > box.width:
                break
            lines, cost, _ = best[end]
            candidate = (lines + 1, cost + box.cost(used, last, end == count, start == 0), end)
            if chosen is None or candidate[:2] < chosen[:2]:
                chosen = candidate
        assert chosen is not None
        best[start] = chosen
    ends, position = [], 0
    while position < count:
        position = best[position][2]
        ends.append(position)
    return ends


@dataclass(frozen=True)
class _Box:
    """What lines are set into, in mm."""

    width: float
    half: float
    """Half the width of a full-width character."""
    target: float | None
    """The width every line should have; None: as full as possible, the last one free."""

    def cost(self, used: float, last: str, is_last: bool, is_first: bool) -> float:
        """How bad a line of this width is that ends in `last`."""
        bonus = 0.0 if is_last else _STOP_BONUS.get(last[-1:], 0.0)
        if self.target is not None:
            return ((self.target - used) / self.width) ** 2 - bonus / 2
        if is_last:
            short = _SHORT_LAST_LINE - used / self.width
            return 0.0 if is_first else _LAST_LINE_WEIGHT * max(0.0, short)
        return ((self.width - used) / self.width) ** 2 - bonus


@lru_cache(maxsize=4096)
def break_lines(
    text: str, width: float, points: float, bold: bool = False, balanced: bool = False
) -> tuple[str, ...]:
    """A text in lines no wider than `width` mm at this size; nothing but spaces at breaks is lost.

    `balanced`: lines of like width, for titles; otherwise full lines with a free last one, for texts.
    """
    lines: list[str] = []
    for paragraph in clean_text(text).split("\n"):
        phrases: list[str] = []
        for phrase in _cut_phrases(paragraph.strip(" ")):
            fits = measure_text(phrase.rstrip(" "), points, bold) <= width
            phrases.extend([phrase] if fits else _split_wide(phrase, width, points, bold))
        if not phrases:
            continue
        widths = [measure_text(phrase, points, bold) for phrase in phrases]
        half = points * MM_PER_POINT / 2
        ends = _choose_breaks(phrases, widths, _Box(width, half, None))
        if balanced and len(ends) > 1:
            ends = _choose_breaks(phrases, widths, _Box(width, half, sum(widths) / len(ends)))
        start = 0
        for end in ends:
            lines.append("".join(phrases[start:end]).strip(" "))
            start = end
    return tuple(lines)


def set_text(
    text: str, width: float, points: float, bold: bool = False, balanced: bool | None = None
) -> Markup:
    """A text as markup with its breaks; safe to print, whatever the text holds. Bold ones are balanced."""
    is_balanced = bold if balanced is None else balanced
    return join_lines(break_lines(text, width, points, bold, is_balanced))


def join_lines(lines: tuple[str, ...]) -> Markup:
    """Lines as markup, broken nowhere else; a comma before a bracket in half its width."""
    half = Markup('<span class="half">、</span>「')
    marked = Markup("\n").join(half.join(_SPACES.sub(" ", line).split("、「")) for line in lines)
    return Markup('<span class="lines">{}</span>').format(marked)


def choose_size(
    lines: tuple[str, ...], width: float, sizes: tuple[float, ...], most: int, bold: bool = True
) -> tuple[float, tuple[str, ...]]:
    """The largest size at which these lines, broken further if they must, are at most so many."""
    for size in sizes:
        broken = tuple(part for line in lines for part in break_lines(line, width, size, bold, bold))
        if len(broken) <= most:
            return size, broken
    return sizes[-1], broken


def shorten_text(text: str, width: float, points: float, bold: bool = False) -> str:
    """A text in one line, cut with an ellipsis where it is wider than `width` mm."""
    line = " ".join(clean_text(text).split())
    if measure_text(line, points, bold) <= width:
        return line
    while line and measure_text(line + "…", points, bold) > width:
        line = line[:-1]
    return line.rstrip() + "…"
