"""What everybody may have of a community's data, as tables."""
