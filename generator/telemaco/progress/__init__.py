"""How pairs, programs and the community get on, as of a day."""
