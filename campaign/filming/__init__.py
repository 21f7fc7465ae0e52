"""Moving pictures: planes of YCbCr, frames in time, H.264. Needs the extra ``[broadcast]``; knows no content.

A picture is one "L" image of width × 1.5 height: luma, then both chroma planes at half size, in the order of memory
that encoders take (I420). Blending such an image blends all planes at once, five times faster than three colours.
"""
