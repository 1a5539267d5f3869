"""A matching for people and for programs."""
