"""Tests of what an analyst corrects."""
