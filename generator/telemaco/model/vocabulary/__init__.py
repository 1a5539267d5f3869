"""A skill vocabulary from the words that people use for what they can do."""
