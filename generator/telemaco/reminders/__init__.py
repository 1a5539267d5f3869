"""Which check-ins are due, and what follows from them."""
