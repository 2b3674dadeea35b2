"""The way in: who calls, and one request with its answer."""

import json
import os
import shlex
import time
import uuid
from dataclasses import dataclass, field

import requests

PATIENCE = 40  # seconds; no answer may take longer
STARTS = 240  # seconds
TOKEN_AGE = 8 * 60  # seconds; an access token lives for 15 minutes
PASSWORD = "correct horse battery"


@dataclass
class Caller:
    """Somebody who calls: a person in a business, or nobody in particular."""

    name: str
    email: str = ""
    tenant: str = ""
    role: str = ""
    token: str = ""
    since: float = 0


@dataclass
class Request:
    """One request as it goes over the wire."""

    method: str
    path: str
    query: dict = field(default_factory=dict)
    headers: dict = field(default_factory=dict)
    body: bytes | None = None

    def curl(self, url):
        """The command that sends it again."""
        sent = requests.Request(self.method, url + self.path, params=self.query).prepare()
        words = ["curl", "-i", "-X", self.method, sent.url]
        for name, value in self.headers.items():
            words += ["-H", f"{name}: {value}"]
        before = ""
        if self.body is not None:
            try:
                words += ["--data-raw", self.body.decode()]
                if "\0" in words[-1]:
                    raise ValueError
            except ValueError:
                words[-1:] = []
                words[-1] = "--data-binary"
                words.append("@-")
                octal = "".join(f"\\{byte:03o}" for byte in self.body)
                before = f"printf '{octal}' | "
        return before + " ".join(shlex.quote(word) for word in words)


class Door:
    """Calls the program; keeps the tokens of its callers fresh."""

    def __init__(self, url, sandbox):
        self.url = url
        self.sandbox = sandbox
        self.session = requests.Session()

    def await_ready(self, program):
        deadline = time.monotonic() + STARTS
        while time.monotonic() < deadline:
            os.kill(program, 0)
            try:
                if self.session.get(f"{self.url}/readyz", timeout=PATIENCE).ok:
                    return
            except requests.ConnectionError:
                pass
            time.sleep(0.2)
        raise Refused(f"{self.url} is not ready after {STARTS} seconds")

    def send(self, request):
        return self.session.request(
            request.method,
            self.url + request.path,
            params=request.query,
            headers=request.headers,
            data=request.body,
            timeout=PATIENCE,
            allow_redirects=False,
        )

    def is_stale(self, caller):
        return time.monotonic() - caller.since > TOKEN_AGE

    def token(self, caller):
        if caller.email and self.is_stale(caller):
            self.sign_in(caller)
        return caller.token

    def sign_in(self, caller):
        login = {"email": caller.email, "password": PASSWORD}
        caller.token = self.ask(None, "POST", "/v1/auth/login", login)["access_token"]
        if caller.tenant:
            switch = {"tenant_id": caller.tenant}
            tokens = self.ask(caller.token, "POST", "/v1/auth/switch-tenant", switch)
            caller.token = tokens["access_token"]
        caller.since = time.monotonic()

    def ask(self, who, method, path, body=None):
        """What the program answers to a request that must succeed; who is a caller, a token or nobody."""
        token = self.token(who) if isinstance(who, Caller) else who
        headers = {"Accept": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if method != "GET":
            headers |= {"Idempotency-Key": str(uuid.uuid4()), "Content-Type": "application/json"}
        request = Request(method, path, {}, headers, None if body is None else json.dumps(body).encode())
        answer = self.send(request)
        if not answer.ok:
            raise Refused(f"{method} {path} answered {answer.status_code}: {answer.text[:500]}")
        return answer.json()["data"]

    def mails(self, address):
        return self.session.get(f"{self.sandbox}/sandbox/mails", params={"to": address}, timeout=PATIENCE).json()["data"]

    def fault(self, **fault):
        self.session.post(f"{self.sandbox}/sandbox/faults", json=fault, timeout=PATIENCE).raise_for_status()


class Refused(Exception):
    """The world could not be built, or renewed."""
