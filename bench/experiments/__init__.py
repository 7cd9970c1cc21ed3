"""Every experiment behind docs/RESULTS.md: one table of what is trained, a runner that can be stopped at any time, and
the writer of the tables. Standard library only."""
