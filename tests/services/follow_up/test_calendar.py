"""The company's calendar file."""

from datetime import date, datetime

from services.follow_up import add_step, make_calendar, set_due
from storage.store import Store
from tests.services.follow_up.companies import answer_alone

TODAY = date(2026, 11, 20)


def test_due_dates_and_the_chosen_meetings_are_in_it_under_lasting_names(store: Store) -> None:
    token = answer_alone(store)
    step = add_step(store, token, "予算を確認する")
    set_due(store, token, step, date(2027, 3, 31))
    weekly, monthly = datetime(2026, 11, 24, 10), datetime(2026, 12, 1, 14)
    calendar = make_calendar(store, token, "ja", TODAY, weekly, monthly).decode()
    assert calendar.count("BEGIN:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20270331" in calendar
    assert "DURATION:PT30M" in calendar
    assert "RRULE:FREQ=MONTHLY;BYDAY=1TU" in calendar
    later = make_calendar(store, token, "ja", date(2026, 12, 20), weekly).decode()
    names = [{line for line in text.splitlines() if line.startswith("UID:")} for text in (calendar, later)]
    assert names[1] < names[0]
    other = answer_alone(store)
    assert names[1].isdisjoint(make_calendar(store, other, "ja", TODAY, weekly).decode().splitlines())
