"""The words of screens, reports and errors in both languages."""
