"""What is asked, and what was answered."""
