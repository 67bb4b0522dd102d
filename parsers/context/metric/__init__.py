"""What a figure measures: `metric.metric_of`, and the rules that it tries in their order."""
