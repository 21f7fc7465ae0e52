"""How the bytes of each medium are made: one file per medium, found by its name.

A medium is a module with ``make(filled: Filled, workshop: Workshop) -> Made``. Nothing else knows the list.
"""
