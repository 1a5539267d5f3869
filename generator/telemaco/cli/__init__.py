"""The command line: flags in, one use case, rendered text and an exit status out."""

from telemaco.cli.app import main

__all__ = ["main"]
