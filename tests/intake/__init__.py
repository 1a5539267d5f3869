"""Issue forms on the forge: what is said, what is agreed to, what is written down."""
