"""Loading a page's document and files over HTTP as a browser does: six connections kept open."""

import asyncio
import re

_CONNECTIONS = 6
_FILES = re.compile(rb'(?:src|href)="\./(static/[^"]+)"')


async def load_files(address: str, path: str, query: str) -> None:
    """Load the document and every file it names; nothing is cached. Raises OSError, ValueError."""
    document = await _fetch_all(address, [f"{path}?{query}"])
    waiting = [f"/{name.decode()}" for name in _FILES.findall(document)]
    shares = [waiting[first::_CONNECTIONS] for first in range(_CONNECTIONS)]
    await asyncio.gather(*(_fetch_all(address, share) for share in shares if share))


async def load_checks(address: str) -> None:
    """What Streamlit's page asks for before it opens its websocket. Raises OSError, ValueError."""
    await _fetch_all(address, ["/_stcore/health", "/_stcore/host-config"])


async def fetch(address: str, path: str) -> bytes:
    """One file. Raises OSError, ValueError."""
    return await _fetch_all(address, [path])


async def _fetch_all(address: str, paths: list[str]) -> bytes:
    """Fetch one after another over one connection; returns the last body, uncompressed documents only."""
    host, port = address.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        body = b""
        for path in paths:
            accept = "br, gzip" if path.startswith("/static/") else "identity"
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Encoding: {accept}\r\n\r\n".encode()
            )
            body = await _read_body(reader, path)
        return body
    finally:
        writer.close()


async def _read_body(reader: asyncio.StreamReader, path: str) -> bytes:
    status = await reader.readline()
    if b" 200 " not in status:
        raise ValueError(f"{path.split('?')[0]}: {status.decode().strip()}")
    length, chunked = 0, False
    while (line := (await reader.readline()).strip().lower()) != b"":
        if line.startswith(b"content-length:"):
            length = int(line.split(b":")[1])
        chunked = chunked or (line.startswith(b"transfer-encoding:") and b"chunked" in line)
    return await _read_chunks(reader) if chunked else await reader.readexactly(length)


async def _read_chunks(reader: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int((await reader.readline()).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)
