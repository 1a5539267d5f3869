"""The outside: disk, Git, catalogs of translations, the builder of the site."""
