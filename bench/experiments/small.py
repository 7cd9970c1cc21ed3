"""The same experiments in a minute: drawn data, backbone mini, a few samples, one epoch. What they reach means nothing;
that every part of runner and writer works is what they show."""
import random
import struct
import zlib

from . import labels, table
from .pilot import Task
from .plan import Experiment, Job, Plan

TASKS = (Task("shades_folder", "image", 0.5), Task("orders_csv", "text", 0.9, majority=0.5))
NAMES = tuple(task.name for task in TASKS)
TRAIN, TEST = 24, 16
SEEDS = (1, 2)


def png(colour, side=24):
    rows = (b"\0" + bytes(colour) * side) * side
    chunk = lambda kind, data: (struct.pack(">I", len(data)) + kind + data
                                + struct.pack(">I", zlib.crc32(kind + data)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write_data(folder):
    draw = random.Random(1)
    for split, count in (("train", TRAIN), ("test", TEST)):
        lines = ["text,label"]
        for n in range(count):
            light = draw.randrange(150, 250)
            shade, colour = (("red", (light, 40, n)), ("blue", (n, 40, light)))[n % 2]
            place = folder / "shades_folder" / split / shade
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{n}.png").write_bytes(png(colour))
            lines.append((f"machine {split} {n} is broken,machine", f"parcel {split} {n} is late,delivery")[n % 2])
        place = folder / "orders_csv"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{split}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def plan():
    pilot = table.pilot_recipes(NAMES)
    uneven = table.field_recipes("imbalance_ratio=3", tasks=NAMES)
    twins = table.twin_recipes()
    return Plan(
        tasks=TASKS,
        common=("--backbone", "mini", "--max-train", str(TRAIN), "--set", "epochs=1", "--set", "min_steps=1"),
        warm_up={"Pilot": Job(pilot["frozen features"], 1),
                 "English": Job(twins["English, frozen features"], 1),
                 "Japanese": Job(twins["Japanese, frozen features"], 1)},
        experiments=[
            Experiment("pilot", {name: pilot[name] for name in ("atlas", "frozen features", "atlas, always")}, SEEDS),
            Experiment("gate", dict(list(table.gate_recipes(NAMES).items())[:2]), SEEDS),
            Experiment("smoothing", dict(list(table.smoothing_recipes(NAMES).items())[:2]), (1,)),
            Experiment("noise", table.field_recipes("noise_share=0.2", tasks=NAMES), (1,)),
            Experiment("imbalance", {"atlas": uneven["atlas"]}, (1,)),
            labels.experiment(NAMES, (1,)),
            Experiment("japanese", {name: twins[name] for name in ("English, frozen features",
                                                                  "Japanese, frozen features")}, (1,)),
        ],
        timed=NAMES[1:], repetitions=1, twin_tests=TEST)
