"""What finished runs reached, read from the projects."""
import sqlite3
from statistics import mean
from urllib.parse import quote

from .intervals import Draws, accuracy, f1_macro, interval, t_half_width


class Outcome:
    """One finished run."""

    def __init__(self, atlas, run, draws):
        self.run, self.draws = run, draws
        self.json = atlas.json("results", run.project, run.uuid)
        self.tasks = self.json["tasks"]
        self._answers, self._replicates = None, {}

    def score(self, task, measure="accuracy"):
        """On a task's test samples after the last task."""
        place = self.tasks.index(task)
        if measure == "accuracy":
            return self.json["matrix"][-1][place]
        return self.json["measures"][measure][place]

    def answers(self, task):
        """(predicted, expected, score) of each test sample after the last task."""
        if self._answers is None:
            self._answers = [[] for _ in self.tasks]
            database = quote(str((self.run.project / "project.db").resolve()))
            connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
            try:
                rows = connection.execute(
                    "SELECT eval_task, predicted, expected, score FROM prediction WHERE run_id = "
                    "(SELECT id FROM run WHERE uuid = ?) AND after_task = ? ORDER BY eval_task, position",
                    (self.run.uuid, len(self.tasks) - 1))
                for place, *answer in rows:
                    self._answers[place].append(answer)
            finally:
                connection.close()
        return self._answers[self.tasks.index(task)]

    def replicates(self, tasks, measure):
        """The mean over tasks in each replicate."""
        score = {"accuracy": accuracy, "f1_macro": f1_macro}[measure]
        for task in tasks:
            if (task, measure) not in self._replicates:
                self._replicates[task, measure] = self.draws.replicates(task, self.answers(task), score)
        return [mean(values) for values in zip(*(self._replicates[task, measure] for task in tasks))]


class Group:
    """The runs of one recipe: an outcome for each seed that is there."""

    def __init__(self, outcomes, tasks):
        self.outcomes, self.tasks = outcomes, tuple(tasks)  # seed -> Outcome

    def __len__(self):
        return len(self.outcomes)

    def of(self, *tasks):
        """The same runs, looked at on these tasks only."""
        return Group(self.outcomes, tasks)

    def mean(self, measure="accuracy"):
        return mean(self.by_seed(measure).values())

    def by_seed(self, measure="accuracy"):
        return {seed: mean(outcome.score(task, measure) for task in self.tasks)
                for seed, outcome in self.outcomes.items()}

    def interval(self, measure="accuracy"):
        return interval(self.draws(), {seed: outcome.replicates(self.tasks, measure)
                                       for seed, outcome in self.outcomes.items()})

    def draws(self):
        return next(iter(self.outcomes.values())).draws

    def figure(self, get):
        """Mean over the seeds of something else of a run; None where a run has it not."""
        values = [get(outcome.json) for outcome in self.outcomes.values()]
        return None if None in values or not values else mean(values)


class Difference:
    """Paired over seeds and test samples, on the seeds that both sides have."""

    def __init__(self, draws, by_seed, replicates):
        """by_seed: seed -> difference; replicates: seed -> the same in each replicate"""
        self.draws, self.by_seed, self.replicates = draws, by_seed, replicates
        self.seeds = sorted(by_seed)
        if self.seeds:
            values = [by_seed[seed] for seed in self.seeds]
            self.mean, self.half_width = mean(values), t_half_width(values)
            self.low, self.high = interval(draws, replicates)

    @classmethod
    def between(cls, a, b, measure="accuracy"):
        seeds = a.outcomes.keys() & b.outcomes.keys()
        if not seeds:
            return cls(None, {}, {})
        own, other = a.by_seed(measure), b.by_seed(measure)
        return cls(a.draws(), {seed: own[seed] - other[seed] for seed in seeds},
                   {seed: [x - y for x, y in zip(a.outcomes[seed].replicates(a.tasks, measure),
                                                 b.outcomes[seed].replicates(b.tasks, measure))] for seed in seeds})

    @classmethod
    def mean_of(cls, differences):
        seeds = set.intersection(*(set(difference.seeds) for difference in differences)) if differences else set()
        if not seeds:
            return cls(None, {}, {})
        return cls(differences[0].draws, {seed: mean(one.by_seed[seed] for one in differences) for seed in seeds},
                   {seed: [mean(values) for values in zip(*(one.replicates[seed] for one in differences))]
                    for seed in seeds})


class Reader:
    """Every finished run of the projects, read when it is asked for."""

    def __init__(self, lanes):
        self.atlas, self.draws, self.outcomes = lanes.atlas, Draws(), {}
        self.runs = {}
        for project in lanes.projects():
            for run in lanes.runs(project):
                if run.status == "finished":
                    self.runs.setdefault(run.key, run)

    def group(self, recipe, seeds):
        found = {}
        for seed in seeds:
            run = self.runs.get((recipe.base, recipe.label, seed))
            if run:
                if run.uuid not in self.outcomes:
                    self.outcomes[run.uuid] = Outcome(self.atlas, run, self.draws)
                found[seed] = self.outcomes[run.uuid]
        return Group(found, recipe.tasks)

    def groups(self, experiment):
        return {name: self.group(recipe, experiment.seeds) for name, recipe in experiment.recipes.items()}
