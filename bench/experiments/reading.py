"""What finished runs reached, read from their records."""
from statistics import mean

from .intervals import Draws, accuracy, f1_macro, interval, t_half_width


class Outcome:
    """One finished run."""

    def __init__(self, record, draws):
        self.record, self.draws = record, draws
        self.json = record.results
        self.tasks = self.json["tasks"]
        self._replicates = {}

    def score(self, task, measure="accuracy"):
        """On a task's test samples after the last task."""
        place = self.tasks.index(task)
        if measure == "accuracy":
            return self.json["matrix"][-1][place]
        if measure == "validation":
            return self.record.validation[task]
        return self.json["measures"][measure][place]

    def replicates(self, tasks, measure):
        """The mean over tasks in each replicate."""
        score = {"accuracy": accuracy, "f1_macro": f1_macro}[measure]
        for task in tasks:
            if (task, measure) not in self._replicates:
                self._replicates[task, measure] = self.draws.replicates(task, self.record.answers(task), score)
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
    """Every record, made an outcome when it is asked for."""

    def __init__(self, records):
        self.records, self.draws, self.outcomes = records, Draws(), {}

    def group(self, recipe, seeds):
        found = {}
        for seed in seeds:
            record = self.records.find((recipe.base, recipe.label, seed))
            if record:
                found[seed] = self.outcomes.setdefault(record.key, Outcome(record, self.draws))
        return Group(found, recipe.tasks)

    def groups(self, experiment):
        return {name: self.group(recipe, experiment.seeds) for name, recipe in experiment.recipes.items()}
