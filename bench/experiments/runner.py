"""Trains what has no record yet, lane by lane. What is under way is read from the projects, so nothing is lost with the
runner: a run that was cut off is gone on with from its checkpoint, a finished one is never repeated."""
import os
import re
import signal
import subprocess
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import mean

from .program import Failed
from .records import record_of

CANCELLED = 5   # exit status of a command that was interrupted
STOPS = 3       # so often a run that something else stops or kills is gone on with by the same start


@dataclass
class Lane:
    cores: set
    process: subprocess.Popen = None
    project: object = None
    experiment: str = ""
    job: object = None
    resumed: str = ""  # uuid of the run that is gone on with
    began: float = 0


class Runner:
    def __init__(self, lanes, records, jobs, count, trained, say):
        """trained: what records say of machine and program"""
        self.store, self.records, self.jobs, self.trained, self.say = lanes, records, jobs, trained, say
        self.keys = {job.key for _, job in jobs}
        cores = sorted(os.sched_getaffinity(0))
        self.lanes = [Lane(set(cores[n::count] or cores)) for n in range(count)]
        self.runs = {}
        self.failed = set()     # keys of jobs
        self.given_up = set()   # uuids of runs that cannot be gone on with
        self.stops = Counter()  # job key -> times that it was stopped from outside
        self.logs = lanes.folder / "logs"
        self.logs.mkdir(exist_ok=True)
        for project in lanes.projects():
            self.read(project)

    # What is known ---------------------------------------------------------------------------------------------------

    def read(self, project):
        """What a base has begun is no lane's to go on with. What is finished and asked for gets its record."""
        runs = self.store.runs(project)
        self.runs[project] = [run for run in runs
                              if run.status == "finished" or project.parent != self.store.folder]
        for run in runs:
            if run.status == "finished" and run.key in self.keys and not self.records.find(run.key):
                self.records.add(record_of(self.store.atlas, run, self.trained))

    def trained_here(self, job):
        """The run in one of the projects, which others can begin with."""
        return next((run for run in self.all_runs() if run.key == job.key and run.status == "finished"), None)

    def finished(self, job):
        """A record is enough, unless another job begins with the run itself."""
        if not self.records.find(job.key):
            return False
        begin_with_it = any(other.upstream and other.upstream.key == job.key
                            and not self.records.find(other.key) for _, other in self.jobs)
        return not begin_with_it or self.trained_here(job) is not None

    def unfinished(self, job):
        cut_off = [run for run in self.all_runs() if run.key == job.key and run.status != "finished"
                   and run.uuid not in self.given_up]
        return max(cut_off, key=lambda run: run.created, default=None)

    def all_runs(self):
        for runs in self.runs.values():
            yield from runs

    def pending(self):
        return [job for _, job in self.jobs if not self.finished(job) and job.key not in self.failed]

    def time_left(self):
        """In words, by the seconds of runs like it: of the same recipe, else the same strategy, else any."""
        known = defaultdict(list)
        strategies = {job.recipe.label: getattr(job.recipe, "strategy", "transfer") for _, job in self.jobs}
        for run in self.records.known.values():
            if run.label in strategies:
                for name in (run.label, strategies[run.label], ""):
                    known[name].append(run.seconds)
        seconds = sum(mean(next((known[name] for name in (job.recipe.label, strategies[job.recipe.label], "")
                                 if name in known), [0])) for job in self.pending())
        hours = seconds / 3600 / len(self.lanes)
        return f"{hours:.1f} h left" if hours >= 1 else f"{60 * hours:.0f} min left"

    # What is done ----------------------------------------------------------------------------------------------------

    def run(self):
        """-> whether everything is finished"""
        self.say(f"{len(self.jobs)} runs, {len(self.pending())} of them to be trained, {len(self.lanes)} lanes")
        try:
            while True:
                for lane in self.lanes:
                    if lane.process is None:
                        self.fill(lane)
                busy = [lane for lane in self.lanes if lane.process]
                if not busy:
                    break
                ended = [lane for lane in busy if lane.process.poll() is not None]
                for lane in ended:
                    self.close(lane)
                if not ended:
                    time.sleep(0.1)
        finally:
            self.stop()
        if self.failed:
            self.say(f"{len(self.failed)} runs failed; what they said is in {self.logs}")
        return not self.failed and not self.pending()

    def fill(self, lane):
        """The next job that can be done now."""
        used = {other.project for other in self.lanes if other.process}
        running = {other.job.key for other in self.lanes if other.process}
        for experiment, job in self.jobs:
            if job.key in running or job.key in self.failed or self.finished(job):
                continue
            upstream = job.upstream and self.trained_here(job.upstream)
            if job.upstream and not upstream:
                if job.upstream.key in self.failed:
                    self.fail(job, "what it begins with has failed")
                continue
            cut_off = self.unfinished(job)
            bound = cut_off or upstream  # such a job belongs to the project of that run
            if bound and bound.project in used:
                continue
            try:
                project = bound.project if bound else self.free_project(job.recipe.base, used)
                if self.finished(job):
                    continue  # it was the warm-up of a base that has just been made
                self.start(lane, project, experiment, job, cut_off, upstream)
            except Failed as error:
                self.fail(job, error)
                continue
            return

    def free_project(self, base, used):
        number = next(n for n in range(1, len(self.lanes) + 1)
                      if self.store.folder / f"lane-{n}" / f"{base}.atlas" not in used)
        project = self.store.project(number, base, self.say)
        for known in self.store.projects():
            if known not in self.runs:
                self.read(known)
        return project

    def start(self, lane, project, experiment, job, cut_off, upstream):
        if cut_off:
            command = ["resume", project, cut_off.uuid]
        else:
            if not job.recipe.upstream:
                self.store.set_sequence(project, job.recipe)
            command = job.recipe.command(project, job.seed, self.store.common(job.recipe), upstream and upstream.uuid)
        lane.project, lane.experiment, lane.job = project, experiment, job
        lane.resumed, lane.began = cut_off.uuid if cut_off else "", time.monotonic()
        lane.process = self.store.atlas.start(command, self.log(job), lane.cores)

    def log(self, job):
        return self.logs / (re.sub(r"[^\w.=+-]+", "-", f"{job.recipe.base} {job}") + ".log")

    def close(self, lane):
        status, lane.process = lane.process.wait(), None
        job, seconds = lane.job, time.monotonic() - lane.began
        self.read(lane.project)
        if self.finished(job):
            total = len(self.jobs)
            self.say(f"[{total - len(self.pending())}/{total}] {lane.experiment}: {job}: {seconds:.0f} s"
                     f"{', gone on with' if lane.resumed else ''}; {self.time_left()}")
        elif (status < 0 or status == CANCELLED) and self.stops[job.key] < STOPS:
            self.stops[job.key] += 1
            self.say(f"{job} was stopped from outside (status {status}) and is gone on with")
        elif lane.resumed and status > 0 and status != CANCELLED:
            # A checkpoint that the program no longer takes: once more from the beginning.
            self.given_up.add(lane.resumed)
            self.say(f"{job} cannot be gone on with and begins anew: {self.last_words(job)}")
        else:
            self.fail(job, f"ended with {status}: {self.last_words(job)}")

    def fail(self, job, why):
        """Not tried again by this start."""
        self.failed.add(job.key)
        self.say(f"failed: {job}: {why}")

    def last_words(self, job):
        return " ".join(self.log(job).read_text(encoding="utf-8", errors="replace").split())[-300:]

    def stop(self):
        """What still trains writes its checkpoint and ends."""
        busy = [lane.process for lane in self.lanes if lane.process]
        for process in busy:
            process.send_signal(signal.SIGINT)
        for process in busy:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
