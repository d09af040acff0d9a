"""What sites let us fetch: robots.txt as RFC 9309 has it."""

from collections import Counter

import httpx
from protego import Protego

from dateline.fetching.downloading import AGENT
from dateline.fetching.pacing import Pacer
from dateline.fetching.refusing import RefusedError
from dateline.fetching.walking import Walker

ROBOTS_LIMIT = 2_000_000
"""Bytes; a longer file is taken as one that could not be read."""


class Robots:
    """The rules of the sites of a run, each asked for once."""

    def __init__(self, walker: Walker, pacer: Pacer, *, tries: int, patience: float) -> None:
        self._walker = walker
        self._pacer = pacer
        self._tries = tries
        self._patience = patience
        self._rules: dict[str, Protego | RefusedError] = {}
        self._failed: Counter[str] = Counter()

    def check(self, url: httpx.URL) -> None:
        """Raise RefusedError where the site does not let us have the address (`not_allowed`), or cannot be asked."""
        rules = self._rules_of(url)
        if not rules.can_fetch(str(url), AGENT):
            raise RefusedError("not_allowed", f"the robots.txt of {url.host} does not allow it")

    def _rules_of(self, url: httpx.URL) -> Protego:
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._asked(site, url)
        rules = self._rules[site]
        if isinstance(rules, RefusedError):
            raise rules
        return rules

    def _asked(self, site: str, url: httpx.URL) -> Protego | RefusedError:
        """The rules, or why all is refused; raises what may be better another time."""
        try:
            text = self._text(httpx.URL(f"{site}/robots.txt"))
        except RefusedError as error:
            self._failed[site] += 1
            if error.again and self._failed[site] < self._tries:
                raise
            return RefusedError(error.reason, error.detail)
        rules = Protego.parse(text)
        self._keep_pace(url.host, rules)
        return rules

    def _text(self, address: httpx.URL) -> str:
        """No robots.txt is none that forbids; one that the site cannot show forbids all."""
        answer = self._walker.walk(address, size_limit=ROBOTS_LIMIT)
        if answer.status == 429 or answer.status >= 500:
            raise RefusedError("not_allowed", f"its robots.txt answered with status {answer.status}", again=True)
        return answer.content.decode("utf-8", "replace")

    def _keep_pace(self, host: str, rules: Protego) -> None:
        delay = rules.crawl_delay(AGENT) or 0.0
        rate = rules.request_rate(AGENT)
        each = rate.seconds / rate.requests if rate and rate.requests else 0.0
        self._pacer.slow_down(host, min(max(delay, each), self._patience))
