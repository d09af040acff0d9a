"""Whatever a request says, the server does not fail, and answers as its schema says."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from dateline.web import make_app


@pytest.fixture(scope="session")
def operations(sample_location: str) -> list[Any]:
    """What the schema offers."""
    app = make_app(sample_location, hosts=frozenset({"testserver"}))
    api = schemathesis.openapi.from_asgi("/schema/openapi.json", app)
    return [operation.ok() for operation in api.get_all_operations()]


def test_no_request_makes_the_server_fail(operations: list[Any]) -> None:
    assert len(operations) > 20
    for operation in operations:
        send_many(operation)


def send_many(operation: Any) -> None:
    """Send requests of all kinds that the schema allows."""

    @given(case=operation.as_strategy())
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def send(case: Any) -> None:
        answer = case.call()
        assert answer.status_code < 500, (case.formatted_path, case.query, answer.text[:300])

    send()
