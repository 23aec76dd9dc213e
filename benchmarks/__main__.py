"""`make bench`: print every comparison."""

from benchmarks import scoring

for comparison in scoring.run():
    print(comparison, flush=True)
