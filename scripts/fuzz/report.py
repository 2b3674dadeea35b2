"""What came of a run, in plain words."""

from collections import Counter, defaultdict

LEAST_REACHED = 40  # of a hundred requests
LEAST_DONE = 20
SHOWN = 2  # examples of each fault
SLOWEST = 8


def reached(call):
    """
    Whether a handler had its say: it did it (2xx, 3xx), a rule refused it (402, 409), or it looked and did not find (404
    of an id that is one). What was refused on the way there is not counted: 401, 403, 405, 406, 413, 415, 429, 400, and
    422, although many a 422 comes from a rule too. So the share is a lower bound.
    """
    status = call.answer.status_code
    return 200 <= status < 400 or status in (402, 409) or (status == 404 and call.id_is_one and not call.undeclared)


class Report:
    """Counts calls and collects faults."""

    def __init__(self, url, operations):
        self.url = url
        self.operations = operations
        self.calls = self.reached = self.done = 0
        self.statuses = Counter()
        self.ways = defaultdict(Counter)
        self.doing = Counter()
        self.refusals = defaultdict(Counter)
        self.slowest = []
        self.faults = Counter()
        self.examples = defaultdict(list)

    def add(self, call, faults):
        status = call.answer.status_code
        self.calls += 1
        self.reached += reached(call)
        self.done += 200 <= status < 300
        self.statuses[status] += 1
        self.ways[call.way][f"{status // 100}xx"] += 1
        if 200 <= status < 300:
            self.doing[call.operation["operationId"]] += 1
        elif call.way == "asked for":
            self.refusals[call.operation_id][f"{status} {call.answer.text[:300]}"] += 1
        self.slowest = sorted([*self.slowest, (call.seconds, call.operation_id, status)], reverse=True)[:SLOWEST]
        for kind, words in faults:
            key = (call.operation["operationId"], kind)
            self.faults[key] += 1
            if len(self.examples[key]) < SHOWN:
                self.examples[key].append((words, call))
                self.show(call, kind, words)

    def show(self, call, kind, words):
        """At once, for a run may be long."""
        request_id = call.answer.headers.get("X-Request-Id", "")
        print(f"\n{call.operation_id}, {call.way}, by {call.caller}: {kind}: {words} ({request_id})", flush=True)
        print(f"  {call.request.curl(self.url)[:4000]}", flush=True)

    # ---------------------------------------------------------------- the end

    @property
    def never_done(self):
        return sorted(set(self.operations) - set(self.doing))

    def share(self, count):
        return 100 * count / max(1, self.calls)

    def say(self, seconds, asked_for_the_world):
        print(f"\n{self.calls} requests in {seconds:.0f} s, and {asked_for_the_world} to build and renew the world")
        print("  answers: " + ", ".join(f"{count} × {status}" for status, count in sorted(self.statuses.items())))
        for way, counts in self.ways.items():
            print(f"  {way}: " + ", ".join(f"{count} × {status}" for status, count in sorted(counts.items())))
        print("  slowest: " + ", ".join(f"{name} {took:.1f} s ({status})" for took, name, status in self.slowest))
        for operation_id in self.never_done:
            print(f"  never 2xx: {operation_id}")
            for refusal, count in self.refusals[operation_id].most_common(2):
                print(f"    {count} × {refusal}")
        if self.faults:
            print("\nFaults by operation and kind:")
        for (operation_id, kind), count in sorted(self.faults.items()):
            print(f"  {count:5} {operation_id}: {kind}; for example {self.examples[operation_id, kind][0][0][:160]}")
        print()

    def facts(self):
        """Each as (whether it holds, words)."""
        broken = sum(count for (_, kind), count in self.faults.items() if kind == "5xx")
        others = sum(self.faults.values()) - broken
        yield broken == 0, f"no answer is 5xx ({broken} of {self.calls} were)"
        yield others == 0, f"every answer is as declared and shows nothing it should not ({others} faults)"
        yield self.share(self.reached) >= LEAST_REACHED, (
            f"{self.share(self.reached):.0f} % of the requests reach a handler (at least {LEAST_REACHED})"
        )
        yield self.share(self.done) >= LEAST_DONE, f"{self.share(self.done):.0f} % are answered with 2xx (at least {LEAST_DONE})"
        missing = self.never_done
        yield not missing, f"each of {len(self.operations)} operations is answered with 2xx" + (
            f", but not {', '.join(missing)}" if missing else ""
        )
