"""What becomes of an issue form on the forge: who has said what, and what is to be done."""
