#!/usr/bin/env python3
"""Races the frozen embedders against the plain Python reference, both in batches: same machine, same run, taking turns.

  embedders.py DATA     DATA: the unpacked pilot data sets; their sentences (clinc_domains_csv) are what is encoded
  embedders.py peer KIND FILE [TEXTS]     the reference's side, as a worker that answers "step" and "end"

The networks' files lie in $ATLAS_EMBEDDERS, else build/packages/embedders. The reference is imported from
../shared/reference beside the repository; its loop over one sentence becomes one over a padded batch here.
"""
import argparse
import csv
import json
import os
import sys
import tempfile
import time
from pathlib import Path

from machine import machine
from peer import peak_mb
from race import ALLOCATOR, ROOT, Worker, reference_folder, reference_python

TEXT_FILE, IMAGE_FILE = "e5-small-q4.bin", "efficientnet-lite0-57934424.pth"
PICTURES, SIDE, BATCH = 256, 128, 32


def batch_states(embedders, torch, cfg, weights, ids, pad):
    """The reference's text_tokens over a padded batch: padding is masked as a key.  -> (B, n, d), (B, n) mask"""
    functional = torch.nn.functional
    d, heads, eps = cfg["hidden_size"], cfg["num_attention_heads"], cfg["layer_norm_eps"]
    n, rows = max(map(len, ids)), len(ids)
    padded = torch.tensor([row + [pad] * (n - len(row)) for row in ids])
    mask = torch.arange(n)[None] < torch.tensor([len(row) for row in ids])[:, None]
    barred = torch.zeros(rows, 1, 1, n).masked_fill(~mask[:, None, None], float("-inf"))
    lin = lambda name, x: functional.linear(x, weights[name + ".weight"], weights[name + ".bias"])
    ln = lambda name, x: functional.layer_norm(x, (d,), weights[name + ".weight"], weights[name + ".bias"], eps)
    x = ln("embeddings.LayerNorm", weights["embeddings.word_embeddings.weight"][padded]
           + weights["embeddings.position_embeddings.weight"][:n]
           + weights["embeddings.token_type_embeddings.weight"][0])
    for i in range(cfg["num_hidden_layers"]):
        p = f"encoder.layer.{i}."
        q, k, v = (lin(p + "attention.self." + w, x).view(rows, n, heads, -1).transpose(1, 2)
                   for w in ("query", "key", "value"))
        a = ((q @ k.transpose(2, 3)) / (d // heads) ** 0.5 + barred).softmax(-1) @ v
        x = ln(p + "attention.output.LayerNorm",
               lin(p + "attention.output.dense", a.transpose(1, 2).reshape(rows, n, d)) + x)
        x = ln(p + "output.LayerNorm",
               lin(p + "output.dense", functional.gelu(lin(p + "intermediate.dense", x))) + x)
    return x, mask


def text_step(embedders, torch, file, texts):
    """Sentences by length, in padded batches. Ids are made before the clock: the reference's tokenizer is not meant
    to be fast."""
    cfg, tokenizer, weights = embedders.read_text_model(file)
    unigram = embedders.Unigram(tokenizer)
    lines = Path(texts).read_text(encoding="utf-8").splitlines()
    ids = sorted(([int(k) for k in unigram.encode("query: " + line, 512)] for line in lines), key=len)

    def step():
        for first in range(0, len(ids), BATCH):
            states, mask = batch_states(embedders, torch, cfg, weights, ids[first:first + BATCH], tokenizer["pad"])
            mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            torch.nn.functional.normalize(mean, dim=1)

    return step


def image_step(embedders, torch, file, _):
    weights = torch.load(file, map_location="cpu")
    pictures = torch.randint(0, 256, (PICTURES, 3, SIDE, SIDE), dtype=torch.uint8)

    def step():
        for first in range(0, PICTURES, BATCH):
            embedders.image_maps(weights, (pictures[first:first + BATCH].float() - 127) / 128)

    return step


def peer(kind, file, texts):
    sys.path.insert(0, str(reference_folder()))
    import torch
    import embedders

    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    step = {"texts": text_step, "images": image_step}[kind](embedders, torch, file, texts)
    print(json.dumps({"ready": True}), flush=True)
    with torch.no_grad():
        for line in sys.stdin:
            if line.strip() == "end":
                break
            start = time.perf_counter()
            step()
            print(json.dumps({"seconds": time.perf_counter() - start}), flush=True)
    print(json.dumps({"peak_mb": peak_mb()}), flush=True)


def sentences(data):
    lines = []
    for name in ("train.csv", "test.csv"):
        file = Path(data) / "clinc_domains_csv" / name
        if not file.is_file():
            sys.exit(f"embedders: {file} is not there; DATA is the folder of the unpacked pilot data sets.")
        with open(file, encoding="utf-8", newline="") as rows:
            lines += [" ".join(row["text"].split()) for row in csv.DictReader(rows)]
    return [line for line in lines if line]


def race(kind, file, texts, count, arguments, python):
    environment = {**os.environ, **ALLOCATOR}
    for variable in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        environment[variable] = str(arguments.threads)
    binary = Path(arguments.build) / "bin" / "atlas-bench"
    ours = Worker("ours", "fp32", [str(binary), kind, "--file", file, "--texts", texts, "--threads",
                                   str(arguments.threads)], environment)
    theirs = Worker("peer", "fp32", [python, __file__, "peer", kind, file, texts], environment)
    for turn in range(arguments.steps + 1):
        for worker in (ours, theirs):
            worker.step(count=turn > 0)
    for worker in (ours, theirs):
        worker.end()
    return {"name": kind, "unit": kind + "/s", "ours": round(count / ours.median(), 1),
            "peer": round(count / theirs.median(), 1), "ratio": round(theirs.median() / ours.median(), 3),
            "peak_mb": [round(ours.peak_mb), round(theirs.peak_mb)], "threads": arguments.threads,
            "machine": machine()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA")
    parser.add_argument("--json", action="store_true", help="one JSON object per race on stdout")
    parser.add_argument("--build", default=str(ROOT / "build" / "release"), help="build folder with bin/atlas-bench")
    parser.add_argument("--steps", type=int, default=3, help="steps counted per side, after one that is not")
    parser.add_argument("--threads", type=int, default=min(2, len(os.sched_getaffinity(0))))
    arguments = parser.parse_args()
    python = reference_python(reference_folder())
    folder = Path(os.environ.get("ATLAS_EMBEDDERS", ROOT / "build" / "packages" / "embedders"))
    for file in (TEXT_FILE, IMAGE_FILE):
        if not (folder / file).is_file():
            sys.exit(f"embedders: {folder / file} is not there; set ATLAS_EMBEDDERS to the folder that holds it.")
    lines = sentences(arguments.data)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as texts:
        texts.write("\n".join(lines) + "\n")
        texts.flush()
        for kind, file, count in (("texts", TEXT_FILE, len(lines)), ("images", IMAGE_FILE, PICTURES)):
            row = race(kind, str(folder / file), texts.name, count, arguments, python)
            print(json.dumps(row) if arguments.json else
                  f"{kind:<8}ours {row['ours']:>8.1f}/s   reference {row['peer']:>8.1f}/s   {row['ratio']:.2f}x   "
                  f"peak {row['peak_mb'][0]} / {row['peak_mb'][1]} MB")
    if not arguments.json:
        print(f"embedders: {machine()}, {arguments.threads} threads, fp32, {len(lines)} sentences, pictures of "
              f"{SIDE} pixels")


if __name__ == "__main__":
    peer(*sys.argv[2:5]) if sys.argv[1:2] == ["peer"] else main()
