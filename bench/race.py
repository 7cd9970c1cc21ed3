#!/usr/bin/env python3
"""Races atlas-bench against the plain Python reference: same machine, same run, taking turns step by step.

Each side of each case is a process of its own, so that its peak memory is its own; all have the same number of threads
and an allocator that keeps large blocks (otherwise the allocator is what is measured).
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from machine import machine

ROOT = Path(__file__).resolve().parent.parent
ALLOCATOR = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "100000000000", "MALLOC_TOP_PAD_": "268435456"}

# name: (what it is, unit, samples a step counts for; None = report milliseconds, lower is better, cases, steps)
BENCHES = {
    "mixing": ("one adapter site, forward and backward, 8 samples of 185 tokens", "ms", None,
               [(tasks, 2) for tasks in (1, 4, 8)], 15),
    "train-step": ("a training step of ViLT-B/32 with adapters, 8 samples", "samples/s", 8,
                   [(tasks, stage) for stage in (1, 2) for tasks in (1, 4, 8)], 4),
}
HEADLINE = (8, 2)


class Worker:
    """One side of one case. Its steps come when asked for."""

    def __init__(self, side, precision, command, environment):
        self.side, self.precision, self.seconds, self.peak_mb = side, precision, [], None
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=environment)
        self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"race: the {self.side} side ({self.precision}) ended with status {self.process.wait()}; "
                     "what it said stands above.")
        return json.loads(line)

    def ask(self, word):
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return self.answer()

    def step(self, count):
        seconds = self.ask("step")["seconds"]
        if count:
            self.seconds.append(seconds)

    def end(self):
        self.peak_mb = self.ask("end")["peak_mb"]
        self.process.stdin.close()
        self.process.wait()

    def median(self):
        return statistics.median(self.seconds)


def reference_folder():
    return Path(os.environ.get("ATLAS_SHARED", ROOT.parent / "shared")) / "reference"


def reference_python(folder):
    """The Python that has the reference's packages, or a sentence that says how to get one."""
    if not (folder / "reference.py").is_file():
        sys.exit(f"race: the reference is not in {folder}; set ATLAS_SHARED to the folder that holds reference/.")
    python = os.environ.get("ATLAS_PYTHON", sys.executable)
    probe = subprocess.run([python, "-c", "import torch, transformers, safetensors"], capture_output=True, text=True)
    if probe.returncode != 0:
        sys.exit(f"race: {python} lacks the reference's packages. `./dev bench` makes a virtual environment with them, "
                 "or set ATLAS_PYTHON to a Python with torch, transformers and safetensors.")
    return python


def race(name, tasks, stage, arguments, steps):
    """All four workers of a case, alternating.  -> {(side, precision): Worker}"""
    folder = reference_folder()
    python = reference_python(folder)
    binary = Path(arguments.build) / "bin" / "atlas-bench"
    if not binary.is_file():
        sys.exit(f"race: {binary} is not there; build it with ATLAS_BENCH=ON.")
    environment = {**os.environ, **ALLOCATOR}
    for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        environment[variable] = str(arguments.threads)
    workers = {}
    for precision in arguments.precision.split(","):
        case = ["--tasks", str(tasks), "--stage", str(stage), "--precision", precision, "--threads",
                str(arguments.threads), "--batch", str(arguments.batch), "--micro-batch",
                str(min(arguments.batch, arguments.micro_batch))]
        workers["ours", precision] = Worker("ours", precision, [str(binary), name, *case], environment)
        workers["peer", precision] = Worker(
            "peer", precision, [python, str(ROOT / "bench" / "peer.py"), name, "--reference", str(folder), *case],
            environment)
    for turn in range(steps + 1):
        for worker in workers.values():
            worker.step(count=turn > 0)
    for worker in workers.values():
        worker.end()
    return workers


def describe(name, tasks, stage, workers, per_step):
    """One row per worker, with ratios to both of the reference's precisions; over 1 = ours is faster."""
    rows = []
    for (side, precision), worker in workers.items():
        median = worker.median()
        row = {"case": f"T={tasks} stage {stage}", "side": side, "precision": precision,
               "value": per_step / median if per_step else 1000 * median,
               "seconds": [round(value, 4) for value in worker.seconds], "peak_mb": round(worker.peak_mb)}
        if side == "ours":
            for other in ("fp32", "bf16"):
                peer = workers.get(("peer", other))
                if peer:
                    row[f"speed_over_{other}"] = round(peer.median() / median, 3)
                    row[f"memory_of_{other}"] = round(worker.peak_mb / peer.peak_mb, 3)
        row["value"] = round(row["value"], 3)
        rows.append(row)
    return rows


def table(rows, unit):
    print(f"{'case':<14}{'side':<6}{'type':<6}{unit:>10}{'peak MB':>9}"
          "   speed / memory against the reference's fp32, bf16")
    for row in rows:
        ratios = "   ".join(f"{row[f'speed_over_{other}']:.2f}x / {row[f'memory_of_{other}']:.2f}x"
                            for other in ("fp32", "bf16") if f"speed_over_{other}" in row)
        print(f"{row['case']:<14}{row['side']:<6}{row['precision']:<6}{row['value']:>10.2f}{row['peak_mb']:>9}"
              f"   {ratios}".rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--list", action="store_true", help="name the races")
    parser.add_argument("--json", action="store_true", help="one JSON object per race on stdout")
    parser.add_argument("--build", default=str(ROOT / "build" / "release"), help="build folder with bin/atlas-bench")
    parser.add_argument("--cases", help="tasks:stage pairs, for example 8:2,8:1; default all")
    parser.add_argument("--precision", default="fp32,bf16", help="fp32, bf16 or both")
    parser.add_argument("--steps", type=int, help="steps counted per side and case, after one that is not")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--micro-batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=min(2, len(os.sched_getaffinity(0))))
    arguments = parser.parse_args()
    if arguments.list:
        for name, (text, *_) in BENCHES.items():
            print(f"{name}\t{text}")
        return
    if not arguments.names or any(name not in BENCHES for name in arguments.names):
        parser.error("name one of: " + ", ".join(BENCHES))
    for name in arguments.names:
        _, unit, per_step, cases, steps = BENCHES[name]
        if arguments.cases:
            cases = [tuple(map(int, case.split(":"))) for case in arguments.cases.split(",")]
        if per_step:
            per_step = arguments.batch
        rows = []
        for tasks, stage in cases:
            workers = race(name, tasks, stage, arguments, arguments.steps or steps)
            rows += describe(name, tasks, stage, workers, per_step)
            print(f"race: {name}, T={tasks}, stage {stage} done", file=sys.stderr)
        if not arguments.json:
            print(f"{name}: {machine()}, {arguments.threads} threads")
            table(rows, unit)
            continue
        # The headline is what a user gets: our automatic precision against the reference as it is written, fp32.
        tasks, stage = HEADLINE if HEADLINE in cases else cases[-1]
        mine = [row for row in rows if row["case"] == f"T={tasks} stage {stage}"]
        faster = min if unit == "ms" else max
        ours = faster((row for row in mine if row["side"] == "ours"), key=lambda row: row["value"])
        peer = next(row for row in mine if row["side"] == "peer")
        print(json.dumps({"name": name, "unit": unit, "ours": ours["value"], "peer": peer["value"],
                          "ratio": ours[f"speed_over_{peer['precision']}"],
                          "memory_ratio": ours[f"memory_of_{peer['precision']}"],
                          "case": ours["case"] + f", ours {ours['precision']} against {peer['precision']}",
                          "runs": rows, "machine": machine(), "threads": arguments.threads}))


if __name__ == "__main__":
    main()
