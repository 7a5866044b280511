"""One folder a group, one file a rule; the folder is the list."""
