#!/usr/bin/env python3
"""Puts 70,000 picture files into a project and measures what the data page makes of them.

  gallery.py DATA [--build FOLDER] [--files N] [--rows N] [--repeats N] [--json]   DATA: the unpacked pilot data sets

The files are mosaics of four pictures of the CIFAR pack, 64 x 64 pixels, each another one, in a folder per class. They
are imported twice by `atlas import`: once stopped half-way by Ctrl+C, once whole; time and memory are those of the
process. Then the real window is opened over them without a display: how long until the page is drawn first (the rows
with their labels, thumbnails still to come), until every thumbnail in view is there, what a frame of scrolling takes
while thumbnails are read and when they have been, how much memory it takes, and what the quality checks take when
somebody asks for them. Last the same for a dataset of --rows samples, which show the same files again and again.
"""
import argparse
import json
import os
import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image

from machine import machine

EDGE = 32
CLASSES = 10


def make_files(pictures, folder, numbers):
    """Mosaics with these numbers; which four pictures each shows follows from its number."""
    tiles = [Image.open(file).convert("RGB").resize((EDGE, EDGE)) for file in pictures]
    for number in numbers:
        rng = random.Random(number)
        mosaic = Image.new("RGB", (2 * EDGE, 2 * EDGE))
        for place, tile in enumerate(rng.sample(tiles, 4)):
            mosaic.paste(tile, (EDGE * (place % 2), EDGE * (place // 2)))
        mosaic.save(folder / f"class {number % CLASSES}" / f"{number:06}.jpg", quality=90)


def make_folder(data, folder, count):
    pictures = sorted((data / "cifar10_hf").glob("*/*.jpg"))
    for number in range(CLASSES):
        (folder / f"class {number}").mkdir(parents=True)
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores) as pool:
        for done in [pool.submit(make_files, pictures, folder, range(first, count, cores)) for first in range(cores)]:
            done.result()


def run(command, stop_after=None):
    """Seconds from the start, or from Ctrl+C where it is stopped; exit status; most memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if stop_after is not None:
        time.sleep(stop_after)  # long enough to be at work, short of its end
        process.send_signal(signal.SIGINT)
        start = time.monotonic()
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    return {"seconds": time.monotonic() - start, "exit": os.waitstatus_to_exitcode(status),
            "megabytes": usage.ru_maxrss / 1000}


def bench(arguments, project, *options):
    answer = subprocess.run([arguments.build / "bin" / "atlas-gallery-bench", project, *options], check=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return json.loads(answer.stdout or "{}")


def medians(results):
    """Of each number over results of one form."""
    first = results[0]
    if isinstance(first, dict):
        return {key: medians([result[key] for result in results]) for key in first}
    return statistics.median(results)


def look(arguments, project, dataset):
    """A process each, so that nothing is left of the one before."""
    return medians([bench(arguments, project, dataset) for _ in range(arguments.repeats)])


def measure(arguments, work):
    folder, project = work / "pictures", work / "gallery.atlas"
    make_folder(arguments.data, folder, arguments.files)
    atlas = arguments.build / "bin" / "atlas"
    subprocess.run([atlas, "init", project], check=True, stdout=subprocess.DEVNULL)
    command = [atlas, "import", project, folder, "--dataset", "pictures"]
    stopped = run(command, stop_after=arguments.files / 70000 * 5)
    with sqlite3.connect(f"file:{project / 'project.db'}?mode=ro", uri=True) as database:
        left = database.execute("SELECT count(*) FROM sample").fetchone()[0]
    imported = run(command)
    if imported["exit"] != 0:
        raise SystemExit(f"the import ended with status {imported['exit']}")
    views = [look(arguments, project, "pictures")]
    bench(arguments, project, "many", "--from", "pictures", "--rows", str(arguments.rows))
    views.append(look(arguments, project, "many"))
    return {"name": "gallery", "files": arguments.files, "import": imported, "stopped import": stopped,
            "samples left": left, "views": views, "machine": machine()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("--build", default="build/release", type=Path)
    parser.add_argument("--files", type=int, default=70000)
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        result = measure(arguments, Path(work))
    if arguments.json:
        print(json.dumps(result))
        return
    print(f"import of {result['files']:,} files: {result['import']['seconds']:.0f} s, "
          f"{result['import']['megabytes']:.0f} MB")
    stopped = result["stopped import"]
    print(f"stopped by Ctrl+C: ended after {1000 * stopped['seconds']:.0f} ms with status {stopped['exit']}, "
          f"{result['samples left']} samples left")
    for view in result["views"]:
        print(f"{view['rows']:,} rows: first paint {view['first_paint_ms']:.0f} ms, thumbnails in view "
              f"{view['thumbnails_ms']:.0f} ms, last row in reach {view['laid_out_ms']:.0f} ms, checks "
              + (f"{view['checked_ms']:.0f} ms" if view["checked_ms"] else "when asked for"))
        for name in ("scrolling", "scrolling again"):
            frames = view[name]
            print(f"  {name}: {frames['frames']} frames, median {frames['median_ms']:.1f} ms, p99 "
                  f"{frames['p99_ms']:.1f} ms, longest {frames['longest_ms']:.1f} ms")
        print(f"  memory {view['megabytes']:.0f} MB, at most {view['most_megabytes']:.0f} MB")
        print(f"  checks when asked for: {view['asked_checks_ms'] / 1000:.1f} s, memory at most "
              f"{view['most_megabytes_with_checks']:.0f} MB")
    print(f"medians of {arguments.repeats}; {result['machine']}")


if __name__ == "__main__":
    sys.exit(main())
