"""Serves the bare page on Henkaku's own server, so that only the page differs: `… <port> <host>`."""

import sys
from pathlib import Path

from ui import server

if __name__ == "__main__":
    server.SCRIPT = Path(__file__).with_name("bare_page.py")
    server.serve(port=int(sys.argv[1]), host=sys.argv[2])
