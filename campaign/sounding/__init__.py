"""Sound: a guide voice, loudness, broadcast files. Needs the extra ``[broadcast]``; arithmetic on arrays, no content.

Sound is float32 at 48,000 samples a second, shape (channels, samples), full scale ±1.
"""

RATE = 48_000
