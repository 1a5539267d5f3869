"""Who may do what to which file, and what a stranger's result says: for pull requests."""
