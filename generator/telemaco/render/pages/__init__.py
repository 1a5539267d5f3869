"""The pages that are made from the files of a community."""
