"""The texts of the screen in the visitor's language, as plain text and ready for HTML or Markdown."""

import re
from datetime import date, datetime
from functools import lru_cache
from html import escape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import budoux
import streamlit as st

from assessments.models import Language, Text
from i18n.text import translate
from ui.session import get_language

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=])")
_PARSER = budoux.load_default_japanese_parser()
_TOKYO = ZoneInfo("Asia/Tokyo")


def say(key: str, /, **params: object) -> str:
    """A text of the `ui` catalogue, such as `say("start.title")`."""
    return translate(f"ui.{key}", get_language(), **params)


def read(text: Text) -> str:
    """A text of the content, as a screen words it."""
    return text.get(get_language(), polite=True)


def say_html(key: str, /, **params: object) -> str:
    """A text of the `ui` catalogue as HTML, whatever its parameters hold."""
    return escape(say(key, **params))


def read_html(text: Text) -> str:
    """A text of the content as HTML."""
    return escape(read(text))


@lru_cache(maxsize=2048)
def keep_plain(text: str) -> str:
    """Text that Markdown shows as it stands, whatever characters it has."""
    return _MARKDOWN.sub(r"\\\1", text)


def set_phrases(text: str) -> str:
    """Text as HTML that breaks between phrases only: for headings and short labels, in Japanese."""
    return _set_phrases(text, get_language())


@lru_cache(maxsize=2048)
def _set_phrases(text: str, language: Language) -> str:
    if language != "ja":
        return escape(text)
    return "<wbr>".join(escape(phrase) for phrase in _PARSER.parse(text))


def tell_time(moment: datetime) -> str:
    """A moment as the visitor's clock shows it: the time today, else the date."""
    zone = _read_zone()
    local = moment.astimezone(zone)
    if local.date() == datetime.now(zone).date():
        return local.strftime("%H:%M")
    return write_day(local.date())


def find_day(moment: datetime) -> date:
    """The day on which a moment falls by the visitor's clock."""
    return moment.astimezone(_read_zone()).date()


def write_day(day: date) -> str:
    """A date as the screen shows it, in the words of the report."""
    language = get_language()
    month = translate(f"report.months.{day.month}", language)
    return translate("report.date", language, year=day.year, month=day.month, day=day.day, name=month)


def _read_zone() -> ZoneInfo:
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ZoneInfoNotFoundError, ValueError):
        return _TOKYO
