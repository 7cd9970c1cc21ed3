#!/usr/bin/env python3
"""Measures what the window makes of ten thousand runs and of a curve of ten million points.

  scale.py [--build FOLDER] [--runs N] [--points N] [--repeats N] [--json]

The project is made once and kept in build/scale: runs with 50 settings, 20 series, cells, costs, decisions, tags and
notes each, and one series of ten million points. Then the real window is opened over it without a display, in a process
of its own each time: how long until the project's page is drawn, until the table of runs is, what a filter and the
choice of 50 runs take, how long until the long curve is drawn when its run is chosen and what a step of zooming takes,
each with everything that is read for it, and how much memory it took at most. Ends with status 1 where a median is over
its limit.
"""
import argparse
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from machine import machine

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
ROOT = Path(__file__).resolve().parent.parent

# What is measured: its place in the answer, in words, its limit, its unit.
LINES = [
    ("first_paint_ms", "project open to first paint", 500, "ms"),
    ("table_ms", "table of runs shown, from opening", 1000, "ms"),
    ("filter_ms", "filter", 200, "ms"),
    ("choose_ms", "choose 50 runs", 500, "ms"),
    ("first_draw_ms", "first draw of the long curve", 100, "ms"),
    ("zoom_ms", "zoom into it", 50, "ms"),
    ("most_megabytes", "memory at most", 1000, "MB"),
]


def fingerprint(arguments):
    """Changes whenever a made project would be another one."""
    parts = [f"{arguments.runs} {arguments.points}".encode(), (ROOT / "bench/scale_project.cpp").read_bytes()]
    parts += [file.read_bytes() for file in sorted((ROOT / "resources/schema").glob("*.sql"))]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def project(arguments, bench):
    """The made project and the run that has the long curve."""
    kept = arguments.build.parent / "scale" / fingerprint(arguments)
    folder, note = kept / "Scale.atlas", kept / "long-run"
    if not note.exists():
        shutil.rmtree(kept.parent, ignore_errors=True)
        kept.mkdir(parents=True)
        made = subprocess.run([bench, "make", folder, "--runs", str(arguments.runs), "--points",
                               str(arguments.points)], check=True, stdout=subprocess.PIPE, text=True, env=OFFSCREEN)
        note.write_text(made.stdout.strip())
    return folder, note.read_text()


def look(bench, folder, run):
    answer = subprocess.run([bench, "look", folder, "--long", run], check=True, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env=OFFSCREEN)
    return json.loads(answer.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release", type=Path)
    parser.add_argument("--runs", type=int, default=10000)
    parser.add_argument("--points", type=int, default=10000000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    bench = (arguments.build / "bin" / "atlas-scale-bench").resolve()
    folder, run = project(arguments, bench)
    looks = [look(bench, folder, run) for _ in range(arguments.repeats)]
    lines = [{"what": what, "median": statistics.median(one[key] for one in looks),
              "longest": max(one[key] for one in looks), "limit": limit, "unit": unit}
             for key, what, limit, unit in LINES]
    database = sum(file.stat().st_size for file in folder.glob("project.db*"))
    if arguments.json:
        print(json.dumps({"name": "scale", "runs": arguments.runs, "points": arguments.points,
                          "repeats": arguments.repeats, "megabytes": database / 1e6, "lines": lines, "looks": looks,
                          "machine": machine()}))
    else:
        print(f"{arguments.runs:,} runs, a curve of {arguments.points:,} points, {database / 1e6:,.0f} MB")
        for line in lines:
            verdict = "ok" if line["median"] <= line["limit"] else "TOO MUCH"
            print(f"  {line['what']:36} {line['median']:8.0f} {line['unit']}  (longest {line['longest']:.0f}, limit "
                  f"{line['limit']})  {verdict}")
        print(f"medians of {arguments.repeats}; {machine()}")
    return 0 if all(line["median"] <= line["limit"] for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
