"""Measurements of Dateline: how fast, how much memory, how right."""
