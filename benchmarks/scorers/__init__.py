"""Scorers: gold rows and predictions by id in, named figures out. Fractions of 1, but for plain counts.

A document without a prediction counts as empty.
"""
