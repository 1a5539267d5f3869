"""From the answers of a form to the files that they change: pure, and only for oneself."""
