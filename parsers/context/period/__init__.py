"""The period that a figure belongs to: `period.period_of`, and the times of the text so far."""
