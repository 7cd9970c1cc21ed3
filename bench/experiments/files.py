"""Small things about files and the machine."""
import json
import os
import platform
import time
from pathlib import Path

MACHINES = "machines.json"


def write_text(file, text):
    """All of it or nothing."""
    new = Path(file).with_name(Path(file).name + ".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, file)


def machine():
    model = platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), model)
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores of {model}, {gigabytes:.0f} GiB"


def machines(folder):
    """Where the runs of this folder were trained."""
    file = Path(folder) / MACHINES
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []


def remember_machine(folder, lanes, version):
    known = machines(folder)
    entry = {"machine": machine(), "lanes": lanes, "version": version}
    if all({key: old[key] for key in entry} != entry for old in known):
        known.append({**entry, "since": time.strftime("%Y-%m-%d", time.gmtime())})
        write_text(Path(folder) / MACHINES, json.dumps(known, indent=1))
