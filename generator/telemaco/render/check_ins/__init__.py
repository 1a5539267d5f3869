"""Check-ins as issues and comments in GitHub's Markdown."""
