"""Remembering by weight."""

from campaign.painting.memory import remembered


def test_a_value_is_made_once() -> None:
    """The second call with the same arguments is answered from memory."""
    calls: list[int] = []

    @remembered(100, len)
    def text(number: int) -> str:
        calls.append(number)
        return "x" * number

    assert (text(10), text(10), text(20)) == ("x" * 10, "x" * 10, "x" * 20)
    assert calls == [10, 20]


def test_the_longest_unused_goes_first() -> None:
    """Over the limit, what was not asked for longest is forgotten, and nothing else."""
    calls: list[int] = []

    @remembered(100, len)
    def text(number: int) -> str:
        calls.append(number)
        return "x" * number

    for number in (40, 50, 40, 30):  # 40 is used again, so 50 has to go for 30
        text(number)
    calls.clear()
    for number in (40, 30, 50):
        text(number)
    assert calls == [50]


def test_what_is_heavier_than_all_the_room_is_not_kept() -> None:
    """One giant value does not push out everything else."""
    calls: list[int] = []

    @remembered(100, len)
    def text(number: int) -> str:
        calls.append(number)
        return "x" * number

    for number in (60, 101, 60, 101):
        text(number)
    assert calls == [60, 101, 101]
