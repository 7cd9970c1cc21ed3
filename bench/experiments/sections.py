"""The generated part of docs/RESULTS.md, one function for each experiment."""
from collections import Counter
from math import sqrt
from statistics import median

from . import labels, minutes, table
from .markdown import bounds, count, difference_cells, listing, paragraph, percent, score_row, signed
from .markdown import table as markdown_table
from .reading import Difference

class View:
    """What the sections are written from."""

    def __init__(self, plan, reader, records):
        self.plan, self.reader, self.records = plan, reader, records

    def groups(self, name):
        return self.reader.groups(self.plan.experiment(name))

    def seeds(self, name):
        """How many there should be of each recipe."""
        experiment = self.plan.experiment(name)
        return {recipe: len(experiment.seeds_of(recipe)) for recipe in experiment.recipes}


def conditions(view):
    """What holds for all that follows."""
    versions = {}
    for record in view.records.known.values():
        known = record.trained
        place = f"{known['machine']}, {known['lanes']} lanes side by side that share the cores"
        versions.setdefault(place, Counter())[known["version"]] += 1
    places = [f"{place} ({listing([f'{count} runs by {version}' for version, count in sorted(known.items())])})"
              for place, known in versions.items()]
    return paragraph(
        f"Trained by `./dev experiments DATA`, written by `./dev results`; backbone {view.plan.common[1]}. Machine: "
        f"{'; '.join(places) or 'nothing has been trained yet'}. Figures are percent, means over the seeds, of test "
        "samples that no choice within a run has seen. Intervals are 95 %: bootstrap of the test samples (the same "
        "draws for every run, so differences are paired) and of the seeds, of which three say little; ± is the t "
        "interval of the difference over the seeds alone.")


def opening(name, groups, wanted, what):
    """groups: name -> runs, of which there should be so many.  -> text, whether there is more to say"""
    text = paragraph(f"`./dev experiments DATA --only {name}`. {what}")
    if not any(groups.values()):
        return text + "\n\nNothing has been trained yet.", False
    missing = [f"{label} ({len(group)} of {wanted[label]})" for label, group in groups.items()
               if len(group) < wanted[label]]
    if missing:
        text += "\n\n" + paragraph(f"Not complete, runs there are: {listing(missing)}.")
    return text, True


def told_apart(of, differences):
    """Wins and losses in words.  differences: name -> Difference of `of` minus it"""
    above, below, unsure = [], [], []
    for name, difference in differences.items():
        if difference.seeds:
            (above if difference.low > 0 else below if difference.high < 0 else unsure).append(
                f"{name} ({signed(difference.mean)} [{signed(difference.low)}, {signed(difference.high)}])")
    sentences = [f"{of} is {word} {listing(names)}." for word, names in
                 (("above", above), ("not told apart from", unsure), ("below", below)) if names]
    return " ".join(sentences) or "There is nothing to compare yet."


def of_samples(groups):
    sizes = sorted({n for group in groups.values() for outcome in group.outcomes.values()
                    for n in outcome.json["n_test"]})
    return f" ({' or '.join(map(str, sizes))} test samples of each)" if sizes else ""


def score_table(groups, of, measure="accuracy", rivals=None):
    """One row for each recipe; where it is a rival, by how much `of` is above it."""
    tasks = groups[of].tasks
    rows, differences = [], {}
    for name, group in groups.items():
        cells = ["", ""]
        if name != of and (rivals is None or name in rivals):
            differences[name] = Difference.between(groups[of], group, measure)
            cells = difference_cells(differences[name])
        rows.append(score_row(name, group, measure) + cells)
    head = ["", "seeds", *tasks, "average", f"{of} minus it", "over seeds"]
    return markdown_table(head, rows), differences


def cost_table(groups):
    rows = []
    for name, group in groups.items():
        forgetting = group.figure(lambda run: run["measures"]["forgetting_from_max"])
        rows.append([name, percent(forgetting)]
                    + [count(group.figure(lambda run: sum(run["cost"][key])))
                       for key in ("adapter_parameters", "head_parameters", "train_seconds")])
    return markdown_table(["", "forgetting (from the best)", "parameters added: adapters, gates, tuned backbone",
                           "heads", "seconds of training"], rows)


def decisions_of(group, place):
    """What was decided for a task, and how many places of its adapter were kept, over the seeds."""
    words = []
    for outcome in group.outcomes.values():
        decision = outcome.json["decisions"][place]
        kept = f" ({decision['sites_kept']} of {decision['sites']} places)" if decision["decision"] == "expand" else ""
        nothing = decision["decision"] == "reuse" and decision.get("older") == "left out"
        words.append("nothing" if nothing else decision["decision"] + kept)
    return listing([f"{words.count(word)} x {word}" for word in dict.fromkeys(words)])


