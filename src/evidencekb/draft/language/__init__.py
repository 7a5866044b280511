"""Words of general English, of no topic."""
