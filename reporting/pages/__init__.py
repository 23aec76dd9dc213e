"""What each page of the report shows: texts, numbers and pictures, ready for its template."""
