"""Telemaco as it starts in a terminal, for tests that press Ctrl-C.

What a script puts into the background is deaf to it, and so is all that is started from there.
"""

HEARING = """\
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("telemaco", run_name="__main__", alter_sys=True)
"""
"""A program for `python -c`, before the arguments of a command."""
