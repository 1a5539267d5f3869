"""The pages of a proposed matching, for the coordinators' eyes only."""
