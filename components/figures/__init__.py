"""Pure figures: frame in, Plotly figure out; the same frame gives the same bytes, and an empty one an empty figure."""
