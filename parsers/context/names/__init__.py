"""The names in a text, and which of them mean the same party."""
