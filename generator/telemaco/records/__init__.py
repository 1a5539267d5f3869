"""The records: what a file of each kind may say, as frozen pydantic models."""
