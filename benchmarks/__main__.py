"""`make bench`: print every comparison; `python -m benchmarks scoring`, `pdf` or `load` prints a part."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator

from benchmarks import pdf, scoring
from benchmarks.load import comparison

PARTS: dict[str, Callable[[], Iterator[object]]] = {
    "scoring": scoring.run,
    "pdf": pdf.run,
    "load": comparison.run,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{' or '.join(PARTS)}; all without one")
    chosen = parser.parse_args().parts or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    # Ended as by an error, so that the servers under measurement are stopped as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    for part in chosen:
        for line in PARTS[part]():
            print(line, flush=True)
