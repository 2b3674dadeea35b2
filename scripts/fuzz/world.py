"""The businesses that the requests are about, built through the API and renewed as things get used up."""

import re
import time
import uuid
from collections import defaultdict
from datetime import date, datetime, timedelta

import pg8000.native

from door import PASSWORD, Caller, Refused

PLACE = {"timezone": "Africa/Nairobi", "currency": "KES", "country": "KE"}
ROLES = ("ADMIN", "STAFF", "AGENT", "VIEWER")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
MOST_HIRED = 15  # below the keys and members that one business may have
WARNINGS = ["CAP", "OUTSIDE_WINDOW", "PAUSED", "PROMISED", "PAYMENT_PENDING"]


class World:
    """
    A test business with users of every role, one beside it where settings are changed and the clock is moved, and
    another owner's business, which must never see anything of the first.
    """

    def __init__(self, door, database, random, kept):
        self.door = door
        self.kept = kept  # things of one kind that are there at once, for requests that use none up
        self.random = random
        self.database = pg8000.native.Connection(**database)
        self.things = defaultdict(list)
        self.asked = 0
        self.hired = 0
        self.mine = f"Kaskazi{uuid.uuid4().hex[:8]}"
        self.theirs = f"Mbali{uuid.uuid4().hex[:8]}"
        self.owner, self.user = self._founder(self.mine)
        self.side, _ = self._founder(f"{self.mine} Side", self.owner.email)
        self.other, _ = self._founder(self.theirs)
        self.members = {role: self._member(role) for role in ROLES}
        self.disabled = self._member("STAFF")
        self._set_status(self.disabled, "DISABLED")
        self.staff = self._staff()
        self.today = date.fromisoformat(self.ask("GET", "/v1/tenant")["today"])
        self.integration()
        self.policy = self.ask("POST", "/v1/reminder-policies", {"name": f"{self.mine} calm"})["id"]
        self.hidden = set(UUID.findall(str([self.ask("GET", path) for path in ("/v1/auth/me", "/v1/tenant")])))
        self.ask("POST", "/v1/contacts", {"display_name": f"{self.theirs} Duka", "email": "duka@mbali.example"}, self.other)

    # ---------------------------------------------------------------- people

    def _founder(self, name, email=None):
        """An owner of a test business; somebody new unless the address is known."""
        person = email or self.account(name)
        caller = Caller("owner", person)
        self.door.sign_in(caller)
        tenant = self.door.ask(caller, "POST", "/v1/tenants", {**PLACE, "name": name, "kind": "TEST"})["id"]
        caller.tenant = tenant
        self.door.sign_in(caller)
        return caller, self.door.ask(caller, "GET", "/v1/health")["user_id"]

    def account(self, name="Somebody", verified=True):
        """A registered person's address."""
        email = f"p{uuid.uuid4().hex[:12]}@fuzz.example"
        body = {**PLACE, "email": email, "password": PASSWORD, "display_name": "Njeri", "business_name": name}
        self.door.ask(None, "POST", "/v1/auth/register", body)
        if verified:
            self.door.ask(None, "POST", "/v1/auth/verify-email", {"token": self.mailed_token(email)})
        return email

    def mailed_token(self, email, about="verify-email"):
        """The secret in the latest mail that leads to a page of the app."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            for mail in reversed(self.door.mails(email)):
                found = re.search(rf"{about}\?token=([\w-]+)", mail["text"])
                if found:
                    return found[1]
            time.sleep(0.1)
        raise Refused(f"No mail about {about} reached {email}")

    def _member(self, role):
        """Somebody with a role; put into the table, as long as the API has no invitations."""
        caller = Caller(role.lower(), self.account(verified=False), "", role)
        self.door.sign_in(caller)
        user = self.door.ask(caller, "GET", "/v1/auth/me")["id"]
        insert = "insert into tenant_members (id, tenant_id, user_id, role, can_send) values (:id, :tenant, :user, :role, true)"
        self.database.run(insert, id=str(uuid.uuid4()), tenant=self.owner.tenant, user=user, role=role)
        caller.tenant = self.owner.tenant
        self.door.sign_in(caller)
        return caller

    def _staff(self):
        """An administrator of the platform, who is of neither business; the role is given at the terminal otherwise."""
        caller = Caller("staff of the platform", self.account())
        self.database.run("update users set platform_role = 'ADMIN' where email = :email", email=caller.email)
        self.door.sign_in(caller)
        return caller

    def disabled_token(self):
        """Of a member whose membership ended after they signed in."""
        if self.door.is_stale(self.disabled):
            self._set_status(self.disabled, "ACTIVE")
            self.door.sign_in(self.disabled)
            self._set_status(self.disabled, "DISABLED")
        return self.disabled.token

    def _set_status(self, member, status):
        person = "(select id from users where email = :email)"
        change = f"update tenant_members set status = :status where tenant_id = :tenant and user_id = {person}"
        self.database.run(change, status=status, tenant=member.tenant, email=member.email)

    def ask(self, method, path, body=None, who=None):
        self.asked += 1
        return self.door.ask(who or self.owner, method, path, body)

    # ---------------------------------------------------------------- things

    def get(self, kind):
        """One of the things of a kind, which stays there."""
        kept = self.things[kind]
        if len(kept) < self.kept and (not kept or self.random.random() < 1 / (1 + len(kept))):
            kept.append(self.take(kind))
        return self.random.choice(kept)

    def take(self, kind):
        """A new thing, for a request that uses it up."""
        thing = getattr(self, "_" + kind)()
        if kind not in OPEN_SECRETS:
            self.hidden.update(UUID.findall(str(thing)))
        return thing

    def forget(self, kind, thing):
        """It was used up by a request that was not sure to be done."""
        if thing in self.things[kind]:
            self.things[kind].remove(thing)

    def _contact(self):
        number = uuid.uuid4().hex[:10]
        body = {"display_name": f"{self.mine} {number}", "email": f"c{number}@fuzz.example"}
        return self.ask("POST", "/v1/contacts", body)["id"]

    def _deleted_contact(self):
        contact = self._contact()
        self.ask("DELETE", f"/v1/contacts/{contact}")
        return contact

    def _muted_contact(self):
        contact = self._contact()
        self.ask("POST", f"/v1/contacts/{contact}/channels/EMAIL/mute")
        return contact

    def invoice(self, **more):
        contact = more.pop("contact_id", None) or self._contact()
        line = {"name": "Repair", "qty": "1", "rate": "200", "tax_code": "VAT16"}
        body = {"contact_id": contact, "line_items": [line], **more}
        return self.ask("POST", "/v1/invoices", body)["id"]

    def _draft(self):
        return self.invoice()

    def _sent(self, **more):
        invoice = self.invoice(**more)
        self.ask("POST", f"/v1/invoices/{invoice}/send", {})
        return invoice

    def _open(self, **more):
        """Sent as far as anybody knows; without a mail, which takes five times as long."""
        invoice = self.invoice(**more)
        self.ask("POST", f"/v1/invoices/{invoice}/mark-sent")
        return invoice

    def _overdue(self):
        """Nobody waits: a day before today is a due day like any other."""
        return self._open(**self.days(-40, -10))

    def days(self, issued, due):
        issue_date, due_date = (str(self.today + timedelta(days)) for days in (issued, due))
        return {"issue_date": issue_date, "due_date": due_date}

    def _scheduled(self):
        invoice = self.invoice()
        self.ask("POST", f"/v1/invoices/{invoice}/schedule", {"send_at": self.moment(5)})
        return invoice

    def moment(self, days):
        return (datetime.combine(self.today, datetime.min.time()) + timedelta(days, hours=9)).isoformat() + "Z"

    def _disputed(self):
        invoice = self._open()
        self.ask("POST", f"/v1/invoices/{invoice}/dispute", {"reason": "Not what was agreed"})
        return invoice

    def _paid(self):
        invoice = self._open()
        self.pay(invoice, "232.00")
        return invoice

    def pay(self, invoice, amount):
        body = {"invoice_id": invoice, "amount": amount, "provider": "BANK"}
        return self.ask("POST", "/v1/payments", body)["id"]

    def _payment(self):
        return self.pay(self._open(), "10.00")

    def _linked(self):
        """An invoice with a portal link."""
        invoice = self._open()
        self.link(invoice)
        return invoice

    def link(self, invoice):
        """The secret that opens an invoice to its payer."""
        return self.ask("POST", f"/v1/invoices/{invoice}/portal-link")["url"].rsplit("/", 1)[1]

    def _secret(self):
        return self.link(self._open())

    def _paid_secret(self):
        return self.link(self._paid())

    def _unknown_delivery(self):
        """A mail server that hangs up after the last word leaves a message of which nobody knows."""
        number = f"lost{uuid.uuid4().hex[:10]}"
        contact = {"display_name": f"{self.mine} {number}", "email": f"{number}@fuzz.example"}
        invoice = self.invoice(contact_id=self.ask("POST", "/v1/contacts", contact)["id"])
        self.door.fault(provider="smtp", action="drop_after", recipient=number)
        self.ask("POST", f"/v1/invoices/{invoice}/send", {})
        return self.await_one(
            f"/v1/invoices/{invoice}/delivery-status",
            lambda answer: [d["id"] for d in answer["deliveries"] if d["status"] == "UNKNOWN"],
        )

    def await_one(self, path, choose, who=None):
        """The first of what is chosen from an answer, as soon as there is one."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            chosen = choose(self.ask("GET", path, None, who))
            if chosen:
                return chosen[0]
            time.sleep(0.2)
        raise Refused(f"{path} never had what it should have")

    # ---------------------------------------------------------------- reminders

    def reminder(self, invoice, action):
        """A reminder of the invoice with which this may be done."""
        return self.await_one(
            f"/v1/invoices/{invoice}/reminders",
            lambda reminders: [r["id"] for r in reminders if action in r["allowed_actions"]],
        )

    def _planned(self):
        return self.reminder(self._open(), "skip")

    def _skipped(self):
        reminder = self._planned()
        self.ask("DELETE", f"/v1/reminders/{reminder}")
        return reminder

    def _asked(self):
        """What an invoice missed before it was imported, a person is asked about. Imports are no part of the API yet."""
        invoice = self.invoice(**self.days(-40, -10))
        self.database.run("update invoices set external_source = 'CSV' where id = :id", id=invoice)
        self.ask("POST", f"/v1/invoices/{invoice}/mark-sent")
        return self.reminder(invoice, "decide")

    # ---------------------------------------------------------------- settings

    def integration(self):
        """The account for cards, connected again when somebody ended it."""
        return self.ask("PUT", "/v1/integrations/stripe", {"secret_key": "sk_test_fuzz"})["id"]

    def _side_integration(self):
        return self.ask("PUT", "/v1/integrations/stripe", {"secret_key": "sk_test_side"}, self.side)["id"]

    def _side_policy(self):
        """Where there are as many as there may be, one that is asked for no more goes first."""
        try:
            return self.ask("POST", "/v1/reminder-policies", {"name": "To be changed"}, self.side)["id"]
        except Refused:
            known = self.ask("GET", "/v1/reminder-policies", who=self.side)
            spare = [one["id"] for one in known if "delete" in one["allowed_actions"]]
            spare = [one for one in spare if one not in self.things["side_policy"]]
            self.ask("DELETE", f"/v1/reminder-policies/{spare[0]}", who=self.side)
            return self._side_policy()

    def _tax_rate(self):
        body = {"code": uuid.uuid4().hex[:12], "name": "Levy", "percent": "2"}
        return self.ask("POST", "/v1/tax-rates", body, self.side)["id"]

    def _holiday(self):
        day = self.today + timedelta(self.random.randrange(1, 3000))
        try:
            return self.ask("POST", "/v1/holidays", {"day": str(day), "name": "Stocktaking"}, self.side)["id"]
        except Refused:
            return self._holiday()  # that day was one already

    # ---------------------------------------------------------------- team and keys

    def hirer(self):
        """An owner who invites and makes keys; another one before the first has as many as a business may have."""
        if self.hired % MOST_HIRED == 0:
            self.hiring, _ = self._founder(f"{self.mine} Team {self.hired}")
        self.hired += 1
        return self.hiring

    def _invite(self, hirer, email):
        return self.ask("POST", "/v1/members", {"email": email, "role": "STAFF"}, hirer)["id"]

    def _invited(self):
        """A member who has not come in yet, and who may change that."""
        hirer = self.hirer()
        return self._invite(hirer, f"i{uuid.uuid4().hex[:12]}@fuzz.example"), hirer

    def _invitation(self):
        """The secret that lets somebody in."""
        email = f"i{uuid.uuid4().hex[:12]}@fuzz.example"
        self._invite(self.hirer(), email)
        return self.mailed_token(email, "accept-invitation")

    def _api_key(self):
        hirer = self.hirer()
        body = {"name": "Shop", "scopes": ["contacts:read"]}
        return self.ask("POST", "/v1/api-keys", body, hirer)["key"]["id"], hirer

    # ---------------------------------------------------------------- privacy

    def privacy_request(self, kind, contact):
        asked = {"kind": kind, "subject_type": "CONTACT", "subject_id": contact, "identity_note": "Known by voice"}
        return self.ask("POST", "/v1/privacy-requests", asked)["id"]

    def await_privacy(self, request, action):
        """The request, as soon as this may be done with it."""
        path = f"/v1/privacy-requests/{request}"
        return self.await_one(path, lambda answer: [answer["id"]] if action in answer["allowed_actions"] else [])

    def _copy(self):
        """A request whose copy can be fetched."""
        return self.await_privacy(self.privacy_request("EXPORT", self._contact()), "FETCH_FILE")

    def _waiting_erasure(self):
        contact = self._contact()
        self._open(contact_id=contact)
        return self.await_privacy(self.privacy_request("ERASE", contact), "OVERRIDE")

    # ---------------------------------------------------------------- exports

    def _exporting(self):
        who = self._person()
        return self.ask("POST", "/v1/export", {"documents": False}, who)["job_id"], who

    def _archive(self):
        """An export that can be fetched, and whoever asked for it."""
        export, who = self._exporting()
        self._await_archive(export, who)
        return export, who

    def _await_archive(self, export, who):
        return self.await_one(f"/v1/export/{export}", lambda answer: list(filter(None, [answer["download_url"]])), who)

    def _archive_link(self):
        """The secret in the address of an archive."""
        return self._await_archive(*self._exporting()).rsplit("/", 1)[1]

    def _canceled_export(self):
        """One that was taken back before it was made: another, should this one have been quicker."""
        while True:
            export, who = self._exporting()
            try:
                self.ask("POST", f"/v1/export/{export}/cancel", {}, who)
                return export, who
            except Refused:
                continue

    # ---------------------------------------------------------------- the platform

    def _event(self, status="IGNORED"):
        """An event of a provider, as one that says nothing to us ends."""
        event = str(uuid.uuid4())
        self.database.run(
            "insert into webhook_events (id, provider, provider_event_id, payload_json, signature_ok, status)"
            " values (:id, 'clerk', :told, '{\"type\": \"fuzz\"}', true, :status)",
            id=event,
            told=event,
            status=status,
        )
        return event

    def _letter(self):
        """An event that failed and waits for a person."""
        letter = str(uuid.uuid4())
        about = f"webhook_event/{self._event('FAILED')}"
        insert = "insert into dead_letters (id, kind, entity_ref, reason) values (:id, 'WEBHOOK', :about, 'Stuck')"
        self.database.run(insert, id=letter, about=about)
        return letter

    def _elsewhere(self):
        """A business that asks for nothing else, however little it may."""
        return self._person().tenant

    # ---------------------------------------------------------------- accounts

    def _person(self):
        """Somebody with a business of their own, for whatever ends sessions or changes a user."""
        caller = Caller("somebody", self.account(verified=False))
        self.door.sign_in(caller)
        caller.tenant = self.door.ask(caller, "GET", "/v1/health")["tenant_id"]
        return caller

    def _closed_person(self):
        """Somebody who has closed their business."""
        person = self._person()
        self.ask("POST", "/v1/tenant/close", {"name": "Somebody"}, person)
        return person

    def _forgetful_person(self):
        return self._person()

    def _session(self):
        """One that somebody has beside the one that asks, with who asks."""
        person = self._person()
        self.door.ask(None, "POST", "/v1/auth/login", {"email": person.email, "password": PASSWORD})
        return self.door.ask(person, "GET", "/v1/auth/me/sessions")[0]["id"], person

    def _unverified(self):
        return self.mailed_token(self.account(verified=False))

    def _forgetful(self):
        """The secret that sets a new password."""
        email = self.account(verified=False)
        self.door.ask(None, "POST", "/v1/auth/forgot-password", {"email": email})
        return self.mailed_token(email, "reset-password")

    def _refresh_token(self):
        login = {"email": self.get("person").email, "password": PASSWORD}
        return self.door.ask(None, "POST", "/v1/auth/login", login)["refresh_token"]


OPEN_SECRETS = {"invitation", "person", "forgetful_person", "closed_person", "session", "secret", "paid_secret"}
OPEN_SECRETS |= {"unverified", "forgetful", "refresh_token", "archive", "archive_link", "canceled_export"}
