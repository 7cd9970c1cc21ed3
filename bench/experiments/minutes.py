"""From a folder of samples to an evaluated model: the wall seconds of all commands together, with all cores. The
clock is the one thing that no project remembers, so this has a ledger of its own."""
import json
import shutil
import time
from pathlib import Path

from .files import write_text
from .pilot import import_task, import_tasks

LEDGER = "minutes.json"


def read(folder):
    """-> {"trained": machine and version of the last repetition, "seconds": task -> [of each repetition]}"""
    file = Path(folder) / LEDGER
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"trained": {}, "seconds": {}}


def run(folder, records, atlas, plan, data, trained, say):
    """One repetition after the other; those of the same machine and version are kept. Nothing else may run beside it.
    trained: what records say of machine and program"""
    now = {key: trained[key] for key in ("machine", "version")}
    ledger = read(records)
    if ledger["trained"] != now:
        ledger = {"trained": now, "seconds": {}}
    for repetition in range(plan.repetitions):
        for task in plan.tasks:
            seconds = ledger["seconds"].get(task.name, [])
            if task.name not in plan.timed or len(seconds) > repetition:
                continue
            seconds.append(round(timed(Path(folder), atlas, plan, task, Path(data)), 2))
            ledger["seconds"][task.name] = seconds
            write_text(Path(records) / LEDGER, json.dumps(ledger) + "\n")
            say(f"minutes: {task.name}, repetition {repetition + 1} of {plan.repetitions}: {seconds[-1]:.0f} s")


def timed(folder, atlas, plan, task, data):
    """A task that comes to a project with a trained one, so that both stages run; policy always, so that they do to
    their end. The clock is that of the second task alone."""
    project = folder / "minutes.atlas.new"
    shutil.rmtree(project, ignore_errors=True)
    before = next((other for other in plan.tasks if other.name in plan.timed and other != task),
                  next(other for other in plan.tasks if other != task))
    import_tasks(atlas, project, data, [before])
    atlas.run("sequence", project, "set", before.name, before.name)
    atlas.run("train", project, "--sequence", before.name, "--strategy", "atlas", "--policy", "always", *plan.common)
    run = atlas.json("runs", project)["runs"][0]["run"]
    began = time.monotonic()
    import_task(atlas, project, data, task)
    atlas.run("transfer", project, run, "--task", task.name)
    seconds = time.monotonic() - began
    shutil.rmtree(project)
    return seconds
