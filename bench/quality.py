#!/usr/bin/env python3
"""Plants faults into pilot data sets and measures how many of them the quality checks find, and how much else.

  quality.py DATA [--atlas BINARY] [--seeds N] [--json]     DATA: the unpacked pilot data sets

Planted, at random by the seed: 5 % of the labels of training samples are another class; 2 % of the test samples stand
once more among the training samples; as many pictures again do so at half the size, saved as JPEG; 2 % of the
training pictures are blurred (Gaussian, 2 % of the longer side); 1 % of the texts are UTF-8 read as CP1252.
Found = the check lists the sample that was planted, or its copy. Precision counts everything else that is listed as a
false alarm, though data sets have faults of their own that nobody planted.
"""
import argparse
import csv
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageFilter

from machine import machine

FLIPPED, COPIED, BLURRED, GARBLED = 0.05, 0.02, 0.02, 0.01
CHECKS = {  # fault -> checks that may tell of it
    "wrong label": ("label-errors",),
    "copy in another part": ("leaks", "contradictions"),
    "look-alike in another part": ("near-leaks",),
    "blurred": ("blurred",),
    "garbled text": ("garbled",),
}


def read_pictures(folder):
    return [{"path": file, "label": file.parent.name, "split": split}
            for split in ("train", "test") for file in sorted((folder / split).glob("*/*"))]


def read_texts(folder):
    rows = []
    for split in ("train", "test"):
        with open(folder / f"{split}.csv", encoding="utf-8", newline="") as table:
            rows += [{"text": row["text"], "label": row["label"], "split": split} for row in csv.DictReader(table)]
    return rows


def garble(text):
    return text.replace("'", "\u2019").encode("utf-8").decode("cp1252", errors="replace")


def plant(rows, folder, rng):
    """Changes rows in place and appends copies; returns the ids of the samples in which each fault was planted."""
    for number, row in enumerate(rows):
        row["id"] = f"s{number}"
    pictures = "path" in rows[0]
    train = [row for row in rows if row["split"] == "train"]
    test = [row for row in rows if row["split"] == "test"]
    classes = sorted({row["label"] for row in rows})
    faults = {fault: set() for fault in CHECKS}
    for row in rng.sample(train, round(FLIPPED * len(train))):
        row["label"] = rng.choice([name for name in classes if name != row["label"]])
        faults["wrong label"].add(row["id"])
    untouched = [row for row in train if row["id"] not in faults["wrong label"]]
    copies = rng.sample(test, 2 * round(COPIED * len(test)))
    for number, row in enumerate(copies):
        near = pictures and number % 2 == 1
        copy = dict(row, split="train", id=f"c{number}")
        if near:
            copy["path"] = folder / f"near{number}.jpg"
            picture = Image.open(row["path"]).convert("RGB")
            picture.resize((max(1, picture.width // 2), max(1, picture.height // 2))).save(copy["path"], quality=85)
        rows.append(copy)
        faults["look-alike in another part" if near else "copy in another part"].add(copy["id"])
    if pictures:
        for row in rng.sample(untouched, round(BLURRED * len(train))):
            picture = Image.open(row["path"]).convert("RGB")
            row["path"] = folder / f"blurred{row['id']}.png"
            picture.filter(ImageFilter.GaussianBlur(0.02 * max(picture.size))).save(row["path"])
            faults["blurred"].add(row["id"])
    else:
        with_letters = [row for row in untouched if "'" in row["text"]]
        for row in rng.sample(with_letters, min(len(with_letters), round(GARBLED * len(train)))):
            row["text"] = garble(row["text"])
            faults["garbled text"].add(row["id"])
    return {fault: ids for fault, ids in faults.items() if ids}


def write_table(rows, folder):
    """Pictures lie beside the table: nothing outside its folder is read."""
    content = "path" if "path" in rows[0] else "text"
    with open(folder / "table.csv", "w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(["id", "image" if content == "path" else "text", "label", "split"])
        for row in rows:
            value = row[content]
            if content == "path":
                inside = folder / f"{row['id']}{row['path'].suffix}"
                if row["path"] != inside:
                    shutil.copyfile(row["path"], inside)
                value = inside.name
            writer.writerow([row["id"], value, row["label"], row["split"]])


def inspect(atlas, folder, kind):
    project = folder / "quality.atlas"
    for arguments in (["init", project], ["import", project, folder / "table.csv", "--dataset", "d", "--kind", kind]):
        subprocess.run([atlas, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)
    answer = subprocess.run([atlas, "quality", str(project), "--dataset", "d", "--look", "--json"], check=True,
                            stdout=subprocess.PIPE, text=True)
    return json.loads(answer.stdout)


def measure(atlas, rows, kind, seed):
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        planted = plant(rows, folder, random.Random(seed))
        write_table(rows, folder)
        answer = inspect(atlas, folder, kind)
    found = {check["check"]: check["findings"] for check in answer["checks"]}
    scores = {}
    for fault, ids in planted.items():
        findings = [finding for check in CHECKS[fault] for finding in found.get(check, [])]
        groups = [{sample["external_id"] for sample in finding["samples"]} for finding in findings]
        if len(CHECKS[fault]) == 1 and fault not in ("look-alike in another part",):
            groups = [{name} for group in groups for name in group]  # each sample is told of on its own
        right = [group for group in groups if group & ids]
        hit = set().union(*groups) & ids if groups else set()
        scores[fault] = {"planted": len(ids), "told": len(groups), "recall": len(hit) / len(ids),
                         "precision": len(right) / len(groups) if groups else None}
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("--build", default="build/release", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    atlas = arguments.build / "bin" / "atlas"
    sets = {"clothing": ("image", lambda: read_pictures(arguments.data / "clothing_folder")),
            "clinc_domains": ("text", lambda: read_texts(arguments.data / "clinc_domains_csv"))}
    table = []
    for name, (kind, read) in sets.items():
        runs = [measure(atlas, read(), kind, seed) for seed in range(1, arguments.seeds + 1)]
        for fault in runs[0]:
            of_runs = [run[fault] for run in runs]
            precisions = [run["precision"] for run in of_runs if run["precision"] is not None]
            table.append({"data": name, "fault": fault, "planted": statistics.median(run["planted"] for run in of_runs),
                          "told": statistics.median(run["told"] for run in of_runs),
                          "recall": statistics.median(run["recall"] for run in of_runs),
                          "precision": statistics.median(precisions) if precisions else None})
    if arguments.json:
        print(json.dumps({"name": "quality", "rows": table, "seeds": arguments.seeds, "machine": machine()}))
        return
    print(f"{'data':14} {'fault':28} {'planted':>8} {'told of':>8} {'found':>8} {'of those told, planted':>24}")
    for row in table:
        precision = "-" if row["precision"] is None else f"{100 * row['precision']:.0f} %"
        print(f"{row['data']:14} {row['fault']:28} {row['planted']:8.0f} {row['told']:8.0f} "
              f"{100 * row['recall']:6.0f} % {precision:>24}")
    print(f"medians of {arguments.seeds} seeds; {machine()}")


if __name__ == "__main__":
    sys.exit(main())
