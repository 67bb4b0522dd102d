"""``make bench``: how fast, as ratios measured in one run (no test: nothing here passes or fails).

Absolute times depend on the machine; the last column compares with a yardstick measured beside it.
The news it reads is the seeds, repeated; ``python -m tests.bench --news FOLDER`` reads texts of your own,
``python -m tests.bench reading memory`` measures only those parts.  Each part is a module with a function
that prints its table: a new one is a module and a line in `PARTS` (`__main__.py`).
"""
