"""The one SQLite file: opening it safely, its schema, every read and every write.

No other room knows a table, a column or a transaction.
"""
