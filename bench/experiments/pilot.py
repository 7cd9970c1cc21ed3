"""The eight data sets of the pilot as tasks of a project.

  python3 -m experiments.pilot PROJECT DATA --atlas BINARY     makes the project where it is absent, sets its sequence
"""
import argparse
from dataclasses import dataclass
from pathlib import Path

from .program import Atlas


@dataclass(frozen=True)
class Task:
    folder: str             # of the data set, which is also its name
    kind: str
    target: float = None    # best of the simple tools on the same splits: linear models, small networks
    majority: float = None  # share of the largest class, for tasks on which no simple tool was above chance

    @property
    def name(self):
        return self.folder.rpartition("_")[0]


TASKS = (
    Task("clothing_folder", "image", 0.840),
    Task("fashion_mnist_idx", "image", 0.862),
    Task("cifar10_hf", "image", 0.768),
    Task("clinc_domains_csv", "text", 0.940),
    Task("easy_vqa_jsonl", "image-text", 0.968),
    Task("nlvr_statements_jsonl", "image-text", 0.564, majority=0.558),
    Task("deeppcb_pairs_csv", "image-pair", 0.988),
    Task("piqa_mc", "choice", 0.552, majority=0.51),
)


def import_task(atlas, project, data, task):
    atlas.run("import", project, Path(data) / task.folder, "--dataset", task.folder, "--kind", task.kind)
    atlas.run("task", project, "add", task.name, "--dataset", task.folder, "--kind", task.kind)


def import_tasks(atlas, project, data, tasks=TASKS):
    """A new project with these tasks."""
    atlas.run("init", project)
    for task in tasks:
        import_task(atlas, project, data, task)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("--atlas", required=True)
    arguments = parser.parse_args()
    atlas = Atlas(arguments.atlas)
    if not arguments.project.is_dir():
        arguments.project.parent.mkdir(parents=True, exist_ok=True)
        import_tasks(atlas, arguments.project, arguments.data)
    atlas.run("sequence", arguments.project, "set", "pilot", *(task.name for task in TASKS))


if __name__ == "__main__":
    main()
