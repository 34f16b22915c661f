"""Readability: what is scored, how it is counted, and what the formulas make of it."""
