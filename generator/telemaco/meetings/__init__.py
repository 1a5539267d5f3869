"""When a pair can meet: slots that suit everybody, or why there is none."""
