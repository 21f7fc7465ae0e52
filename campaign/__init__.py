"""Every piece of a public-awareness campaign from one set of Markdown files.

The story in one line::

    content/*.md, registers -> read -> Campaign -> check -> plan -> jobs -> fill -> HTML -> lay out -> paint
    -> encode -> store -> manifest

One direction, no way back. ``campaign.building.build`` tells it as code.
"""

__version__ = "0.1.0"
