"""Charts as values: where every line, word and shape of a picture goes."""
