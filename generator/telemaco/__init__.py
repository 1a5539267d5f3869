"""Telemaco: a mentoring community run from files in a Git repository."""

__version__ = "0.1.0"
