"""Whose a figure is: `subject.subject_of`, and who the text speaks of."""