def target_table(view, group):
    """Each task against the best simple tool; the sentence names what is missed.  -> (table, sentence)"""
    rows, missed = [], []
    tasks = {task.name: task for task in view.plan.tasks}
    for place, name in enumerate(group.tasks):
        task, reached = tasks[name], group.of(name).mean()
        n = next(iter(group.outcomes.values())).json["n_test"][place]
        error = sqrt(task.target * (1 - task.target) / n)
        if task.majority:
            limit = task.majority + 2 * sqrt(task.majority * (1 - task.majority) / n)
            verdict = "above chance" if reached > limit else "not above chance"
            wanted = f"above {percent(limit)}: majority and two standard errors"
        else:
            verdict = "met" if reached >= task.target - error else "missed"
            wanted = f"{percent(task.target)} (standard error {percent(error)})"
        if verdict in ("missed", "not above chance"):
            missed.append(f"{name} ({percent(reached)}, {verdict}, asked: {wanted})")
        router = group.figure(lambda run: run["router_accuracy"][place])
        rows.append([name, percent(reached), bounds(group.of(name).interval()), wanted, verdict,
                     decisions_of(group, place), percent(router)])
    head = ["task", "atlas", "interval", "simple tools", "", "decision", "routed to the right task"]
    sentence = "Under what simple tools reach: " + listing(missed) + "." if missed else "No task is under it."
    return markdown_table(head, rows), sentence


def pilot(view):
    groups = view.groups("pilot")
    atlas = groups["atlas"]
    what = (f"{len(view.plan.tasks)} tasks in sequence, all training samples: test accuracy after the last "
            f"task{of_samples(groups)}. Joint sees all tasks at once, single task has a network for each: references, "
            "not rivals in continual learning.")
    text, more = opening("pilot", groups, view.seeds("pilot"), what)
    if not more:
        return text
    scores, differences = score_table(groups, "atlas")
    parts = [text, scores, cost_table(groups)]
    if atlas:
        targets, missed = target_table(view, atlas)
        parts += [targets, paragraph("Wins and losses, plainly, by the bootstrap interval of the average: "
                                     + told_apart("atlas (automatic)", differences) + " " + missed)]
    return "\n\n".join(parts)


def gate(view):
    groups = view.groups("gate")
    own = next(iter(groups))
    what = ("Policy always, otherwise as above. The published form of the gate does not sum to 1; with published "
            "queries a task trains those of old tasks further.")
    text, more = opening("gate", groups, view.seeds("gate"), what)
    if not more:
        return text
    scores, differences = score_table(groups, own)
    return "\n\n".join([text, scores, cost_table(groups), paragraph(told_apart(f"The default ({own})", differences))])


def choice(view, name, what):
    """By validation scores: test samples have no say in it and are not shown."""
    groups = view.groups(name)
    text, more = opening(name, groups, view.seeds(name),
                         what + " Score on the validation samples, by which it is chosen.")
    if not more:
        return text
    tasks = list(dict.fromkeys(task for group in groups.values() for task in group.tasks))
    rows = [[name, str(len(group)), *[percent(group.of(task).mean("validation")) if task in group.tasks else ""
                                      for task in tasks], f"{100 * group.mean('validation'):.2f}"]
            for name, group in groups.items() if group]
    return text + "\n\n" + markdown_table(["", "seeds", *tasks, "average"], rows)


def smoothing(view):
    return choice(view, "smoothing",
                  "Strategy head only, otherwise as above: how far labels are spread over all classes.")


def forms(view):
    return choice(view, "forms",
                  "The backbone otherwise than it is shipped, not trained anew: the side at which summaries of "
                  "pictures are made (strategy head only), and pairs of pictures in one sequence of the joint "
                  "transformer or in two (independent adapters).")


def field(view, name, what):
    groups = view.groups(name)
    of = next(iter(groups))
    faulty = [other for other in groups if "clean" not in other]
    what += f" Macro-F1 after the last task{of_samples(groups)}; test labels are right."
    text, more = opening(name, groups, view.seeds(name), what)
    if not more:
        return text
    scores, differences = score_table(groups, of, "f1_macro", rivals=faulty)
    clean = groups.get("atlas, clean labels")
    parts = [text, scores, paragraph(told_apart("atlas (defaults)", differences))]
    if clean and groups[of]:
        lost = Difference.between(clean, groups[of], "f1_macro")
        if lost.seeds:
            parts.append(f"Clean labels minus these, atlas: {signed(lost.mean)} [{signed(lost.low)}, "
                         f"{signed(lost.high)}] points of the average.")
    return "\n\n".join(parts)


