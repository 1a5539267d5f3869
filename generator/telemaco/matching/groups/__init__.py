"""Groups: who meets together, so that all share an hour and a language."""
