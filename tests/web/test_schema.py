"""Whatever a request says, the server does not fail, and answers as its schema says."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from dateline.web import make_app


@pytest.fixture(scope="session")
def api(sample_location: str) -> Any:
    app = make_app(sample_location, hosts=frozenset({"testserver"}))
    return schemathesis.openapi.from_asgi("/schema/openapi.json", app)


schema = schemathesis.pytest.from_fixture("api")


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_makes_the_server_fail(case: Any) -> None:
    answer = case.call()
    assert answer.status_code < 500
    if answer.status_code == 200 and "json" in answer.headers["content-type"][0]:
        case.validate_response(answer)
