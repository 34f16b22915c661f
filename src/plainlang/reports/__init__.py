"""Pages for people, made from report data only."""
