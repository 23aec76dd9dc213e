"""The diagnosis in the forms its readers work in: a workbook, slides, a web page, data."""
