"""One module a kind of page: `render(frame)` yields (path, HTML)."""
