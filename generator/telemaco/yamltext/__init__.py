"""YAML text to plain values and back: the one home of PyYAML."""
