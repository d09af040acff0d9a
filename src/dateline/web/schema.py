"""The schema of the API as it is sent: with the one shape of errors, and each form of a single thing apart."""

from collections.abc import Iterator
from typing import Any

from litestar.openapi.plugins import JsonRenderPlugin

from dateline.web.access import AnyRequest

type Schema = dict[str, Any]

PROBLEM: Schema = {
    "type": "object",
    "description": "What every answer that is none says.",
    "required": ["status", "error"],
    "properties": {
        "status": {"type": "integer", "description": "The status of the answer."},
        "error": {"type": "string", "description": "What is wrong, and the way out."},
    },
}
ERRORS = {
    "400": "The query asks for something off.",
    "401": "The server was started with a token, and the request brings none or another.",
    "403": "The server only answers to the name of this machine.",
    "404": "There is no such thing, or several.",
    "503": "The chronicle cannot be read.",
}
UNCHANGED: Schema = {"description": "Nothing has changed since the answer whose ETag was sent as If-None-Match."}
TABLE: Schema = {"text/csv": {"schema": {"type": "string"}}}


class SentSchema(JsonRenderPlugin):
    """Gives the schema as JSON."""

    def render(self, request: AnyRequest, openapi_schema: Schema) -> bytes:
        """The bytes of the answer."""
        return super().render(request, described(openapi_schema))


def described(schema: Schema) -> Schema:
    """A schema with what the framework does not know."""
    paths = {path: item for old in schema["paths"].items() for path, item in _forms(*old)}
    components = schema.get("components", {})
    schemas = components.get("schemas", {}) | {"Problem": PROBLEM}
    return schema | {"paths": paths, "components": components | {"schemas": schemas}}


def _forms(path: str, item: Schema) -> Iterator[tuple[str, Schema]]:
    """An address with what it answers; that of a single thing once as JSON and once as its rows."""
    asked = item["get"]
    if not path.endswith("{id}"):
        yield path, {"get": _answering(asked, asked["responses"]["200"])}
        return
    name = asked["operationId"].removesuffix("_one")
    as_json = asked | {"operationId": f"{name}_one_json"}
    yield f"{path}.json", {"get": _answering(as_json, asked["responses"]["200"])}
    as_table = asked | {"operationId": f"{name}_one_csv"}
    yield f"{path}.csv", {"get": _answering(as_table, asked["responses"]["200"] | {"content": TABLE})}


def _answering(asked: Schema, answer: Schema) -> Schema:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    errors = {status: {"description": words, "content": content} for status, words in ERRORS.items()}
    return asked | {"responses": {"200": answer, "304": UNCHANGED} | errors}
