"""Following one metric: the timeline becomes a chart of its values, and a timeline again."""

from __future__ import annotations

from tui.panes.chart import ChartPane
from tui.screens.frame import Frame


class Follows(Frame):
    """``v``."""

    @property
    def chart(self) -> ChartPane:
        return self.query_one(ChartPane)

    def action_follow(self) -> None:
        """The values of the selected figure's metric through its periods; or the timeline again."""
        if self.chart.following:
            self.chart.following = False
            return
        found = self.chart.studied()
        if isinstance(found, str):
            self.say(found)
            return
        self.chart.following = True
        self.action_show_pane("timeline")
