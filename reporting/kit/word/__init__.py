"""Documents for Word: templates in YAML, filled in from a case, written with real styles."""
