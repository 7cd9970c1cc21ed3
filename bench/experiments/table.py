"""The experiments of docs/RESULTS.md, in the order in which they are trained."""
from . import labels, pilot
from .plan import Experiment, Job, Plan, Recipe

SEEDS = (1, 2, 3)
TASKS = tuple(task.name for task in pilot.TASKS)
FIELD_TASKS = ("clothing", "fashion_mnist", "cifar10", "clinc_domains")
TWIN_TASKS = ("notes", "questions")
NOT_RIVALS = ("shared adapter", "atlas, never", "frozen bottom", "single task")
PLAIN_LOSS = ("class_weights=off", "label_doubt=0", "label_smoothing=0", "loss=plain")


def pilot_recipe(strategy, policy="", settings=(), tasks=TASKS):
    return Recipe("Pilot", "pilot", tasks, strategy, policy, settings)


def pilot_recipes(tasks=TASKS):
    recipe = lambda *what: pilot_recipe(*what, tasks=tasks)
    return {
        "atlas": recipe("atlas", "automatic"),
        "frozen features": recipe("frozen-features"),
        "atlas, always": recipe("atlas", "always"),
        "independent adapters": recipe("independent-adapters"),
        "head only": recipe("head-only"),
        "EWC": recipe("ewc"),
        "replay": recipe("replay"),
        "prompts": recipe("prompts"),
        "joint": recipe("joint"),
        "full fine-tuning": recipe("full-fine-tuning"),
        "shared adapter": recipe("shared-adapter"),
        "atlas, never": recipe("atlas", "never"),
        "frozen bottom": recipe("frozen-bottom"),
        "single task": recipe("single-task"),
    }


def gate_recipes(tasks=TASKS):
    """The first is the default, trained by `pilot` already."""
    recipe = lambda *settings: pilot_recipe("atlas", "always", settings, tasks)
    return {
        "gate normalised, queries own": recipe(),
        "gate published, queries own": recipe("gate=published"),
        "gate normalised, queries published": recipe("sharing=published"),
        "gate published, queries published": recipe("gate=published", "sharing=published"),
    }


def form_recipes():
    """What could be otherwise in the backbone `starter` without training it anew."""
    recipe = lambda tasks, strategy, policy="", *changes: Recipe("Pilot", "forms", tasks, strategy, policy, (), changes)
    pictures, pairs = ("clothing", "fashion_mnist", "cifar10"), ("deeppcb_pairs",)
    return {
        "pictures, summary of 224 pixels": recipe(pictures, "head-only"),
        "pictures, summary of 128 pixels": recipe(pictures, "head-only", "", ("summary_side", 128)),
        "pairs in one sequence": recipe(pairs, "independent-adapters"),
        "pairs apart": recipe(pairs, "independent-adapters", "", ("joins_pairs", False)),
    }


def smoothing_recipes(tasks=TASKS):
    """The first is the default, trained by `pilot` already."""
    return {"smoothing 0.05": pilot_recipe("head-only", tasks=tasks),
            **{f"smoothing {share}": pilot_recipe("head-only", "", (f"label_smoothing={share}",), tasks)
               for share in ("0", "0.02", "0.1")}}


def field_recipes(fault, more=(), tasks=FIELD_TASKS):
    """A fault that is planted in the training labels, against the same trainings without it."""
    recipe = lambda strategy, policy, *settings: Recipe("Pilot", "field", tasks, strategy, policy, settings)
    return {
        "atlas": recipe("atlas", "automatic", fault),
        "atlas, plain cross-entropy": recipe("atlas", "automatic", fault, *PLAIN_LOSS),
        **{name: recipe("atlas", "automatic", fault, *settings) for name, *settings in more},
        "frozen features": recipe("frozen-features", "", fault),
        "atlas, clean labels": recipe("atlas", "automatic"),
        "frozen features, clean labels": recipe("frozen-features", ""),
    }


def twin_recipes():
    return {f"{base}, {name}": Recipe(base, "twins", TWIN_TASKS, strategy, policy)
            for name, strategy, policy in (("atlas", "atlas", "automatic"), ("frozen features", "frozen-features", ""))
            for base in ("English", "Japanese")}


def full():
    twins = twin_recipes()
    return Plan(
        tasks=pilot.TASKS,
        common=("--backbone", "starter"),
        warm_up={"Pilot": Job(pilot_recipe("frozen-features"), 1),
                 "English": Job(twins["English, frozen features"], 1),
                 "Japanese": Job(twins["Japanese, frozen features"], 1)},
        experiments=[
            Experiment("pilot", pilot_recipes(), SEEDS, once=NOT_RIVALS),
            Experiment("gate", gate_recipes(), SEEDS, once=("gate published, queries published",)),
            Experiment("smoothing", smoothing_recipes(), SEEDS),
            Experiment("forms", form_recipes(), SEEDS),
            Experiment("noise", field_recipes("noise_share=0.2", more=[("atlas, loss=robust", "loss=robust")]), SEEDS),
            Experiment("imbalance", field_recipes("imbalance_ratio=10"), SEEDS),
            labels.experiment(TASKS, SEEDS),
            Experiment("japanese", twins, SEEDS),
        ],
        timed=("cifar10", "clinc_domains"))
