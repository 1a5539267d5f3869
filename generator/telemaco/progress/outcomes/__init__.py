"""What came of programs: figures for those who ask whether the mentoring was worth it."""
