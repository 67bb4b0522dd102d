"""The panes: views of one document and one selection. A pane never asks another."""
