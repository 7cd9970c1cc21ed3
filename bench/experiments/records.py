"""What finished runs reached, a small file for each. Projects are large and stay where they were trained; records are
kept with the sources, so that the tables can be completed on another day or machine and written from nothing else."""
import json
import re
import sqlite3
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import quote

from .files import write_text

KEPT = ("tasks", "matrix", "n_test", "router_accuracy", "cost", "decisions", "measures")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Record:
    """One finished run. Answers stand after the last task, in the order of the test samples."""
    base: str
    label: str
    seed: int
    seconds: float
    trained: dict                 # machine, lanes, version of the program, day
    results: dict                 # of `atlas results --json`, the keys of KEPT
    classes: dict                 # task -> what its answers are
    predicted: dict = field(repr=False)  # task -> place in classes of each sample's answer
    expected: dict = field(repr=False)
    right: dict = field(repr=False)      # task -> score of each sample
    validation: dict                     # task -> best score on validation samples, of any stage

    @property
    def key(self):
        return self.base, self.label, self.seed

    def answers(self, task):
        """[(predicted, expected, score)]"""
        return list(zip(unpack(self.predicted[task]), unpack(self.expected[task]), unpack_scores(self.right[task])))


def pack(places):
    """A digit each where that is enough."""
    return "".join(DIGITS[place] for place in places) if max(places, default=0) < len(DIGITS) else list(places)


def unpack(packed):
    return [DIGITS.index(digit) for digit in packed] if isinstance(packed, str) else packed


def pack_scores(scores):
    return "".join(str(int(score)) for score in scores) if set(scores) <= {0, 1} else list(scores)


def unpack_scores(packed):
    return [int(digit) for digit in packed] if isinstance(packed, str) else packed


def query(project, sql, *values):
    connection = sqlite3.connect(f"file:{quote(str((project / 'project.db').resolve()))}?mode=ro", uri=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def read_answers(project, uuid, tasks):
    """-> for each task [(predicted, expected, score)] after the last one"""
    answers = [[] for _ in tasks]
    for place, *answer in query(
            project, "SELECT eval_task, predicted, expected, score FROM prediction WHERE run_id = "
            "(SELECT id FROM run WHERE uuid = ?) AND after_task = ? ORDER BY eval_task, position",
            uuid, len(tasks) - 1):
        answers[place].append(answer)
    return answers


def read_validation(project, uuid, tasks):
    """-> task -> best validation score"""
    best = {}
    for context, maximum in query(
            project, "SELECT context, maximum FROM series JOIN metric ON metric.id = metric_id WHERE metric.key = "
            "'validation' AND run_id = (SELECT id FROM run WHERE uuid = ?)", uuid):
        task = context.rpartition("/")[0]
        if task in tasks and maximum is not None:
            best[task] = max(maximum, best.get(task, 0))
    return best


def record_of(atlas, run, trained):
    """Reads a finished run from its project."""
    results = {key: value for key, value in atlas.json("results", run.project, run.uuid).items() if key in KEPT}
    record = Record(*run.key, round(run.seconds, 1), trained, results, {}, {}, {}, {},
                    read_validation(run.project, run.uuid, results["tasks"]))
    for task, answers in zip(results["tasks"], read_answers(run.project, run.uuid, results["tasks"])):
        classes = sorted({str(name) for predicted, expected, _ in answers for name in (predicted, expected)})
        place = {name: number for number, name in enumerate(classes)}
        record.classes[task] = classes
        record.predicted[task] = pack([place[str(predicted)] for predicted, _, _ in answers])
        record.expected[task] = pack([place[str(expected)] for _, expected, _ in answers])
        record.right[task] = pack_scores([score for _, _, score in answers])
    return record


class Records:
    """The folder of them."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.known = {}
        for file in sorted(self.folder.glob("*/*.json")):
            record = Record(**json.loads(file.read_text(encoding="utf-8")))
            self.known[record.key] = record

    def find(self, key):
        return self.known.get(key)

    def add(self, record):
        slug = re.sub(r"[^\w.=+-]+", "-", f"{record.label} {record.seed}")
        file = self.folder / record.base / f"{slug}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
                                             for key, value in asdict(record).items()) + "\n}\n")
        self.known[record.key] = record
