"""The machine that measures, in words."""
import os
import platform


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        lines = info.read().splitlines()
    model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")),
                 platform.machine())
    bf16 = any(line.startswith("flags") and ("avx512_bf16" in line or "amx_bf16" in line) for line in lines)
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{len(os.sched_getaffinity(0))} cores of {model}, bf16 {'native' if bf16 else 'emulated'}, "
            f"{gigabytes:.0f} GiB")
