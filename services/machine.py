"""What the machine has: writable folders, fonts, native libraries."""

import ctypes
import ctypes.util
import os
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

FONT_PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
"""The packages that carry the two weights of Noto Sans CJK JP."""
PDF_LIBRARIES = {"pango-1.0": "libpango-1.0-0", "pangoft2-1.0": "libpangoft2-1.0-0"}
"""What making a PDF needs, and the Debian package of each."""
SUBSETTING_LIBRARIES = {"harfbuzz-subset": "libharfbuzz-subset0"}
"""What makes it two to eight times faster."""


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in the folder, or the folder itself where it is not there yet."""
    try:
        if folder.is_dir():
            with tempfile.TemporaryFile(dir=folder):
                return True
        existing = next(place for place in folder.parents if place.exists())
        return not folder.exists() and existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
    except OSError:  # not even to be looked at
        return False


def find_fonts(package: str) -> tuple[Path, ...]:
    """The OpenType files that a font package carries; none when it is not installed."""
    spec = find_spec(package)
    folders = (spec.submodule_search_locations or []) if spec else []
    return tuple(sorted(font for folder in folders for font in Path(folder).glob("*.otf")))


def can_load(library: str) -> bool:
    """Whether a native library is there and loads."""
    # Windows builds carry the `lib` and the version in the name of the file.
    found = ctypes.util.find_library(library) or ctypes.util.find_library(f"lib{library}-0")
    if found is None:
        return False
    try:
        ctypes.CDLL(found)
    except OSError:
        return False
    return True


def suggest_install(packages: Mapping[str, str]) -> str:
    """The command that installs the libraries: Homebrew's on macOS, else Debian's."""
    if sys.platform == "darwin":
        return "brew install pango harfbuzz"
    return f"sudo apt-get install -y {' '.join(packages.values())}"
