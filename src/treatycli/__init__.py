"""The mine-ban treaty, answered in your terminal: glossary, states, status on any day."""

__version__ = "0.1.0"
