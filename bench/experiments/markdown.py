"""Figures and tables as the documents write them."""
import textwrap


def percent(share):
    return "–" if share is None else f"{100 * share + 0.0:.1f}"


def bounds(low_high):
    return "[" + ", ".join(percent(value) for value in low_high) + "]"


def signed(points):
    return "–" if points is None else f"{100 * points:+.1f}".replace("-0.0", "+0.0")


def count(number):
    return "–" if number is None else f"{round(number):,}"


def paragraph(text):
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False)


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def listing(names):
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def score_row(name, group, measure="accuracy"):
    """name, seeds, each task, average with interval; dashes where nothing was trained yet."""
    if not group:
        return [name, "0", *["–"] * len(group.tasks), "–"]
    each = [percent(group.of(task).mean(measure)) for task in group.tasks]
    return [name, str(len(group)), *each, f"{percent(group.mean(measure))} {bounds(group.interval(measure))}"]


def difference_cells(difference):
    """The difference with its bootstrap interval, and the half width of the t interval over seeds."""
    if not difference.seeds:
        return ["–", "–"]
    half = difference.half_width
    return [f"{signed(difference.mean)} [{signed(difference.low)}, {signed(difference.high)}]",
            "–" if half is None else f"± {percent(half)} ({len(difference.seeds)} seeds)"]
