"""The forms as the files that GitHub shows them from."""
