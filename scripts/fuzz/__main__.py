"""A fuzz run over the API's description against a program that runs: see docs/fuzzing.md. scripts/fuzz-test starts one."""

import argparse
import random
import sys
import time

from cases import FITS, MISFITS, Cases, load, operations
from checks import Checks
from door import Door
from report import Report
from run import Run
from world import World

NEWS = 1000  # requests after which a run says how far it is


def options():
    parser = argparse.ArgumentParser(prog="scripts/fuzz-test")
    parser.add_argument("--requests", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--operation", action="append", help="only this operation; may be given several times")
    parser.add_argument("--schema", required=True)
    parser.add_argument("--url", required=True)
    parser.add_argument("--sandbox", required=True)
    parser.add_argument("--secrets", required=True, help="secrets.properties of the program's data directory")
    parser.add_argument("--postgres-port", type=int, required=True)
    parser.add_argument("--program", type=int, required=True, help="the pid that must live until the program answers")
    return parser.parse_args()


def database(chosen):
    """Where members with a role are put; see World."""
    with open(chosen.secrets) as lines:
        pairs = [line.strip().replace("\\", "").split("=", 1) for line in lines if "=" in line]
    password = dict(pairs)["postgres.owner.password"]
    return {"user": "duespark_owner", "password": password, "host": "127.0.0.1", "port": chosen.postgres_port, "database": "duespark"}


def main():
    chosen = options()
    raw = load(chosen.schema)
    wanted = operations(raw)
    if chosen.operation:
        wanted = {name: wanted[name] for name in chosen.operation}
    print(f"{chosen.requests} requests over {len(wanted)} operations; the same again with --seed={chosen.seed}", flush=True)
    begun = time.monotonic()
    maker = Cases(raw, chosen.seed)
    shares = Run.shares(chosen.requests, len(wanted))
    cases = {
        way: {name: maker.make(name, mode, shares[way]) for name in wanted}
        for way, mode in (("fitting", FITS), ("misfitting", MISFITS))
    }
    made = time.monotonic()
    door = Door(chosen.url, chosen.sandbox)
    door.await_ready(chosen.program)
    ready = time.monotonic()
    world = World(door, database(chosen), random.Random(chosen.seed), max(3, chosen.requests // 1000))
    built = time.monotonic()
    print(f"cases made in {made - begun:.0f} s, program ready after {ready - made:.0f} s more, world in {built - ready:.0f} s", flush=True)
    checks = Checks(raw, world)
    report = Report(chosen.url, wanted)
    run = Run(door, raw, wanted, world, cases, chosen)
    for call in run.calls():
        report.add(call, list(checks.faults(call)))
        if report.calls % NEWS == 0:
            print(f"{report.calls} requests, {sum(report.faults.values())} faults", flush=True)
    report.say(time.monotonic() - built, world.asked)
    for words in run.stuck:
        print(f"  the world could not be renewed {words}")
    for words in run.lost:
        print(f"  no answer to {words}")
    facts = [
        (not run.lost, f"every request has an answer ({len(run.lost)} have none)"),
        *report.facts(),
        (not run.stuck, f"the world was renewed whenever something was used up ({len(run.stuck)} times not)"),
    ]
    for holds, words in facts:
        print(("ok " if holds else "not ok ") + words)
    return 0 if all(holds for holds, _ in facts) else 1


if __name__ == "__main__":
    sys.exit(main())
