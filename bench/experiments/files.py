"""Small things about files."""
import os
from pathlib import Path


def write_text(file, text):
    """All of it or nothing."""
    new = Path(file).with_name(Path(file).name + ".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, file)
