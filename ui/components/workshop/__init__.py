"""Pieces of the workshop's screens: the facilitator's, and what phones show of the same."""
