"""What an experiment is made of."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """What is trained, for each seed. All of it stands in `label`, and the sequence that is trained has the label as
    its name: by that a project's own list of runs tells which are done, and recipes that are the same are trained
    once."""
    base: str        # project
    sequence: str
    tasks: tuple
    strategy: str
    policy: str = ""
    settings: tuple = ()  # KEY=VALUE
    backbone: tuple = ()  # (key, value) of the backbone's config that are not as it is shipped
    upstream = None

    @property
    def label(self):
        changes = (f"{key}={value}" for key, value in self.backbone)
        return " ".join(filter(None, (self.sequence, self.strategy, self.policy, *sorted(self.settings), *changes)))

    def command(self, project, seed, common, upstream_run):
        arguments = ["train", project, "--sequence", self.label, "--strategy", self.strategy, "--seeds", seed, *common]
        if self.policy:
            arguments += ["--policy", self.policy]
        for setting in self.settings:
            arguments += ["--set", setting]
        return arguments


@dataclass(frozen=True)
class Job:
    recipe: object
    seed: int

    @property
    def key(self):
        return self.recipe.base, self.recipe.label, self.seed

    @property
    def upstream(self):
        """The job whose run this one begins with; None = it begins anew."""
        return Job(self.recipe.upstream, self.recipe.upstream_seed) if self.recipe.upstream else None

    def __str__(self):
        return f"{self.recipe.label}, seed {self.seed}"


@dataclass
class Experiment:
    name: str
    recipes: dict            # what a table calls it -> Recipe
    seeds: tuple
    needs: str = ""          # command of the program without which it cannot run
    once: tuple = ()         # names of recipes for which the first seed is enough

    def seeds_of(self, name):
        return self.seeds[:1] if name in self.once else self.seeds

    def jobs(self, most_seeds=None):
        """A seed of everything before the next seed: a runner that is stopped early leaves something to compare."""
        first = [Job(recipe.upstream, recipe.upstream_seed) for recipe in self.recipes.values() if recipe.upstream]
        return first + [Job(recipe, seed) for seed in self.seeds[:most_seeds]
                        for name, recipe in self.recipes.items() if seed in self.seeds_of(name)]


@dataclass
class Plan:
    tasks: tuple                      # of the base "Pilot": pilot.Task
    common: tuple                     # arguments of every training
    warm_up: dict                     # base -> Job that fills its feature cache before lanes copy it
    experiments: list
    timed: tuple = ()                 # tasks of the experiment `minutes`
    repetitions: int = 3
    twin_tests: int = 500             # test samples of each task of the bases English and Japanese

    def names(self):
        return [experiment.name for experiment in self.experiments] + ["minutes"]

    def experiment(self, name):
        return next(experiment for experiment in self.experiments if experiment.name == name)

    def jobs(self, only, atlas, most_seeds=None):
        """What is to be trained, each once, and the experiments that this program cannot do."""
        jobs, left_out = {}, []
        for experiment in self.experiments:
            if only and experiment.name not in only:
                continue
            if experiment.needs and not atlas.knows(experiment.needs):
                left_out.append(experiment)
                continue
            for job in experiment.jobs(most_seeds):
                jobs.setdefault(job.key, (experiment.name, job))
        return list(jobs.values()), left_out
