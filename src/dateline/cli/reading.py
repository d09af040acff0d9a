"""Commands that read pages."""


def demo() -> None:
    """Read the built-in sample and print its chronology."""


def read() -> None:
    """Read pages into a chronicle."""
