"""GitHub's workflows run on this machine: by act, with stand-ins for what is GitHub's own."""
