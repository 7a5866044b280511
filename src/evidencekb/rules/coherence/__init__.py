"""Whether everything that the claims say can be true at once."""
