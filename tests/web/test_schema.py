"""Whatever a request says, the server does not fail, and answers as its schema says."""

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from litestar.testing import TestClient

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


def test_answers_are_as_the_schema_says(operations: list[Any], client: TestClient[Any]) -> None:
    ids = {"entries": "/chronology", "pages": "/pages", "actors": "/actors", "claims": "/claims"}
    for operation in operations:
        path, kind = operation.path, operation.path.split("/")[1]
        if path.endswith("/{id}.json"):
            row = client.get(f"{ids[kind]}.json", params={"limit": 1}).json()["rows"][0]
            path = path.replace("{id}", row.get("id") or row["page"])
        if path.endswith(".json"):
            answer = client.get(path, params={"limit": 2, "q": "port", "since": "2025-01-01"})
            assert answer.status_code == 200
            operation.validate_response(answer)
            operation.validate_response(client.get(path, params={"as_of": "soon"}))


def test_every_address_of_the_schema_says_what_it_takes_and_answers(client: TestClient[Any]) -> None:
    schema = client.get("/schema/openapi.json").json()
    for path, item in schema["paths"].items():
        asked = item["get"]
        assert all(parameter["description"] for parameter in asked.get("parameters", ())), path
        assert asked["summary"], path
        for status in ("400", "401", "403", "404", "503"):
            assert asked["responses"][status]["content"]["application/json"]["schema"]["$ref"].endswith("/Problem")
    assert schema["components"]["schemas"]["Problem"]["required"] == ["status", "error"]


def test_no_two_operations_have_one_name(client: TestClient[Any]) -> None:
    schema = client.get("/schema/openapi.json").json()
    names = [item["get"]["operationId"] for item in schema["paths"].values()]
    assert len(names) == len(set(names))


def test_the_schema_is_whole_in_itself(client: TestClient[Any]) -> None:
    schema = client.get("/schema/openapi.json").json()
    referred = [part.split('"')[0] for part in json.dumps(schema).split("#/components/schemas/")[1:]]
    assert set(referred) <= set(schema["components"]["schemas"])
