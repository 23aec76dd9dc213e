"""What the pages after the verdict are made of."""
