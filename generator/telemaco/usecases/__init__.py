"""What Telemaco does, one verb a file; each takes ports and plain values."""
