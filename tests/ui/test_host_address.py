"""The address a QR code may carry: one that phones reach."""

import pytest

from ui import public_address
from ui.public_address import find_public_address, find_reachable, is_loopback, read_root


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("http://192.168.1.5:8501/host?h=x", "http://192.168.1.5:8501"),
        ("https://example.com/tools/henkaku/host", "https://example.com/tools/henkaku"),
        ("https://example.com/", "https://example.com"),
    ],
)
def test_the_root_is_found_from_any_page(url: str, root: str) -> None:
    assert read_root(url) == root


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1", "0.0.0.0", "a.localhost", ""])
def test_addresses_of_this_computer_are_told_apart(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["192.168.1.5", "henkaku.example", "10.0.0.1", "2001:db8::1"])
def test_addresses_of_the_network_are_taken_as_they_are(host: str) -> None:
    assert not is_loopback(host)


def test_the_configured_address_is_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HENKAKU_PUBLIC_URL", "https://henkaku.example/")
    found = find_public_address()
    assert (found.root, found.reachable) == ("https://henkaku.example", True)


def test_a_server_on_the_network_is_offered_in_place_of_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_address, "find_network_address", lambda: "192.168.1.5")
    monkeypatch.setattr(public_address, "_answers", lambda address, port: True)
    found = find_reachable("http://localhost:8501")
    assert (found.root, found.reachable) == ("http://192.168.1.5:8501", True)


def test_a_server_for_this_computer_only_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_address, "find_network_address", lambda: "192.168.1.5")
    monkeypatch.setattr(public_address, "_answers", lambda address, port: False)
    found = find_reachable("http://127.0.0.1:8501")
    assert not found.reachable
    assert found.suggestion == "http://192.168.1.5:8501"


def test_without_a_network_nothing_is_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_address, "find_network_address", lambda: None)
    found = find_reachable("http://127.0.0.1:8501")
    assert (found.reachable, found.suggestion) == (False, None)
