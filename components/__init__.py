"""The page, piece by piece: each module draws one part of it from frames and reports what was clicked."""
