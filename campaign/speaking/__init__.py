"""Text for the ear: numbers and addresses in words, how long it takes to read, and the spots made of it."""
