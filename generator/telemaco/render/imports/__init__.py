"""What becomes of a table of people, in words."""
