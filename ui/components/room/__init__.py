"""What participants see of a workshop, on a phone first."""
