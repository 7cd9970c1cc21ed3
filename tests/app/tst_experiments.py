"""The runner of the experiments and the writer of their tables, over a project that is trained in a minute."""
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
ATLAS = Path(os.environ["ATLAS_BIN"]) / "atlas"
sys.path.insert(0, str(ROOT / "bench"))

from experiments import intervals, sections, small, table, write_results  # noqa: E402
from experiments.program import Atlas  # noqa: E402
from experiments.records import Records, pack, pack_scores, query, unpack, unpack_scores  # noqa: E402


def start(folder):
    return subprocess.Popen([sys.executable, "-m", "experiments", "--small", "--folder", folder, "--atlas", ATLAS,
                             "--jobs", "2"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                            env={**os.environ, "PYTHONPATH": str(ROOT / "bench")})


def to_end(folder):
    process = start(folder)
    said = process.communicate()[0]
    return process.returncode, said


def runs(folder):
    """uuid -> (project, sequence, seed, status), of every project."""
    found = {}
    for project in sorted(folder.rglob("*.atlas")):
        for run in Atlas(ATLAS).json("runs", project)["runs"]:
            found.setdefault(run["run"], (project, run["sequence"], run["seed"], run["status"]))
    return found


def under_way(folder):
    """Whether a lane is training, looked up without starting a program."""
    for project in folder.glob("lane-*/*.atlas"):
        try:
            if query(project, "SELECT 1 FROM run WHERE status = 'running'"):
                return True
        except sqlite3.OperationalError:
            pass  # the project is being copied
    return False


def rows(text, name):
    """First cell -> the other cells, of the first table of a section."""
    section = text.split(f"<!-- experiment: {name} -->\n")[1].split("<!-- end -->")[0]
    lines = section[section.index("\n| ") + 1:].split("\n\n")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row[1:] for row in cells[2:]}


