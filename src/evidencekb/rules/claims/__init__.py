"""Rules about claims between themselves."""
