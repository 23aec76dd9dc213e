"""Finding and joining a workshop; a guesser gets nowhere, a room is never slowed."""

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import services
import services.workshop.join
import storage.join_attempts
from services.errors import InvalidChoice
from services.workshop import (
    CodeNotFound,
    Entry,
    TooManyWrongCodes,
    WorkshopFull,
    close_workshop,
    find_workshop,
    join_workshop,
    name_client,
    open_workshop,
    record_entry,
    view_as_facilitator,
    view_as_participant,
)
from services.workshop.codes import ALPHABET, make_code, make_key, normalise_code
from services.workshop.join import WRONG_BY_ALL, WRONG_BY_CLIENT
from storage.store import Store
from tests.services.workshop.rooms import FIRST, open_room, plan

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Clock(datetime):
    """A clock that a test sets."""

    moment = START

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return cls.moment


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    Clock.moment = START
    for module in (storage.join_attempts, services.workshop.join):
        monkeypatch.setattr(module, "datetime", Clock)
    return Clock


def client(number: int) -> str:
    found = name_client(f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
    assert found is not None
    return found


def wrong_codes(right: str) -> Any:
    """Different codes without end, none of them right."""
    random = Random(1)
    while True:
        code = "".join(random.choices(ALPHABET, k=6))
        if code != right:
            yield code


def test_the_alphabet_has_no_look_alikes() -> None:
    assert set(ALPHABET) == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") - set("0O1IL5S2Z8BUV")
    assert len(set(ALPHABET)) == len(ALPHABET) == 23
    assert {len(make_code()) for _ in range(200)} == {6}


@pytest.mark.parametrize("typed", ["{}", " {} ", "{:.3}-{:.3}", "\t{}\n"])
@pytest.mark.parametrize("change", [str, str.lower, lambda text: "".join(chr(ord(c) + 0xFEE0) for c in text)])
def test_a_code_is_understood_however_it_is_typed(typed: str, change: Any) -> None:
    code = "AC4G9X"
    text = f"{code[:3]}-{code[3:]}" if "-" in typed else typed.format(code)
    assert normalise_code(change(text) if change in (str, str.lower) else change(code)) == code


@pytest.mark.parametrize(
    "typed", ["ａｃ４－ｇ９ｘ", "ac4 g9x", "AC4　G9X", "AC4‐G9X", "ac4ーg9x", "AC4—G9X", "ac4_g9x"]
)
def test_japanese_keyboards_are_understood(typed: str) -> None:
    assert normalise_code(typed) == "AC4G9X"


@pytest.mark.parametrize("typed", ["", "AC4G9", "AC4G9XX", "AC4G90", "変革会議", "A" * 10_000, "\ud800AC4G9"])
def test_what_can_be_no_code_is_told_apart(typed: str, store: Store) -> None:
    assert normalise_code(typed) is None
    for _ in range(WRONG_BY_CLIENT + 1):  # and does not count as an attempt
        with pytest.raises(CodeNotFound):
            find_workshop(store, typed, client(1))


def test_an_invitation_tells_what_to_choose_from(store: Store) -> None:
    room = open_room(store)
    for code in (room.opened.join_code.lower(), room.opened.join_key):
        invitation = find_workshop(store, code, client(1))
        assert invitation.company == "変革工業株式会社"
        assert invitation.groups == {"marketing": None, "sales": "営業本部", "management": None}
        assert (invitation.anonymous, invitation.language, invitation.phase) == (True, "ja", "answering")


def test_joining_gives_an_own_way_back(store: Store) -> None:
    room = open_room(store, anonymous=False)
    token = join_workshop(store, room.opened.join_code, "sales", "  田中\n 太郎 ", client(1))
    found = view_as_participant(store, token)
    assert (found.group, found.name, found.answers) == ("sales", "田中 太郎", {})
    assert view_as_facilitator(store, room.token).progress["sales"][0].name == "田中 太郎"


def test_an_anonymous_workshop_keeps_no_name(store: Store) -> None:
    room = open_room(store)
    token = join_workshop(store, room.opened.join_code, "sales", "田中")
    assert view_as_participant(store, token).name is None


@pytest.mark.parametrize(
    ("group", "name", "field"),
    [
        ("other", None, "group"),
        ("board", None, "group"),
        ("sales", "長" * 201, "name"),
        ("sales", "\ud800", "name"),
    ],
)
def test_what_does_not_exist_cannot_be_chosen(store: Store, group: Any, name: str | None, field: str) -> None:
    room = open_room(store, anonymous=False)
    with pytest.raises(InvalidChoice) as caught:
        join_workshop(store, room.opened.join_code, group, name)
    assert caught.value.params == {"field": field}
    assert view_as_facilitator(store, room.token).people == 0


def test_late_comers_may_join_until_it_is_closed(store: Store) -> None:
    room = open_room(store, {"sales": [1]})
    room.reveal()
    assert find_workshop(store, room.opened.join_code).phase == "discussing"
    join_workshop(store, room.opened.join_code, "sales")
    close_workshop(store, room.token, share_result=False)
    for code in (room.opened.join_code, room.opened.join_key):
        with pytest.raises(CodeNotFound):
            join_workshop(store, code, "sales")


def test_a_full_room_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.participants.MAXIMUM_PEOPLE", 2)
    room = open_room(store, {"sales": [1, 2]})
    with pytest.raises(WorkshopFull):
        join_workshop(store, room.opened.join_code, "sales")
    assert view_as_facilitator(store, room.token).people == 2


def test_open_workshops_never_share_a_code(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["AAAAAA", "AAAAAA", "CCCCCC", "AAAAAA", "AAAAAA", "DDDDDD"])
    monkeypatch.setattr("services.workshop.open.make_code", lambda: next(codes))
    first, second = open_workshop(store, plan()), open_workshop(store, plan())
    assert (first.join_code, second.join_code) == ("AAAAAA", "CCCCCC")
    services.workshop.end_answering(store, first.facilitator_token)
    close_workshop(store, first.facilitator_token, share_result=False)
    assert open_workshop(store, plan()).join_code == "AAAAAA"  # free again
    assert open_workshop(store, plan()).join_code == "DDDDDD"


def test_addresses_are_named_without_keeping_them() -> None:
    assert name_client("192.0.2.1") == name_client("::ffff:192.0.2.1") != name_client("192.0.2.2")
    assert name_client("2001:db8:1:2:aaaa::1") == name_client("2001:db8:1:2:bbbb::9")
    assert name_client("2001:db8:1:3::1") != name_client("2001:db8:1:2::1")
    assert name_client(None) is name_client("") is name_client("unknown") is None
    assert "192.0.2.1" not in str(name_client("192.0.2.1"))


def test_one_client_guesses_thirty_times_an_hour(store: Store, clock: type[Clock]) -> None:
    right = open_room(store).opened.join_code
    looked_at = _guess_for(store, clock, hours=3, every=timedelta(seconds=5), clients=1, right=right)
    assert looked_at <= 3 * WRONG_BY_CLIENT + WRONG_BY_CLIENT


def test_many_clients_guess_three_hundred_times_an_hour_and_rooms_go_on(
    store: Store, clock: type[Clock]
) -> None:
    room = open_room(store)
    home = client(1_000_000)
    join_workshop(store, room.opened.join_code, "sales", None, home)  # one of the room is in
    looked_at = _guess_for(
        store, clock, hours=2, every=timedelta(seconds=6), clients=500, right=room.opened.join_code
    )
    assert looked_at <= 3 * WRONG_BY_ALL
    with pytest.raises(TooManyWrongCodes) as caught:
        find_workshop(store, room.opened.join_code, client(2_000_000))  # even the right code tells nothing
    assert 1 <= int(str(caught.value.params["minutes"])) <= 60
    for number in range(200):
        clock.moment += timedelta(seconds=0.3)
        join_workshop(store, room.opened.join_code, "sales", None, home)
        join_workshop(
            store, room.opened.join_key, "sales", None, client(3_000_000 + number)
        ) if number < 100 else None
    assert view_as_facilitator(store, room.token).people == 301


def _guess_for(
    store: Store, clock: type[Clock], hours: int, every: timedelta, clients: int, right: str
) -> int:
    """How many guesses are looked at; the last window's end is at most one window's worth more."""
    looked_at, codes = 0, wrong_codes(right)
    for number in range(int(timedelta(hours=hours) / every)):
        clock.moment += every
        try:
            find_workshop(store, next(codes), client(number % clients))
        except CodeNotFound:
            looked_at += 1
        except TooManyWrongCodes:
            pass
    return looked_at


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 11), st.sampled_from([0, 1, 20, 300, 1800])), min_size=50, max_size=400
    )
)
def test_no_order_of_attempts_slips_past_the_limits(
    steps: list[tuple[int, int]], tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve clients, of which the last always has the right code and is in already."""
    with monkeypatch.context() as patched:
        for module in (storage.join_attempts, services.workshop.join):
            patched.setattr(module, "datetime", Clock)
        patched.setattr(services.workshop.join, "WRONG_BY_ALL", 60)
        Clock.moment = START
        store = services.connect(f"sqlite:///{tmp_path / make_key()}.db")
        right = open_workshop(store, plan()).join_code
        join_workshop(store, right, "sales", None, client(11))
        codes, guesses = wrong_codes(right), deque[tuple[datetime, int]]()
        for who, seconds in steps:
            Clock.moment += timedelta(seconds=seconds)
            while guesses and guesses[0][0] <= Clock.moment - timedelta(hours=1):
                guesses.popleft()
            if who == 11:
                find_workshop(store, right, client(who))
                continue
            own = sum(number == who for _, number in guesses)
            try:
                find_workshop(store, next(codes), client(who))
            except CodeNotFound:
                assert own < WRONG_BY_CLIENT
                assert len(guesses) < 60
                guesses.append((Clock.moment, who))
            except TooManyWrongCodes:
                assert own >= WRONG_BY_CLIENT or len(guesses) >= 60
        store.close()


def test_many_guesses_at_once_do_not_slip_past_together(store: Store) -> None:
    right = open_room(store).opened.join_code
    codes = wrong_codes(right)
    guesses = [next(codes) for _ in range(120)]

    def guess(code: str) -> bool:
        try:
            find_workshop(store, code, client(1))
        except CodeNotFound:
            return True
        except TooManyWrongCodes:
            return False
        raise AssertionError(code)

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(guess, guesses)) == WRONG_BY_CLIENT


def test_a_page_that_reloads_a_wrong_code_guesses_once(store: Store) -> None:
    wrong = next(wrong_codes(open_room(store).opened.join_code))
    for _ in range(3 * WRONG_BY_CLIENT):
        with pytest.raises(CodeNotFound):
            find_workshop(store, wrong, client(1))


def test_a_room_that_mistypes_still_gets_in(store: Store) -> None:
    room = open_room(store)
    codes = wrong_codes(room.opened.join_code)
    join_workshop(store, room.opened.join_code, "sales", None, client(1))
    for _ in range(2 * WRONG_BY_CLIENT):
        with pytest.raises((CodeNotFound, TooManyWrongCodes)):
            find_workshop(store, next(codes), client(1))
    join_workshop(store, room.opened.join_code, "sales", None, client(1))


def test_the_facilitators_network_is_known_from_the_start(store: Store) -> None:
    opened = open_workshop(store, plan(), client(1))
    codes = wrong_codes(opened.join_code)
    for _ in range(WRONG_BY_CLIENT + 1):
        with pytest.raises((CodeNotFound, TooManyWrongCodes)):
            find_workshop(store, next(codes), client(1))
    join_workshop(store, opened.join_code, "sales", None, client(1))
    with pytest.raises(TooManyWrongCodes):
        find_workshop(store, open_workshop(store, plan()).join_code, client(1))  # another workshop's code


def test_two_hundred_join_at_once_with_the_code_they_typed(store: Store) -> None:
    room = open_room(store)
    with ThreadPoolExecutor(50) as threads:
        tokens = set(
            threads.map(
                lambda _: join_workshop(store, room.opened.join_code, "sales", None, client(1)), range(200)
            )
        )
    assert len(tokens) == 200
    assert view_as_facilitator(store, room.token).people == 200


def test_closing_forgets_from_where_people_came(store: Store) -> None:
    room = open_room(store)
    join_workshop(store, room.opened.join_code, "sales", None, client(1))
    room.reveal()
    record_entry(store, room.token, FIRST, Entry(fact="事実"))
    close_workshop(store, room.token, share_result=True)
    with store._reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM joined_clients").scalar() == 0
