"""Pure functions on strings: figures, units, words, sentences."""
