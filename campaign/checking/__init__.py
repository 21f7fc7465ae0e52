"""The linter: one rule per file; each takes the campaign and gives problems."""
