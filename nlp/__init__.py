"""Dateline's backend: text in, a frozen `nlp.model.Analysis` out. No user interface, no clock, no network."""
