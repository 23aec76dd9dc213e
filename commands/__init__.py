"""The commands of `henkaku`, by what they do."""
