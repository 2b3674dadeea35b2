"""What must hold of every answer. Each check yields the faults that it finds, in words."""

import json
import re

import jsonschema_rs

from cases import closed
from world import UUID

STATUSES = {  # spec 02, API-20 to API-30
    "UNAUTHORIZED": {401},
    "FORBIDDEN": {403},
    "NOT_FOUND": {404},
    "CAPABILITY_DISABLED": {403},
    "VALIDATION_ERROR": {400, 405, 406, 415, 422},
    "PROVIDER_ERROR": {502},
    "CONFLICT": {409},
    "CONFIRMATION_REQUIRED": {409},
    "RATE_LIMITED": {429},
    "PLAN_LIMIT_REACHED": {402},
    "LINK_EXPIRED": {404},
    "PAYLOAD_TOO_LARGE": {413},
    "INTERNAL_ERROR": {500},
    "UNAVAILABLE": {503},
}
INSIDE = re.compile(
    r"\b(com\.duespark|org\.springframework|org\.postgresql|java\.(lang|util|time)|jakarta\.|tools\.jackson|io\.temporal)"
    r"|\bat [\w.$]+\([\w]+\.java:\d+\)|PSQLException|\bSQLSTATE\b|violates [\w-]+ constraint|\brelation \"\w+\"",
)
SQL = re.compile(r"\b(select .{1,200} from|insert into|update \w+ set|delete from) ", re.IGNORECASE | re.DOTALL)
JSON = "application/json"
LINES = "application/x-ndjson"
PROBLEM = "application/problem+json"


class Checks:
    """The description of the API, asked what it says of an answer."""

    def __init__(self, raw, world):
        self.raw = closed(raw)
        self.world = world
        self.validators = {}

    def faults(self, call):
        """All that is wrong with an answer, each as (kind, words)."""
        yield from self.server_error(call)
        yield from self.shape(call)
        yield from self.inside(call)
        yield from self.rights(call)
        yield from self.leak(call)

    # ---------------------------------------------------------------- errors of ours

    def server_error(self, call):
        if call.answer.status_code >= 500:
            yield "5xx", f"{call.answer.status_code}: {call.answer.text[:300]}"

    def inside(self, call):
        """Nothing of the program's inside, unless the request said so itself."""
        if not is_text(call.answer):
            return
        text = call.answer.text
        for pattern in (INSIDE, SQL):
            found = pattern.search(text)
            if found and found[0] not in call.said:
                yield "inside shown", f"{text[max(0, found.start() - 60):found.end() + 60]!r}"

    # ---------------------------------------------------------------- shape

    def shape(self, call):
        """Declared status, declared type, declared body."""
        answer = call.answer
        responses = call.operation["responses"]
        declared = responses.get(str(answer.status_code))
        if declared is None and answer.status_code >= 400 and not call.undeclared:
            declared = responses.get("default")
        if declared is None and call.undeclared:
            declared = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorBody"}}}}
        if declared is None:
            yield "status not declared", f"{answer.status_code} is not among {', '.join(responses)}"
            return
        content = declared.get("content")
        kind = answer.headers.get("Content-Type", "").split(";")[0].strip()
        if not content:
            if answer.content:
                yield "body not declared", f"{len(answer.content)} bytes of {kind or 'no type'}"
            return
        if kind not in content:
            yield "type not declared", f"{answer.status_code} with {kind or 'no type'}, not {', '.join(content)}"
            return
        if kind in (JSON, PROBLEM):
            yield from self.json_body(call, content[kind].get("schema", {}), kind)
        elif kind == LINES:
            yield from self.json_lines(call)
        elif kind == "application/pdf" and not answer.content.startswith(b"%PDF-"):
            yield "body not as declared", "This is no PDF"
        elif kind == "application/zip" and not answer.content.startswith(b"PK"):
            yield "body not as declared", "This is no archive"

    def json_lines(self, call):
        for line in call.answer.content.splitlines():
            try:
                json.loads(line)
            except ValueError:
                yield "body not as declared", f"No JSON: {line[:200]!r}"
                return

    def json_body(self, call, schema, kind):
        try:
            body = json.loads(call.answer.content)
        except ValueError:
            yield "body not as declared", f"No JSON: {call.answer.text[:200]!r}"
            return
        for error in self.validator(schema).iter_errors(body):
            where = "/".join(str(step) for step in error.instance_path)
            yield "body not as declared", f"{where or 'the body'}: {error.message[:300]}"
            return
        yield from self.request_id(call, body, kind)
        if call.answer.status_code >= 400:
            yield from self.error(call, body, kind)

    def validator(self, schema):
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            whole = {**schema, "components": self.raw["components"]}
            self.validators[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True, formats=FORMATS)
        return self.validators[key]

    def request_id(self, call, body, kind):
        given = body.get("request_id") if kind == PROBLEM else (body.get("meta") or {}).get("request_id")
        header = call.answer.headers.get("X-Request-Id")
        replayed = "Idempotent-Replay" in call.answer.headers  # the stored answer, with the first request's id
        if ("meta" in body or kind == PROBLEM) and not replayed:
            if not given or given != header:
                yield "no request id", f"the body says {given}, the header {header}"

    def error(self, call, body, kind):
        """The code is a known one and belongs to the status; the message says something."""
        cause = body if kind == PROBLEM else body["error"]
        status = call.answer.status_code
        code = cause["code"]
        if status not in STATUSES.get(code, set()):
            yield "code and status differ", f"{code} with {status}"
        message = cause.get("detail") or cause.get("message") or ""
        if not message.strip() or "null" in message.split():
            yield "unclear error", f"the message is {message!r}"
        for detail in cause.get("details") or cause.get("errors") or []:
            if not detail["code"].strip() or not detail["message"].strip():
                yield "unclear error", f"the detail is {detail}"

    # ---------------------------------------------------------------- rights

    def rights(self, call):
        status = call.answer.status_code
        if call.expected and status not in call.expected:
            expected = " or ".join(str(one) for one in sorted(call.expected))
            yield "right not asked for", f"{status} to {call.caller}, who should get {expected}"

    def leak(self, call):
        """Nobody sees an id or a name from beyond the wall, unless they said it themselves."""
        if not is_text(call.answer):
            return
        text = call.answer.text
        mark = {"": self.world.theirs, "stranger": self.world.mine}.get(call.side)  # a payer may know the business
        if mark and mark in text and mark not in call.said:
            yield "another's name", f"{mark} was shown to {call.caller}"
        if call.side and call.side != "platform":
            strange = (set(UUID.findall(text)) - set(UUID.findall(call.said))) & self.world.hidden
            if strange:
                yield "another's id", f"{', '.join(sorted(strange)[:3])} was shown to {call.caller}"


def is_text(answer):
    kind = answer.headers.get("Content-Type", "")
    return kind.startswith("text/") or "json" in kind


def is_decimal(text):
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def is_time(text):
    return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?", text) is not None


FORMATS = {"decimal": is_decimal, "time": is_time}
