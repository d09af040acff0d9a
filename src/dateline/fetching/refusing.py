"""Why an address gives no page."""

from dateline.records import RejectionReason


class RefusedError(Exception):
    """An address that gives no page. `again` where waiting may help, after `wait` seconds if the site said so."""

    def __init__(self, reason: RejectionReason, detail: str, *, again: bool = False, wait: float | None = None) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.again = again
        self.wait = wait
