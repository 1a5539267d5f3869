"""What the intake says: its one comment, the pull request, the plan."""
