"""A sentence as a row of tagged words, on which the rules of context are patterns."""
