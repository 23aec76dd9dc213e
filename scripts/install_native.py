"""Install the native libraries that PDF rendering needs, or name the exact command to type.

`--with-browser` adds Chromium for the browser journeys; without it those tests are skipped.
Exits 1 when a library that rendering cannot do without is missing and could not be installed.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys

LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
OPTIONAL = {"harfbuzz-subset"}
"""Without it fonts are subset two to eight times more slowly, and nothing else changes."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing_libraries() -> list[str]:
    return [name for name in LIBRARIES if ctypes.util.find_library(name) is None]


def has_browser() -> bool:
    return any(shutil.which(name) for name in BROWSERS)


def install(packages: list[str]) -> None:
    """Install Debian packages where that is allowed; otherwise say what to type."""
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (prefix and not shutil.which("sudo")):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"stdout": subprocess.DEVNULL, "env": environment, "check": False}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    command = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, **quiet)  # type: ignore[call-overload]


def main() -> int:
    wants_browser = "--with-browser" in sys.argv[1:]
    packages = [LIBRARIES[name] for name in missing_libraries()]
    if wants_browser and not has_browser():
        packages.append("chromium")
    if not packages:
        return 0
    print("Installing", " ".join(packages), flush=True)
    install(packages)
    missing = missing_libraries()
    if missing:
        print("Missing native libraries:", " ".join(missing))
        print("  Debian/Ubuntu: sudo apt-get install", " ".join(LIBRARIES[name] for name in missing))
        print("  macOS:         brew install pango harfbuzz")
    if wants_browser and not has_browser():
        print("No Chromium: the browser journeys will be skipped. To run them:")
        print("  Debian/Ubuntu: sudo apt-get install chromium")
    return 1 if set(missing) - OPTIONAL else 0


if __name__ == "__main__":
    sys.exit(main())
