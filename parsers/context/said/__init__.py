"""Who said a figure, and whether it is a fact, an estimate, a forecast or a target."""
