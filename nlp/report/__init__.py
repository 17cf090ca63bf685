"""A report of what is on the page: one content, three documents (web page, Word, PDF)."""
