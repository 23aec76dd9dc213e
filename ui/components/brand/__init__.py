"""Parts of the page on which a consultant's own brand is set up."""
