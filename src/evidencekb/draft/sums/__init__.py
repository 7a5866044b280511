"""What a draft's own figures say of each other."""
