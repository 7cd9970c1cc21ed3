"""Trains what docs/RESULTS.md tells of; goes on where it was stopped.

  python3 -m experiments DATA --atlas BINARY [--only NAME,...] [--jobs N]
"""
import argparse
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

from machine import machine

from . import minutes, small, table
from .lanes import Lanes
from .program import Atlas, Failed
from .records import Records
from .runner import Runner
from .sections import SECTIONS
from .write_results import RECORDS, ROOT, write

FOLDER = ROOT / "build" / "experiments"
SKELETON = "\n".join(f"<!-- experiment: {name} -->\n<!-- end -->" for name in SECTIONS) + "\n"


def say(what):
    print(f"{time.strftime('%H:%M:%S')} {what}", flush=True)


def version():
    """What decides what is learned, as git tells it: the tree of engine/ as committed, and whether it was changed."""
    def git(*arguments):
        return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True,
                              check=False).stdout.strip()
    tree = git("rev-parse", "--short", "HEAD:engine")
    changed = git("status", "--porcelain", "engine", "resources")
    return f"engine {tree}{' with changes' if changed else ''}" if tree else "an unknown version"


def train(arguments, plan, folder, data, only):
    """-> whether everything that was asked for is there"""
    atlas = Atlas(arguments.atlas)
    jobs, left_out = plan.jobs(only, atlas, arguments.seeds)
    for experiment in left_out:
        say(f"{experiment.name} is left out: this program has no command {experiment.needs}")
    records = Records(folder / "records" if arguments.small else RECORDS)
    trained = {"machine": machine(), "lanes": arguments.jobs, "version": version(), "day": time.strftime("%Y-%m-%d")}
    done = Runner(Lanes(folder, atlas, plan, data), records, jobs, arguments.jobs, trained, say).run()
    if not only or "minutes" in only:
        minutes.run(folder, records.folder, atlas, plan, data, trained, say)
    if arguments.small:
        results = folder / "RESULTS.md"
        results.write_text(SKELETON, encoding="utf-8")
        write(plan, records, results)
    return done


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA", type=Path, nargs="?", help="folder of the unpacked pilot data sets")
    parser.add_argument("--atlas", help="the program")
    parser.add_argument("--only", default="", metavar="NAME,...", help=", ".join(table.full().names()))
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)),
                        help="lanes that train side by side; all cores are shared out among them")
    parser.add_argument("--seeds", type=int, help="no more of them than so many; all if absent")
    parser.add_argument("--folder", type=Path, help="of the projects; build/experiments if absent")
    parser.add_argument("--list", action="store_true", help="print what would be trained")
    parser.add_argument("--small", action="store_true", help="the same code in a minute, without the data sets")
    arguments = parser.parse_args()
    plan = small.plan() if arguments.small else table.full()
    only = [name for name in arguments.only.split(",") if name]
    if any(name not in plan.names() for name in only):
        parser.error("--only takes " + ", ".join(plan.names()))
    if arguments.list:
        for experiment in plan.experiments:
            if not only or experiment.name in only:
                for job in experiment.jobs(arguments.seeds):
                    print(f"{experiment.name:<10} {job}")
        return 0
    if not arguments.atlas or arguments.jobs < 1:
        parser.error("--atlas and at least one job are needed")
    folder = arguments.folder or (FOLDER.with_name("experiments-small") if arguments.small else FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    data = arguments.data
    if arguments.small:
        data = folder / "data"
        small.write_data(data)
    elif not data or not all((data / task.folder).is_dir() for task in plan.tasks):
        parser.error("DATA is to be the folder of the unpacked pilot data sets")
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"experiments: another start is training in {folder}.")
        try:
            return 0 if train(arguments, plan, folder, data, only) else 1
        except Failed as error:
            sys.exit(f"experiments: {error}")
        except KeyboardInterrupt:
            say("stopped; the next start goes on from here")
            return 130


if __name__ == "__main__":
    sys.exit(main())
