"""The projects of the experiments. A project has one writer, so lanes that train side by side each have their own, all
copied from one base: pictures and features that were computed are shared as hard links."""
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from . import pilot


@dataclass(frozen=True)
class Run:
    project: Path
    uuid: str
    label: str
    seed: int
    status: str
    created: int
    seconds: float

    @property
    def key(self):
        return self.project.stem, self.label, self.seed


def link_or_copy(source, target):
    """Files that may be written in place are copied; all others are only ever replaced or added to by one owner."""
    if Path(source).name.startswith("project."):
        shutil.copy2(source, target)
    else:
        os.link(source, target)


class Lanes:
    def __init__(self, folder, atlas, plan, data):
        self.folder, self.atlas, self.plan, self.data = Path(folder), atlas, plan, data
        self.folder.mkdir(parents=True, exist_ok=True)

    def projects(self):
        """Those there are, bases first."""
        numbered = sorted(self.folder.glob("lane-*"), key=lambda lane: int(re.sub(r"\D", "", lane.name) or 0))
        return sorted(self.folder.glob("*.atlas")) + [p for lane in numbered for p in sorted(lane.glob("*.atlas"))]

    def common(self, recipe):
        """Arguments of the recipe's training that are not its own: the backbone, as it is shipped or changed."""
        changes = getattr(recipe, "backbone", ())
        if not changes:
            return self.plan.common
        share = Path(self.atlas.binary).parent.parent / "share" / "atlas-workbench"
        shipped = share / "backbones" / self.plan.common[1]
        changed = self.folder / "backbones" / "-".join(f"{key}-{value}" for key, value in changes)
        if not changed.is_dir():
            new = changed.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(shipped, new)
            config = json.loads((new / "config.json").read_text(encoding="utf-8"))
            assert config.keys() >= dict(changes).keys()
            (new / "config.json").write_text(json.dumps({**config, **dict(changes)}, indent=2), encoding="utf-8")
            new.rename(changed)
        return ("--backbone", str(changed), *self.plan.common[2:])

    def runs(self, project):
        runs = []
        for run in self.atlas.json("runs", project)["runs"]:
            ended, started = run["ended_us"], run["started_us"]
            runs.append(Run(project, run["run"], run["sequence"], run["seed"], run["status"], run["created_us"],
                            (ended - started) / 1e6 if ended > started > 0 else 0))
        return runs

    def project(self, lane, base, say):
        """The lane's own project; made when it is absent. It has its name only when it is complete."""
        project = self.folder / f"lane-{lane}" / f"{base}.atlas"
        if not project.is_dir():
            source = self.base(base, say)
            new = project.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(source, new, copy_function=link_or_copy)
            new.rename(project)
        return project

    def base(self, name, say):
        """What lanes copy: data, tasks and features."""
        project = self.folder / f"{name}.atlas"
        if not project.is_dir():
            new = project.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            say(f"making {project.name}")
            if name == "Pilot":
                pilot.import_tasks(self.atlas, new, self.data, self.plan.tasks)
            else:
                self.atlas.run("demo", new, "--data-only", "--language", {"English": "en", "Japanese": "ja"}[name],
                               "--test-samples", self.plan.twin_tests)
            new.rename(project)
        self.warm_up(project, self.plan.warm_up[name], say)
        return project

    def warm_up(self, project, job, say):
        """One training over all tasks leaves what the frozen networks make of them in the cache: no lane's seconds of
        training are those of computing it."""
        runs = [run for run in self.runs(project) if run.key == job.key]
        if any(run.status == "finished" for run in runs):
            return
        say(f"computing the features of {project.name}")
        if runs:
            self.atlas.run("resume", project, runs[0].uuid)
        else:
            self.set_sequence(project, job.recipe)
            self.atlas.run(*job.recipe.command(project, job.seed, self.common(job.recipe), None))

    def set_sequence(self, project, recipe):
        self.atlas.run("sequence", project, "set", recipe.label, *recipe.tasks)
