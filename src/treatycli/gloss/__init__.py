"""A text -> the terms, states, articles and claims that it mentions: `tally.py` counts them."""
