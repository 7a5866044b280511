"""One reader a file format: path and bytes to Document."""
