"""Words and questions -> ranked hits: `ranking.py` for plain words, `question.py` for what they ask."""
