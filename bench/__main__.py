"""Measures Telemaco: `python -m bench` runs everything, `python -m bench check site` some.

Each benchmark compares within one run, so that its ratios hold on any machine.
"""

import argparse
import importlib

from bench.table import line

BENCHMARKS = {
    "start": "bench.start",
    "check": "bench.check",
    "site": "bench.site_cold",
    "again": "bench.again",
    "charts": "bench.charts",
    "directory": "bench.directory",
    "matching": "bench.matching",
    "skills": "bench.real_pairs",
    "faults": "bench.faults",
    "reminders": "bench.reminders",
    "program": "bench.program",
    "intake": "bench.intake",
    "forms": "bench.forms",
    "lighthouse": "bench.lighthouse",
}
"""The benchmarks: each a module with `rows() -> Iterable[Row]` and a docstring that says what
it measures."""


def main() -> None:
    """Run the benchmarks that were named, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures Telemaco.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--strict", action="store_true", help="End with 1 if a target is missed.")
    parser.add_argument("--list", action="store_true", help="Say what there is; measure nothing.")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    missed = 0
    for name in chosen.names or BENCHMARKS:
        module = importlib.import_module(BENCHMARKS[name])
        print(f"{name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
        for row in () if chosen.list else module.rows():
            print(line(row), flush=True)
            missed += row.is_missed
    if chosen.strict and missed:
        raise SystemExit(f"targets missed: {missed}")


if __name__ == "__main__":
    main()
