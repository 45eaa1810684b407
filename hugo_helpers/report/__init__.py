"""REPORT: findings to text, JSON and the formats of other tools."""
