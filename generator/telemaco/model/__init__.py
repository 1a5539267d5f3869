"""The community as a whole, and what is derived from it by more than one part."""
