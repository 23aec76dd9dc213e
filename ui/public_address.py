"""The address at which other devices reach this app: a QR code that only this computer can open is none."""

import ipaddress
import os
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

VARIABLE = "HENKAKU_PUBLIC_URL"
"""Environment variable with the address people use, where the app cannot know it itself."""
_SOMEWHERE = ("192.0.2.1", 9)
"""An address kept for documentation (RFC 5737): choosing a route to it sends nothing."""
_PATIENCE = 0.3
"""Seconds to wait for an answer on our own network."""


@dataclass(frozen=True)
class PublicAddress:
    """Where the app is, as far as other devices are concerned."""

    root: str
    """The address of the start page without a slash at its end."""
    reachable: bool
    """False when only this computer can open it."""
    suggestion: str | None = None
    """Where it would be reachable once the server listens on the network; None where that is unknown."""


def find_public_address() -> PublicAddress:
    """The configured address, else that of the visitor's browser; a loopback one is made a network one."""
    configured = os.environ.get(VARIABLE, "").strip().rstrip("/")
    if configured:
        return PublicAddress(configured, True)
    return find_reachable(read_root(st.context.url or ""))


def read_root(url: str) -> str:
    """The address of the app's start page from the address of any of its pages."""
    parts = urlsplit(url)
    folder = parts.path.rstrip("/").rpartition("/")[0]
    return f"{parts.scheme or 'http'}://{parts.netloc}{folder}"


def find_reachable(root: str) -> PublicAddress:
    """The address itself, or in place of a loopback one this computer's address on its network."""
    parts = urlsplit(root)
    if not is_loopback(parts.hostname or ""):
        return PublicAddress(root, True)
    address = find_network_address()
    if address is None:
        return PublicAddress(root, False)
    port = parts.port or 80
    shown = root.replace(parts.netloc, f"{address}:{port}", 1)
    if _answers(address, port):
        return PublicAddress(shown, True)
    return PublicAddress(root, False, shown)


def is_loopback(host: str) -> bool:
    """Whether a host name means the computer itself."""
    if host in ("", "localhost") or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@st.cache_data(ttl=60, show_spinner=False)
def find_network_address() -> str | None:
    """This computer's address on the network it is in; None when it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_SOMEWHERE)
            address = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if is_loopback(address) else address


@st.cache_data(ttl=60, show_spinner=False)
def _answers(address: str, port: int) -> bool:
    try:
        socket.create_connection((address, port), _PATIENCE).close()
    except OSError:
        return False
    return True
