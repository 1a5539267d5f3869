"""The pure part of a review: whose files, what a stranger handed over, whom to ask."""
