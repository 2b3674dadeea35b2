"""Requests made from docs/openapi.json alone, by Schemathesis: some that fit the schema and some that do not."""

import json
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

FITS = GenerationMode.POSITIVE
MISFITS = GenerationMode.NEGATIVE


@dataclass
class Case:
    """What the schema says of one request."""

    path: dict
    query: dict
    headers: dict
    body: object
    has_body: bool


def load(file):
    with open(file) as opened:
        return json.load(opened)


def closed(raw):
    """The description with every object closed: the API sends and takes what it names, and nothing else."""
    raw = deepcopy(raw)
    for schema in raw["components"]["schemas"].values():
        if "properties" in schema and "additionalProperties" not in schema:
            schema["additionalProperties"] = False
    return raw


def operations(raw):
    """All operations by id, each with its method and path."""
    return {
        operation["operationId"]: operation | {"method": method.upper(), "path": path}
        for path, methods in raw["paths"].items()
        for method, operation in methods.items()
    }


class Cases:
    """Makes cases; the same ones for the same seed."""

    def __init__(self, raw, number):
        config = SchemathesisConfig.from_dict({"generation": {"with-security-parameters": False}})
        schema = schemathesis.openapi.from_dict(closed(raw), config=config)
        found = (result.ok() for result in schema.get_all_operations())
        self.operations = {operation.definition.raw["operationId"]: operation for operation in found}
        self.number = number

    def make(self, operation_id, mode, count):
        """At most so many; fewer where there are no more different ones."""
        cases = []

        @seed(self.number)
        @settings(
            max_examples=count,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(self.operations[operation_id].as_strategy(generation_mode=mode))
        def collect(case):
            has_body = not isinstance(case.body, schemathesis.core.NotSet)
            cases.append(
                Case(
                    dict(case.path_parameters or {}),
                    dict(case.query or {}),
                    dict(case.headers or {}),
                    case.body if has_body else None,
                    has_body,
                )
            )

        with suppress(Unsatisfiable):  # where everything fits, nothing is a misfit
            collect()
        return cases
