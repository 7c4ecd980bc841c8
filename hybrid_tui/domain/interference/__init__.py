"""The concurrent-training rules: days of training in, findings with the cheapest mend out.

`findings` holds the values, `days`, `sessions` and `weeks` the rules by how far they look, `gates` those that
ask what lies behind a person, `rules` the one table of them all. The words of a finding stand where it is
found. A new rule is a function beside its kind and a line in that table.
"""