class Training(unittest.TestCase):
    """One folder for all: killed in the middle, finished, started once more."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="experiments-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        cls.killed = cls.kill_in_the_middle()
        cls.status, cls.said = to_end(cls.folder)
        cls.finished = runs(cls.folder)
        cls.results = (cls.folder / "RESULTS.md").read_text(encoding="utf-8")

    @classmethod
    def kill_in_the_middle(cls):
        """-> the runs as they were left, four of them finished and one that had just begun"""
        records = lambda: len(list(cls.folder.glob("records/*/*.json")))
        process = start(cls.folder)
        while process.poll() is None and (records() < 4 or not under_way(cls.folder)):
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        return runs(cls.folder)

    def test_a_killed_start_is_gone_on_with(self):
        done = [uuid for uuid, run in self.killed.items() if run[3] == "finished"]
        cut_off = [uuid for uuid, run in self.killed.items() if run[3] != "finished"]
        self.assertGreaterEqual(len(done), 4)
        self.assertGreaterEqual(len(cut_off), 1, "nothing was being trained when it was killed")
        self.assertEqual(self.status, 0, self.said)
        self.assertIn("gone on with", self.said)
        for uuid in cut_off:
            self.assertEqual(self.finished[uuid][3], "finished")

    def test_everything_is_trained_once(self):
        trained = Counter((project.stem, sequence, seed) for project, sequence, seed, _ in self.finished.values())
        self.assertEqual({status for *_, status in self.finished.values()}, {"finished"})
        self.assertEqual(set(trained.values()), {1})
        jobs, _ = small.plan().jobs((), Atlas(ATLAS))
        self.assertEqual(set(trained), {job.key for _, job in jobs})

    def test_the_next_start_trains_nothing(self):
        status, said = to_end(self.folder)
        self.assertEqual(status, 0, said)
        self.assertIn(" 0 of them to be trained", said)
        self.assertEqual(runs(self.folder), self.finished)
        self.assertEqual((self.folder / "RESULTS.md").read_text(encoding="utf-8"), self.results)

    def test_tables_say_what_the_runs_reached(self):
        written = rows(self.results, "pilot")
        self.assertEqual(list(written), ["atlas", "frozen features", "atlas, always"])
        for name, recipe in small.plan().experiment("pilot").recipes.items():
            matrices = [Atlas(ATLAS).json("results", project, uuid)["matrix"]
                        for uuid, (project, sequence, _, _) in self.finished.items()
                        if (project.stem, sequence) == ("Pilot", recipe.label)]
            self.assertEqual(written[name][0], str(len(matrices)))
            for place in range(len(small.NAMES)):
                score = mean(matrix[-1][place] for matrix in matrices)
                self.assertEqual(written[name][1 + place], f"{100 * score:.1f}")
            average = 100 * mean(mean(matrix[-1]) for matrix in matrices)
            self.assertRegex(written[name][3], rf"^{average:.1f} \[")
        self.assertEqual(len(rows(self.results, "gate")), 2)
        self.assertEqual(len(rows(self.results, "smoothing")), 2)
        self.assertEqual(len(rows(self.results, "noise")), 5)
        self.assertEqual(len(rows(self.results, "japanese")), 2)
        self.assertEqual(rows(self.results, "minutes")["orders"][0], "1")

    def test_a_run_that_is_missing_is_said_to_be(self):
        """Without the records of one recipe fewer seeds are there, and the tables count them."""
        results = self.folder / "part.md"
        shutil.copy(self.folder / "RESULTS.md", results)
        records = Records(self.folder / "records")
        label = small.plan().experiment("pilot").recipes["atlas"].label
        for key in [key for key in records.known if key[1] == label]:
            del records.known[key]
        write_results.write(small.plan(), records, results)
        text = results.read_text(encoding="utf-8")
        self.assertEqual(rows(text, "pilot")["frozen features"][0], "2")
        self.assertEqual(rows(text, "pilot")["atlas"], ["0", "–", "–", "–", "", ""])
        self.assertIn("Not complete", text)

    def test_records_are_enough(self):
        """On another machine, without the projects, tables are the same and only what others begin with is trained."""
        folder = self.folder.with_name(self.folder.name + "-elsewhere")
        self.addCleanup(shutil.rmtree, folder, True)
        shutil.copytree(self.folder / "records", folder / "records")
        status, said = to_end(folder)
        self.assertEqual(status, 0, said)
        self.assertIn(" 0 of them to be trained", said)
        self.assertEqual(runs(folder), {})
        self.assertEqual((folder / "RESULTS.md").read_text(encoding="utf-8"), self.results)

    def test_what_a_missing_run_begins_with_is_trained_again(self):
        folder = self.folder.with_name(self.folder.name + "-again")
        self.addCleanup(shutil.rmtree, folder, True)
        shutil.copytree(self.folder / "records", folder / "records")
        missing = next(recipe for recipe in small.plan().experiment("labels").recipes.values() if recipe.upstream)
        file = next(file for file in (folder / "records").glob("*/*.json")
                    if json.loads(file.read_text(encoding="utf-8"))["label"] == missing.label)
        file.unlink()
        status, said = to_end(folder)
        self.assertEqual(status, 0, said)
        self.assertIn(" 2 of them to be trained", said)
        self.assertEqual((folder / "RESULTS.md").read_text(encoding="utf-8"), self.results)
        self.assertTrue(file.exists())


class Writing(unittest.TestCase):
    def test_every_section_has_its_place_in_the_document(self):
        text = write_results.RESULTS.read_text(encoding="utf-8")
        new = write_results.rewrite(text, {name: "new" for name in sections.SECTIONS})
        self.assertEqual(len(re.findall(r"<!-- experiment: \w+ -->\nnew\n<!-- end -->", new)), len(sections.SECTIONS))

    def test_a_section_without_its_place_is_an_error(self):
        with self.assertRaises(ValueError):
            write_results.rewrite("no marks", {"pilot": "new"})

    def test_what_stands_outside_the_marks_stays(self):
        text = "a\n<!-- experiment: pilot -->\nold\n<!-- end -->\nb \\1\n"
        self.assertEqual(write_results.rewrite(text, {"pilot": "x\\1"}),
                         "a\n<!-- experiment: pilot -->\nx\\1\n<!-- end -->\nb \\1\n")


class Packing(unittest.TestCase):
    def test_answers_come_back_as_they_were(self):
        for places in ([], [0, 3, 35], [36, 0]):
            self.assertEqual(unpack(pack(places)), places)
        for scores in ([], [1, 0, 1], [0.3, 1]):
            self.assertEqual(unpack_scores(pack_scores(scores)), scores)


class Table(unittest.TestCase):
    def test_no_two_recipes_have_one_name(self):
        known = {}
        for experiment in table.full().experiments:
            for job in experiment.jobs():
                self.assertEqual(known.setdefault(job.key, job.recipe), job.recipe)

    def test_what_is_the_same_is_trained_once(self):
        plan = table.full()
        keys = {experiment.name: {job.key for job in experiment.jobs()} for experiment in plan.experiments}
        self.assertEqual(len(keys["pilot"] & keys["gate"]), 3)
        self.assertEqual(len(keys["noise"] & keys["imbalance"]), 6)
        self.assertEqual(len(keys["labels"]), 8 + 24 + 24)


class Intervals(unittest.TestCase):
    def test_t_interval(self):
        self.assertIsNone(intervals.t_half_width([1]))
        self.assertAlmostEqual(intervals.t_half_width([1, 2, 3]), 4.303 / 3 ** 0.5, places=3)

    def test_f1_macro(self):
        answers = [(0, 0, 1), (0, 0, 1), (0, 1, 0), (1, 1, 1)]
        self.assertAlmostEqual(intervals.f1_macro(answers), (2 * 2 / 5 + 2 * 1 / 3) / 2)
        self.assertAlmostEqual(intervals.accuracy(answers), 0.75)

    def test_the_bootstrap_covers_what_it_should(self):
        """Against the normal interval, where that is exact enough."""
        draws = intervals.Draws()
        draw = random.Random(3)
        answers = [(0, 0, int(draw.random() < 0.8)) for _ in range(500)]
        share = intervals.accuracy(answers)
        low, high = intervals.interval(draws, {1: draws.replicates("a", answers, intervals.accuracy)})
        error = (share * (1 - share) / 500) ** 0.5
        self.assertAlmostEqual(low, share - 1.96 * error, delta=0.005)
        self.assertAlmostEqual(high, share + 1.96 * error, delta=0.005)

    def test_differences_are_paired(self):
        """The same answers but for one: hardly a difference, however uncertain each side is."""
        draws = intervals.Draws()
        draw = random.Random(4)
        one = [(0, 0, int(draw.random() < 0.5)) for _ in range(500)]
        other = [(0, 0, 1 - one[0][2]), *one[1:]]
        a, b = (draws.replicates("a", answers, intervals.accuracy) for answers in (one, other))
        low, high = intervals.interval(draws, {1: [x - y for x, y in zip(a, b)]})
        self.assertLess(high - low, 0.01)


if __name__ == "__main__":
    unittest.main(verbosity=2)
