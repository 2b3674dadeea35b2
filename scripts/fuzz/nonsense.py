"""Requests that no schema describes: no JSON, another type, another method, too much of everything."""

import json

MOST_BYTES = 1_100_000  # a little more than a body may have


class Nonsense:
    """Spoils a request in one way of many."""

    def __init__(self, raw, random):
        self.raw = raw
        self.random = random

    def into(self, call):
        request = call.request
        kinds = [self.another_type, self.another_method, self.another_accept, self.strange_headers]
        if request.body is not None:
            kinds += [self.no_json, self.deep, self.nulls, self.twice, self.nul_characters]
            kinds += [self.too_large] if self.random.random() < 0.2 else []
        if request.query:
            kinds += [self.unknown_parameter]
        self.random.choice(kinds)(call)

    def another_type(self, call):
        kinds = ["text/plain", "application/xml", "multipart/form-data", "nonsense"]
        if not call.request.path.startswith("/portal"):  # there it is a browser's form, which is not described
            kinds.append("application/x-www-form-urlencoded")
        call.request.headers["Content-Type"] = self.random.choice(kinds)
        call.request.body = call.request.body or b"a=b&c"

    def another_method(self, call):
        call.request.method = self.random.choice(("PUT", "PATCH", "DELETE", "POST"))
        path = call.operation["path"]
        call.undeclared = call.request.method.lower() not in self.raw["paths"][path]
        declared = self.raw["paths"][path].get(call.request.method.lower())
        call.operation = {**declared, "path": path, "method": call.request.method} if declared else call.operation

    def another_accept(self, call):
        kinds = ("application/problem+json", "application/json", "text/html", "image/png", "*/*;q=0.1", "nonsense")
        call.request.headers["Accept"] = self.random.choice(kinds)

    def strange_headers(self, call):
        call.request.headers |= self.random.choice(
            (
                {"Idempotency-Key": "not one"},
                {"If-Match": '"999999999"'},
                {"If-Match": "W/\"x\""},
                {"X-Request-Id": "a b\tc"},
                {"If-None-Match": '"0.00000000", "x'},
                {"Range": "bytes=5-1"},
                {"Accept-Language": "xx-" + "y" * 200},
            )
        )

    def no_json(self, call):
        bodies = (b"{", b"", b"\xff\xfe", b'{"a":1}{"b":2}', b"[1,2", b"NaN", b'{"a":1e999999999}', b"nul", b'"\\ud800"')
        call.request.body = self.random.choice(bodies)

    def deep(self, call):
        call.request.body = b'{"line_items":' + b"[" * 3000 + b"]" * 3000 + b"}"

    def nulls(self, call):
        """The body with null in place of each value, or in each list."""
        body = json.loads(call.request.body)
        if isinstance(body, dict) and body:
            name = self.random.choice(sorted(body))
            body[name] = [None] if isinstance(body[name], list) else None
        call.request.body = json.dumps(body).encode()

    def twice(self, call):
        """Each name twice."""
        body = call.request.body.decode().strip()
        if body.startswith("{") and len(body) > 2:
            call.request.body = f"{body[:-1]},{body[1:]}".encode()

    def nul_characters(self, call):
        """What PostgreSQL cannot keep, and what no encoding knows."""
        body = json.loads(call.request.body)
        strange = self.random.choice(("a\0b", "\ud800", "\u202e\ufeff", "🎷" * 60, "'; drop table invoices; --"))
        call.request.body = json.dumps(replace_texts(body, strange, self.random)).encode()

    def too_large(self, call):
        call.request.body = b'{"notes":"' + b"x" * MOST_BYTES + b'"}'

    def unknown_parameter(self, call):
        call.request.query = {**call.request.query, "no_such": "1"}


def replace_texts(body, strange, dice):
    """The body with something strange in place of one of its texts."""
    if isinstance(body, dict) and body:
        name = dice.choice(sorted(body))
        return {**body, name: replace_texts(body[name], strange, dice)}
    if isinstance(body, list) and body:
        return [replace_texts(body[0], strange, dice), *body[1:]]
    return strange if isinstance(body, str) else body
