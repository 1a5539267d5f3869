"""A GitHub of our own on loopback, held to the official description of GitHub's interface."""
