"""The command line program, as experiments run it."""
import ctypes
import json
import os
import re
import signal
import subprocess

PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


class Failed(Exception):
    """A command ended with an error; what it said is the message."""


class Atlas:
    def __init__(self, binary):
        self.binary = str(binary)
        # Threads that spin while they wait would take the cores of the other lanes.
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "OMP_WAIT_POLICY": "passive"}

    def run(self, *arguments):
        """Waits for a command.  -> what it printed"""
        done = subprocess.run([self.binary, *map(str, arguments)], env=self.environment, capture_output=True,
                              text=True, preexec_fn=ends_with_parent)
        if done.returncode != 0:
            raise Failed(f"atlas {' '.join(map(str, arguments))} ended with {done.returncode}: "
                         + (done.stderr.strip() or done.stdout.strip()))
        return done.stdout

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--json"))

    def start(self, arguments, log, cores):
        """Does not wait. The engine takes as many threads as the process may use cores, whatever OMP_NUM_THREADS says:
        the cores are what a lane is given. Ctrl-C reaches the runner only, which stops what it has started."""
        def prepare():
            ends_with_parent()
            os.sched_setaffinity(0, cores)

        with open(log, "w", encoding="utf-8") as out:
            return subprocess.Popen([self.binary, *map(str, arguments)], env=self.environment, stdout=out,
                                    stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, preexec_fn=prepare,
                                    process_group=0)

    def knows(self, command):
        return re.search(rf"^ +{re.escape(command)} ", self.run("--help"), re.MULTILINE) is not None


def ends_with_parent():
    """In the child: a training that outlived a killed runner would hold its project against the next start."""
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
