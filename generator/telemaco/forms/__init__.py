"""The forms by which people without Git join, log a session or leave: their fields and bodies."""
