"""The exit statuses of every command."""

CLEAN = 0
FINDINGS = 1
USAGE = 2
COULD_NOT_RUN = 3
DEFECT = 4
INTERRUPTED = 130
