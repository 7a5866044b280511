"""What a text names: the concepts of a claim base under their labels, synonyms and all that stands for them."""
