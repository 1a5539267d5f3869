"""Benchmarks: what Telemaco costs, and real data to try it on. See `python -m bench --list`."""
