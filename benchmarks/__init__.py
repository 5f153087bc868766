"""Speed, against the interpreter and against peers."""
