"""What the intake says."""
