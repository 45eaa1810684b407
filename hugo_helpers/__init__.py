"""Matome: check, colour, illustrate and build Hugo sites that digest discussion threads."""

__version__ = "0.1.0"
