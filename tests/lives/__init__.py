"""Programs of every kind, each through its whole life on a simulated calendar."""