def noise(view):
    return field(view, "noise", "A fifth of the training and validation labels are wrong ones (`noise_share=0.2`). "
                 f"Plain cross-entropy is `{' '.join(table.PLAIN_LOSS)}`.")


def imbalance(view):
    return field(view, "imbalance", "Training samples are left out until the largest class has ten times those of the "
                 f"smallest (`imbalance_ratio=10`). Plain cross-entropy is `{' '.join(table.PLAIN_LOSS)}`.")


def data_efficiency(view):
    groups = view.groups("labels")
    what = (f"Each task with {100 * float(labels.SHARE):.0f} % of its labels, alone and on top of a run (seed 1, all "
            f"labels) of all the other tasks; a seed is a draw of the labels. Test accuracy of that "
            f"task{of_samples(groups)}.")
    text, more = opening("labels", groups, view.seeds("labels"), what)
    if not more:
        return text
    rows, differences = [], {}
    for task in view.plan.tasks:
        alone = groups[labels.alone_name(task.name)].of(task.name)
        downstream = groups[labels.downstream_name(task.name)].of(task.name)
        difference = Difference.between(downstream, alone)
        differences[task.name] = difference
        rows.append([task.name, *mean_cells(alone, downstream), *difference_cells(difference)])
    measured = [difference for difference in differences.values() if difference.seeds]
    if measured:
        rows.append([f"mean of {len(measured)} tasks", "", "", *difference_cells(Difference.mean_of(measured))])
    return "\n\n".join([text, markdown_table(["task", "alone (seeds)", "downstream (seeds)", "downstream minus alone",
                                              "over seeds"], rows),
                        paragraph(task_sentence("Learning downstream", differences))])


def mean_cells(*groups):
    return [f"{percent(group.mean())} ({len(group)})" if group else "– (0)" for group in groups]


def task_sentence(what, differences):
    """Where a difference of two ways is one, task by task."""
    helped = [task for task, d in differences.items() if d.seeds and d.low > 0]
    hurt = [task for task, d in differences.items() if d.seeds and d.high < 0]
    unsure = [task for task, d in differences.items() if d.seeds and d.low <= 0 <= d.high]
    sentences = [f"{what} {word} {listing(tasks)}." for word, tasks in
                 (("is better on", helped), ("is worse on", hurt), ("makes no difference that can be told on", unsure))
                 if tasks]
    return " ".join(sentences) or "There is nothing to compare yet."


def japanese(view):
    groups = view.groups("japanese")
    what = ("The demo's notes and questions, drawn once and written in both languages (`atlas demo --data-only "
            "--language en|ja`): the same notes, pictures and answers row by row, so test samples are paired"
            f"{of_samples(groups)}. Test notes use two sentences a class that training notes do not have; notes of one "
            "sentence are not independent, so the intervals of notes are too narrow.")
    text, more = opening("japanese", groups, view.seeds("japanese"), what)
    if not more:
        return text
    rows, differences = [], {}
    for name in dict.fromkeys(key.partition(", ")[2] for key in groups):
        english, twin = groups[f"English, {name}"], groups[f"Japanese, {name}"]
        for task in english.tasks:
            difference = Difference.between(twin.of(task), english.of(task))
            differences[f"{task} ({name})"] = difference
            rows.append([f"{task}, {name}", *mean_cells(english.of(task), twin.of(task)),
                         *difference_cells(difference)])
    return "\n\n".join([text, markdown_table(["", "English (seeds)", "Japanese (seeds)",
                                              "Japanese minus English", "over seeds"], rows),
                        paragraph(task_sentence("Japanese", differences))])


def clock(view):
    ledger = minutes.read(view.records.folder)
    known = {name: ledger["seconds"].get(name, []) for name in view.plan.timed}
    what = ("Wall seconds of `atlas import`, `task add` and `transfer` (atlas, policy always, so that both stages run to "
            "their end, all training samples) in a project with one trained task, features and evaluation included, all "
            "cores, nothing else running.")
    if ledger["trained"]:
        what += f" {ledger['trained']['machine']}, {ledger['trained']['version']}."
    text, more = opening("minutes", known, dict.fromkeys(known, view.plan.repetitions), what)
    if not more:
        return text
    rows = [[name, str(len(seconds)), f"{median(seconds):.0f}", f"{min(seconds):.0f} to {max(seconds):.0f}"]
            for name, seconds in known.items() if seconds]
    return text + "\n\n" + markdown_table(["task", "repetitions", "median", "all between"], rows)


SECTIONS = {"conditions": conditions, "pilot": pilot, "gate": gate, "smoothing": smoothing, "forms": forms,
            "noise": noise, "imbalance": imbalance, "labels": data_efficiency, "japanese": japanese, "minutes": clock}
