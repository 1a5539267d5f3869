"""Who is paired with whom, and why: limits, criteria, the optimum."""
