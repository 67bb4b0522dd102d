"""The screens: the explorer, and what lies over it for a moment."""
