"""95 % intervals.

Bootstrap: test samples of each task are drawn again (the same draws for all runs, so that differences are paired), and
seeds are drawn again. With as few as three seeds the part of the seeds comes out too small, so differences also have a
t interval over the seeds."""
import random
from array import array
from collections import Counter
from math import sqrt
from statistics import mean, stdev

REPLICATES = 1000
T_975 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228)  # 1 to 10 degrees of freedom


def t_half_width(values):
    """Of the mean; None for a single value."""
    if len(values) < 2:
        return None
    return (T_975[len(values) - 2] if len(values) <= 11 else 1.96) * stdev(values) / sqrt(len(values))


def accuracy(answers):
    return sum(score for _, _, score in answers) / len(answers)


def f1_macro(answers):
    """As core/scores.cpp: mean over the classes that occur in truth or prediction."""
    return f1_of_pairs(Counter((predicted, expected) for predicted, expected, _ in answers))


def f1_of_pairs(pairs):
    hits, predicted, expected = Counter(), Counter(), Counter()
    for (answer, truth), count in pairs.items():
        predicted[answer] += count
        expected[truth] += count
        if answer == truth:
            hits[truth] += count
    classes = predicted.keys() | expected.keys()
    return sum(2 * hits[name] / (predicted[name] + expected[name]) for name in classes) / len(classes)


class Draws:
    """The samples of each replicate, the same for every run of a task."""

    def __init__(self, replicates=REPLICATES):
        self.count = replicates
        self.places = {}

    def of(self, task, n):
        if (task, n) not in self.places:
            draw = random.Random(f"{task} {n}")
            self.places[task, n] = [array("L", draw.choices(range(n), k=n)) for _ in range(self.count)]
        return self.places[task, n]

    def seeds(self, seeds):
        draw = random.Random(f"seeds {seeds}")
        return [draw.choices(seeds, k=len(seeds)) for _ in range(self.count)]

    def replicates(self, task, answers, score):
        """The score of a task in each replicate.  answers: (predicted, expected, score) of each test sample"""
        places = self.of(task, len(answers))
        if score is accuracy:
            take = [value for _, _, value in answers].__getitem__
            return [sum(map(take, drawn)) / len(answers) for drawn in places]
        take = [(predicted, expected) for predicted, expected, _ in answers].__getitem__
        return [f1_of_pairs(Counter(map(take, drawn))) for drawn in places]


def percentiles(values):
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[round(0.025 * last)], ordered[round(0.975 * last)]


def interval(draws, by_seed):
    """by_seed: seed -> value of each replicate.  -> (low, high)"""
    drawn = draws.seeds(sorted(by_seed))
    return percentiles([mean(by_seed[seed][r] for seed in seeds) for r, seeds in enumerate(drawn)])
