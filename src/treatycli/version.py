"""The version of the tool, in a module that imports nothing: the topics, and what builds it, read it."""

__version__ = "1.0.0"
