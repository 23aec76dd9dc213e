"""From a diagnosis to words, pictures and a printed report."""
