"""The board as a file that people fill in with a spreadsheet and bring back: CSV and XLSX."""
