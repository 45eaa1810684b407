"""DRAW: a card image for every post."""
