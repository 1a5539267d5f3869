"""Tables of form services to people's files: pure, and without a reader of its own for YAML."""
