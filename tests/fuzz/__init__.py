"""Fuzzing: made and mutated texts, and the laws that hold for any of them.

``mutate`` makes texts and numerals from a `random.Random` (Hypothesis gives one that shrinks), ``laws`` says
what must hold of a document, ``slow`` reads a numeral anew without the project's code.
``tests/test_fuzz.py`` runs a little of it with every test run, ``make fuzz`` as much as one likes.
"""
