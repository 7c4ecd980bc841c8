"""The one SQLite file: opening it safely, its schema, every read and every write.

No other room knows a table, a column or a transaction. What the rows mean is `domain`'s, when they are written
`coach`'s.

- Opening: `guard` looks at the path, `lock` says who has it, `admission` lets it in, `create` and `migrations` make it
  and bring it up to date; `connection`, `database` and `thread` are what is then worked with.
- The tables: `schema` by name, `first_tables` as SQL (frozen), `columns` as the words of it.
- Asking: `reads_*` by what is asked for, a week by `reads_sessions` and `reads_days`; `first_reads` before the first
  paint; `painted` for what was worked out before.
- Writing: `writes` of domain values, by way of `writer`, which keeps the journal; `journal` undoes, redoes and proves.
- Rows that are the program's own: `rows`; their ids and their JSON: `ids`, `json_text`.
- When something is wrong: `errors`, `health`, `copy`.
"""
