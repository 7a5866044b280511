"""What a sentence holds: its phrases and people, and what it does with what it says."""
