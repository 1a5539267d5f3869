"""What came of programs, in words, pictures and tables: for pages, for print, for spreadsheets."""
