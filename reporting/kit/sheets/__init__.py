"""The kit's Excel documents: filled in, with live formulas and cells to go on in."""
