"""Rules about the figures of one claim and of its evidence."""
