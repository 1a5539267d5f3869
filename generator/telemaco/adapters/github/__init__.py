"""GitHub: the only place that knows github3.py, and the only one that talks to GitHub.

`transport` sends one request; `connection` sends it again where that is safe, slowly enough,
and turns what goes wrong into errors with words; `reader`, `writer` and `ledger` implement the
ports of `telemaco.ports.forge`; `repository` puts them together.
"""
