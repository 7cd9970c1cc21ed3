"""Data efficiency: what a task with few labels gains by being learned downstream of a run of all the other tasks.

Everything that depends on `atlas transfer` stands here.
"""
from dataclasses import dataclass

from .plan import Experiment, Recipe

SHARE = "0.1"


@dataclass(frozen=True)
class Transfer:
    """A task learned on top of a finished run, with a share of its labels; a seed is a draw of them."""
    upstream: Recipe
    task: str
    share: str = SHARE
    upstream_seed: int = 1

    @property
    def base(self):
        return self.upstream.base

    @property
    def tasks(self):
        return (*self.upstream.tasks, self.task)

    @property
    def label(self):
        """The program names the run's sequence so."""
        return f"{self.upstream.label} + {self.task}"

    def command(self, project, seed, common, upstream_run):
        return ["transfer", project, upstream_run, "--task", self.task, "--train-share", self.share, "--seeds", seed,
                "--json"]


def alone_name(task):
    return f"{task} alone"


def downstream_name(task):
    return f"{task} downstream"


def experiment(tasks, seeds, settings=()):
    recipes = {}
    for task in tasks:
        others = tuple(other for other in tasks if other != task)
        recipes[alone_name(task)] = Recipe("Pilot", f"only {task}", (task,), "atlas", "automatic",
                                           (f"train_share={SHARE}", *settings))
        recipes[downstream_name(task)] = Transfer(
            Recipe("Pilot", f"without {task}", others, "atlas", "automatic", settings), task)
    return Experiment("labels", recipes, seeds, needs="transfer")
