"""The verbs: each reads, decides by the domain's rules, then writes, in one breath.

Screens and the shell call these and nothing below them that writes.
"""
