"""The report for people and programs: one pure function of reports per file."""
