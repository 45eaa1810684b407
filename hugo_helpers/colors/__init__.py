"""ASSIGN: one hue per speaker of a thread."""
