"""A machine with a voice."""

import pytest


@pytest.fixture(scope="session")
def espeak(program):
    """The guide voice's program; without it a test is skipped, which is a failure with CI=true."""
    return program("espeak-ng")
