"""The linter. ``rules/`` holds one rule per file; ``run`` applies them to what was read.

A new rule is a new file in ``rules/`` with a ``RULE``; nothing else knows the list.
"""
