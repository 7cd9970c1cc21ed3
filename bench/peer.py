"""The reference's side of a race: one case as a worker that answers "step" and "end" lines, as atlas-bench does.

The reference itself is imported from the folder given (../shared/reference beside the repository), never copied.
"""
import argparse
import json
import sys
import time


def peak_mb():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0


def mixing(reference, torch, case):
    """One site, forward and backward, as the reference writes it: every adapter's output is formed."""
    site = reference.AdapterSite(768, 48, 12)
    for _ in range(case.tasks + (1 if case.stage == 2 else 0)):
        site.add_task()
    for parameter in site.parameters():
        parameter.requires_grad_(False)
    newest = [*site.adapters[-1].parameters(), site.queries[-1], site.keys[-1]]
    for parameter in site.queries if case.stage == 1 else newest:
        parameter.requires_grad_(True)
    dtype = torch.bfloat16 if case.precision == "bf16" else torch.float32
    h = torch.randn(case.batch, 185, 768).to(dtype).requires_grad_(True)
    gradient = torch.randn(case.batch, 185, 768)

    def step():
        h.grad = None
        site.zero_grad(set_to_none=True)
        with reference.amp(case.precision):
            out = site.plain_mix(h)
        out.backward(gradient.to(out.dtype))

    return step


def train_step(reference, torch, case):
    """A training step of the whole network in the plain form."""
    adapters = case.tasks + (1 if case.stage == 2 else 0)
    model = reference.build_full(adapters, 100, "plain")
    batch, labels = reference.random_batch(case.batch, model.vilt.config), torch.randint(0, 100, (case.batch,))
    model.train()
    model.set_stage(case.stage, "t")
    optimiser = reference.make_optimizer(model, query_lr_mult=100.0 if case.stage == 1 else 1.0)
    micro = max(1, case.batch // case.micro_batch)

    def step():
        if micro == 1:
            reference.train_step(model, batch, labels, "t", optimiser, None, case.stage, dtype=case.precision)
            return
        optimiser.zero_grad(set_to_none=True)
        for part in range(micro):
            rows = slice(part * case.micro_batch, (part + 1) * case.micro_batch)
            with reference.amp(case.precision):
                logits = model({name: value[rows] for name, value in batch.items()}, "t")
            loss = reference.task_loss(logits.float(), labels[rows]) / micro
            if part == 0:
                loss = loss + model.ortho(0.1, with_keys=case.stage == 2)
            loss.backward()
        optimiser.step()

    return step


BENCHES = {"mixing": mixing, "train-step": train_step}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=BENCHES)
    parser.add_argument("--reference", required=True)
    parser.add_argument("--tasks", type=int, default=8)
    parser.add_argument("--stage", type=int, default=2, choices=(1, 2))
    parser.add_argument("--precision", default="fp32", choices=("fp32", "bf16"))
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--micro-batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    case = parser.parse_args()
    sys.path.insert(0, case.reference)
    import torch
    import reference

    torch.set_num_threads(case.threads)
    torch.manual_seed(1)
    step = BENCHES[case.name](reference, torch, case)
    with reference.deterministic_patches():
        print(json.dumps({"ready": True}), flush=True)
        for line in sys.stdin:
            if line.strip() == "end":
                break
            start = time.perf_counter()
            step()
            print(json.dumps({"seconds": time.perf_counter() - start}), flush=True)
    print(json.dumps({"peak_mb": peak_mb()}), flush=True)


if __name__ == "__main__":
    main()
