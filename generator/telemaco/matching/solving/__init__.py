"""The best set of pairs, exactly: costs, arcs, the assignment, the prices that prove it."""
