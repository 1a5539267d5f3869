"""From the bytes of files to a community, with a finding for whatever is wrong in a file."""
