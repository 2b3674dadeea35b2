"""Requests in their order, each sent by somebody."""

import json
import math
import random
import time
import uuid
from dataclasses import dataclass

from requests import RequestException

from door import Refused, Request
from nonsense import Nonsense
from recipes import RECIPES, Recipe

# How a request comes to be, and how many of a hundred are made so.
WAYS = {
    "asked for": 34,  # what is known to be done
    "fitting": 30,  # as the schema makes it, with things that are there
    "misfitting": 14,  # as the schema forbids it
    "by another": 16,  # what is known to be done, by somebody who may not do it
    "broken": 6,  # no JSON, another type, another method, too much of everything
}
SURE = "asked for"
RANKS = ("VIEWER", "AGENT", "STAFF", "ADMIN", "OWNER")


@dataclass
class Call:
    """A request, its answer, and what the checks have to know of it."""

    operation_id: str
    operation: dict
    way: str
    caller: str
    request: Request
    answer: object = None
    seconds: float = 0
    expected: frozenset = frozenset()  # statuses; empty is any
    side: str = ""  # of the wall: empty in the business, "stranger", "payer"
    undeclared: bool = False  # the description does not know this method
    id_is_one: bool = True
    uses_up: tuple = ()  # kind and thing, should it be done

    @property
    def said(self):
        """What the request itself contains."""
        body = (self.request.body or b"").decode(errors="replace")
        return f"{self.request.path} {self.request.query} {self.request.headers} {body}"


class Run:
    """All requests of a run, in an order that the seed decides."""

    def __init__(self, door, raw, operations, world, cases, options):
        self.door = door
        self.raw = raw
        self.world = world
        self.operations = operations
        self.random = random.Random(options.seed)
        self.stuck = []  # where the world could not be renewed
        self.lost = []  # what had no answer
        self.nonsense = Nonsense(raw, self.random)
        self.cases = cases
        self.order = self.plan(options.requests)

    @staticmethod
    def shares(count, operation_count):
        """How many requests an operation gets in each way; one at least, and what is left over is asked for."""
        each = math.ceil(count / operation_count)
        shares = {way: max(1, round(each * share / 100)) for way, share in WAYS.items()}
        shares[SURE] += max(0, each - sum(shares.values()))
        return shares

    def plan(self, count):
        shares = self.shares(count, len(self.operations))
        order = [
            (operation_id, way, number)
            for operation_id in self.operations
            for way, share in shares.items()
            for number in range(share)
        ]
        self.random.shuffle(order)
        return order

    def calls(self):
        for operation_id, way, number in self.order:
            try:
                call = self.call(operation_id, way, number)
            except Refused as refused:
                self.stuck.append(f"for {operation_id}: {refused}")
                continue
            begun = time.monotonic()
            try:
                call.answer = self.door.send(call.request)
            except RequestException as failure:
                self.lost.append(f"{operation_id}: {failure}\n    {call.request.curl(self.door.url)[:4000]}")
                continue
            call.seconds = time.monotonic() - begun
            if call.answer.ok and call.uses_up:
                self.world.forget(*call.uses_up)
            yield call

    def call(self, operation_id, way, number):
        operation = self.operations[operation_id]
        make = RECIPES.get(operation_id)
        recipe = make(self.world, way == SURE) if make else Recipe()
        caller = recipe.caller or self.world.owner
        case = None
        if way in ("fitting", "misfitting"):
            made = self.cases[way][operation_id]
            case = made[number % len(made)] if made else None
        request = self.request(operation, way, recipe, case)
        call = Call(operation_id, operation, way, caller.name, request)
        call.uses_up = recipe.uses_up
        call.id_is_one = all(value in request.path for value in recipe.path.values())
        token = self.door.token(caller) if "security" in operation else ""
        if operation["path"].startswith("/portal"):
            call.caller, call.side = "a payer", "payer"
        elif "x-platform-role" in operation:
            call.side = "platform"  # over all businesses
        elif caller not in (self.world.owner, self.world.side):
            call.side = "stranger"
        if way == "by another":
            token = self.other(call, recipe)
        if way == "broken":
            self.nonsense.into(call)
        if token:
            request.headers["Authorization"] = f"Bearer {token}"
        return call

    # ---------------------------------------------------------------- a request

    def request(self, operation, way, recipe, case):
        path = {**(case.path if case else {}), **recipe.path}
        if way == "misfitting" and case and self.random.random() < 0.2:
            path = case.path
        query = case.query if case else recipe.query
        headers = {"Accept": recipe.accept}
        if operation["method"] != "GET":
            headers["Idempotency-Key"] = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        if case:
            headers |= {name: value for name, value in case.headers.items() if name.lower() != "authorization"}
        body, has_body = recipe.body, recipe.body is not None
        if case and case.has_body:
            body, has_body = case.body, True
            if isinstance(body, dict) and isinstance(recipe.body, dict):
                body = {**body, **{name: recipe.body[name] for name in recipe.bound}}
        if has_body:
            headers["Content-Type"] = "application/json"
        where = operation["path"]
        for name, value in path.items():
            where = where.replace("{%s}" % name, str(value))
        sent = written(body) if has_body else None
        return Request(operation["method"], where, wire(query), {n: str(v) for n, v in headers.items()}, sent)

    def other(self, call, recipe):
        """Somebody who may not; what they must be answered. The token."""
        world = self.world
        if "security" not in call.operation:
            return ""
        role = call.operation.get("x-role")
        choices = [("nobody", "", {401}), ("a bad token", "no.such.token", {401}), ("a forged token", forged(world.owner.token), {401})]
        if "x-platform-role" in call.operation:
            choices.append(("an owner", self.door.token(world.owner), {403}))
        if role:
            choices.append(("a disabled member", world.disabled_token(), {403}))
            for lower in RANKS[: RANKS.index(role)]:
                choices.append((lower, self.door.token(world.members[lower]), {403}))
            enough = set(RANKS[RANKS.index(role) :]) - {"OWNER"}
            if not call.operation.get("x-agents", True):
                enough.remove("AGENT")
                choices.append(("AGENT", self.door.token(world.members["AGENT"]), {403}))
            if enough and recipe.caller is None:
                chosen = self.random.choice(sorted(enough))
                choices.append((chosen, self.door.token(world.members[chosen]), set()))
            for _ in range(3):  # the wall between businesses is tried the most
                expected = {404} if recipe.path else set()
                choices.append(("another business", self.door.token(world.other), expected))
        call.caller, token, expected = self.random.choice(choices)
        call.expected = frozenset(expected)
        call.side = "" if call.caller in RANKS else "stranger"
        return token


def written(body):
    """JSON, or what Schemathesis wants in place of it."""
    return body if isinstance(body, bytes) else json.dumps(body, default=lambda odd: odd.decode("latin-1")).encode()


def wire(query):
    """Query values as they are written."""
    words = {True: "true", False: "false"}
    return {
        name: [words.get(one, one) if isinstance(one, bool) else one for one in value]
        if isinstance(value, list)
        else words[value]
        if isinstance(value, bool)
        else value
        for name, value in query.items()
    }


def forged(token):
    """The same claims with another signature."""
    head, claims, signature = token.split(".")
    return ".".join((head, claims, signature[::-1]))
