"""What the pages of a site hang on, noted down while they are made, to make only what changed."""
