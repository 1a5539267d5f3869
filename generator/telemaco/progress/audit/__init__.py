"""A program held against two public standards, as far as its files tell."""
