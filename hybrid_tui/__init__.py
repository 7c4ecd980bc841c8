"""A training companion for people who run and lift: one process, one local file, no network."""

__version__ = "0.1.0"
