"""`python -m telemaco`."""

from telemaco.cli import main

main()
