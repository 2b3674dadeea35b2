"""What each operation needs to be done: things of the world for its path and body, and who asks.

A new operation without a recipe is called with what the schema says; when it is never answered with 2xx, the run fails
and names it, and a recipe is written here.
"""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from door import PASSWORD
from world import WARNINGS


@dataclass
class Recipe:
    """
    body is one that is accepted; bound says which of its fields stay when the schema makes the rest.
    """

    path: dict = field(default_factory=dict)
    query: dict = field(default_factory=dict)
    body: object = None
    bound: tuple = ()
    caller: object = None
    accept: str = "*/*"
    uses_up: tuple = ()


RECIPES = {}


def one(world, kind, sure):
    """A thing that will be used up: a new one when that is sure. With it, what to forget when it happens nevertheless."""
    thing = world.take(kind) if sure else world.get(kind)
    return thing, () if sure else (kind, thing)


def recipe(*operation_ids):
    def register(make):
        for operation_id in operation_ids:
            RECIPES[operation_id] = make
        return make

    return register


def on(kind, used_up=False, body=None, bound=(), side=False, query=None):
    """A recipe for a thing in the path; fresh when the request uses it up."""

    def make(world, sure):
        thing, uses_up = one(world, kind, sure) if used_up else (world.get(kind), ())
        given = body(world) if callable(body) else body
        chosen = query(world) if query else {}
        return Recipe({"id": thing}, chosen, given, bound, world.side if side else None, uses_up=uses_up)

    return make


def plain(body=None, bound=(), side=False, query=None):
    """A recipe without anything in the path."""

    def make(world, sure):
        given = body(world) if callable(body) else body
        return Recipe({}, query(world) if query else {}, given, bound, world.side if side else None)

    return make


# -------------------------------------------------------------------- contacts

recipe("createContact")(
    plain(lambda w: {"display_name": "Imara Traders", "email": f"n{uuid.uuid4().hex[:10]}@fuzz.example", "tags": ["vip"]})
)
recipe("getContact")(on("contact"))
recipe("updateContact", "putContact")(on("contact", body=lambda w: {"notes": "Pays late", "payment_terms": "NET_30"}))
recipe("deleteContact")(on("contact", used_up=True))
recipe("restoreContact")(on("deleted_contact", used_up=True))
recipe("pauseContactReminders")(on("contact", body=lambda w: {"until": w.moment(9)}))
recipe("resumeContactReminders")(on("contact"))


@recipe("muteContactChannel")
def mute(world, sure):
    return Recipe({"id": world.get("contact"), "channel": "EMAIL"})


@recipe("unmuteContactChannel")
def unmute(world, sure):
    thing, uses_up = one(world, "muted_contact", sure)
    return Recipe({"id": thing, "channel": "EMAIL"}, uses_up=uses_up)


# -------------------------------------------------------------------- invoices


def invoice_body(world):
    line = {"name": "Repair", "qty": "2", "rate": "19.90", "tax_code": "VAT16"}
    discount = {"type": "PERCENT", "value": "5"}
    return {"contact_id": world.get("contact"), "line_items": [line], "discount": discount, "notes": "Thank you"}


recipe("createInvoice")(plain(invoice_body, bound=("contact_id",)))
recipe("calculateInvoice")(plain({"line_items": [{"name": "Repair", "rate": "3"}], "currency": "KES"}))
recipe("getInvoice", "getInvoicePdf", "getDeliveryStatus", "explainInvoice", "previewInvoice")(on("sent"))
recipe("getNextSendTimes", "listInvoiceReminders")(on("overdue"))
recipe("editInvoice")(on("draft", body={"notes": "Thank you", "line_items": [{"name": "Repair", "rate": "5"}]}))
recipe("deleteInvoice", "markInvoiceSent")(on("draft", used_up=True))
recipe("duplicateInvoice")(on("paid"))
recipe("sendInvoice")(on("draft", used_up=True, body={"custom_message": "Thank you"}))
recipe("scheduleInvoice")(on("draft", used_up=True, body=lambda w: {"send_at": w.moment(3)}, bound=("send_at",)))
recipe("unscheduleInvoice")(on("scheduled", used_up=True))
recipe("voidInvoice", "writeOffInvoice")(on("open", used_up=True, body={"reason": "Agreed by telephone"}))
recipe("disputeInvoice")(on("open", used_up=True, body={"reason": "Not what was agreed"}))
recipe("resolveInvoiceDispute")(on("disputed", used_up=True))
recipe("promiseInvoice")(on("overdue", body=lambda w: {"promised_on": str(w.today + timedelta(6))}))
recipe("remindInvoice")(on("overdue", used_up=True, body={"acknowledge": WARNINGS}, bound=("acknowledge",)))
recipe("pauseInvoiceReminders")(on("overdue", body=lambda w: {"until": w.moment(4)}))
recipe("resumeInvoiceReminders")(on("overdue"))
recipe("createPortalLink")(on("sent"))
recipe("revokePortalLink")(on("linked", used_up=True))
recipe("setInvoiceReminderPolicy")(
    on("sent", body=lambda w: {"reminder_policy_id": w.policy, "reminders_enabled": True}, bound=("reminder_policy_id",))
)
recipe("listInvoices")(plain(query=lambda w: {"limit": 5, "status": "SENT", "include_total": "true"}))
recipe("resolveDelivery")(on("unknown_delivery", used_up=True, body={"outcome": "SENT"}))

# -------------------------------------------------------------------- payments

recipe("listPayments")(plain(query=lambda w: {"limit": 3, "invoice_id": w.get("paid")}))
recipe("recordPayment")(
    plain(
        lambda w: {"invoice_id": w.get("sent"), "amount": "1.00", "provider": "CASH", "allow_overpayment": True},
        bound=("invoice_id",),
    )
)
recipe("getPayment", "getReceipt")(on("payment"))
recipe("connectStripe")(plain({"secret_key": "sk_test_fuzz"}, side=True))
recipe("disconnectIntegration")(on("side_integration", used_up=True, side=True))

# -------------------------------------------------------------------- reminders

recipe("listReminders")(plain(query=lambda w: {"limit": 5, "status": "SCHEDULED"}))
recipe("getReminder", "explainReminder")(on("planned"))
recipe("updateReminder")(on("planned", body={"tone": "FIRM"}))
recipe("skipReminder")(on("planned", used_up=True))
recipe("restoreReminder")(on("skipped", used_up=True))
recipe("decideReminder")(on("asked", used_up=True, body={"answer": "SKIP"}))


@recipe("sendReminderNow")
def send_now(world, sure):
    thing, uses_up = one(world, "planned", sure)
    body = {"reminder_id": thing, "acknowledge": WARNINGS}
    return Recipe(body=body, bound=("reminder_id", "acknowledge"), uses_up=uses_up)


recipe("previewReminder")(plain(lambda w: {"invoice_id": w.get("overdue"), "tone": "FIRM"}, bound=("invoice_id",)))

STEPS = [{"key": "FIRST", "offset_days": 3, "stage": "REMINDER_1"}, {"key": "SECOND", "offset_days": 9, "stage": "FINAL"}]

recipe("createReminderPolicy")(plain({"name": "Patient", "steps": STEPS, "cap_per_week": 2}, side=True))
recipe("getReminderPolicy")(on("side_policy", side=True))
recipe("updateReminderPolicy")(on("side_policy", body={"catch_up": "LATEST", "steps": STEPS}, side=True))
recipe("deleteReminderPolicy")(on("side_policy", used_up=True, side=True))
recipe("simulateReminderPolicy")(
    plain(lambda w: {"invoices": [{"due_on": str(w.today)}], "days": 60, "policy_id": w.policy}, bound=("policy_id", "invoices"))
)
recipe("whatIfReminderPolicy")(
    plain(lambda w: {"policy_id": w.policy, "policy": {"name": "Patient", "steps": STEPS}, "days": 30}, bound=("policy_id",))
)
recipe("deleteHoliday")(on("holiday", used_up=True, side=True))


@recipe("createHoliday")
def create_holiday(world, sure):
    day = world.today + timedelta(world.random.randrange(3000, 3600))
    return Recipe(body={"day": str(day), "name": "Harvest"}, caller=world.side)


# -------------------------------------------------------------------- the business

recipe("updateTenant")(plain(lambda w: {"name": "By the river", "locale": "en"}, side=True))
recipe("pauseTenantReminders")(plain(lambda w: {"until": w.moment(20)}, side=True))
recipe("resumeTenantReminders")(plain(side=True))
recipe("updateNumbering")(plain({"kind": "INVOICE", "prefix": "F-", "padding": 5}, side=True))
recipe("deleteTaxRate")(on("tax_rate", used_up=True, side=True))
recipe("updateTaxRate")(on("tax_rate", body={"name": "Tourism levy", "percent": "2.5"}, side=True))
recipe("getTestClock")(plain(side=True))
recipe("moveTestClock")(plain({"days": 1}, side=True))


@recipe("createTaxRate")
def create_tax_rate(world, sure):
    return Recipe(body={"code": uuid.uuid4().hex[:12], "name": "Levy", "percent": "2"}, bound=("code",), caller=world.side)


# -------------------------------------------------------------------- team and keys


def by_hirer(kind, body=None):
    """A recipe for a thing that one owner made, and only that owner may change; always a fresh one."""

    def make(world, sure):
        thing, uses_up = one(world, kind, sure)
        return Recipe({"id": thing[0]}, body=body, caller=thing[1], uses_up=uses_up)

    return make


recipe("updateMember")(by_hirer("invited", body={"role": "VIEWER"}))
recipe("removeMember", "resendInvite")(by_hirer("invited"))
recipe("revokeApiKey")(by_hirer("api_key"))


@recipe("inviteMember")
def invite(world, sure):
    body = {"email": f"i{uuid.uuid4().hex[:12]}@fuzz.example", "role": "AGENT", "can_send": True}
    return Recipe(body=body, bound=("email",), caller=world.hirer())


@recipe("createApiKey")
def create_key(world, sure):
    return Recipe(body={"name": "Web shop", "scopes": ["contacts:read", "invoices:write"]}, caller=world.hirer())


@recipe("previewInvitation")
def preview_invitation(world, sure):
    return Recipe(body={"token": world.get("invitation")}, bound=("token",))


@recipe("acceptInvitation")
def accept_invitation(world, sure):
    token = world.take("invitation") if sure else "no such token"
    body = {"token": token, "display_name": "Wanjiru", "password": PASSWORD}
    return Recipe(body=body, bound=("token", "display_name", "password"))


# -------------------------------------------------------------------- privacy

recipe("getPrivacyRequest", "getPrivacyRequestFile")(on("copy"))
recipe("cancelPrivacyRequest")(on("waiting_erasure", used_up=True))
recipe("overridePrivacyRequest")(on("waiting_erasure", used_up=True, body={"reason": "A court says so"}))


@recipe("createPrivacyRequest")
def create_privacy_request(world, sure):
    subject, uses_up = one(world, "contact", sure)
    asked = {"kind": "EXPORT", "subject_type": "CONTACT", "subject_id": subject, "identity_note": "Known by voice"}
    return Recipe(body=asked, bound=("subject_type", "subject_id"), uses_up=uses_up)


# -------------------------------------------------------------------- exports


def by_exporter(kind):
    """A recipe for whoever asked for an export."""

    def make(world, sure):
        export, who = world.get(kind)
        return Recipe({"id": export}, caller=who)

    return make


recipe("getExport")(by_exporter("archive"))
recipe("cancelExport")(by_exporter("canceled_export"))


@recipe("createExport")
def create_export(world, sure):
    who, uses_up = one(world, "person", sure)
    return Recipe(body={"documents": False}, caller=who, uses_up=uses_up)


@recipe("getExportFile")
def get_export_file(world, sure):
    return Recipe({"token": world.get("archive_link")}, accept="application/zip")


# -------------------------------------------------------------------- the platform


def as_staff(kind=None, used_up=False, body=None):
    def make(world, sure):
        if not kind:
            return Recipe(caller=world.staff)
        thing, uses_up = one(world, kind, sure) if used_up else (world.get(kind), ())
        return Recipe({"id": thing}, body=body, caller=world.staff, uses_up=uses_up)

    return make


recipe("listDeadLetters", "listWebhookEvents")(as_staff())
recipe("getDeadLetter")(as_staff("letter"))
recipe("requeueDeadLetter")(as_staff("letter", used_up=True))
recipe("discardDeadLetter")(as_staff("letter", used_up=True, body={"reason": "Settled at the provider"}))
recipe("getWebhookEvent", "reprocessWebhookEvent")(as_staff("event"))
recipe("openBusiness")(as_staff("elsewhere"))
recipe("setQuotas")(as_staff("elsewhere", body={"emails": 5000, "reason": "A fair"}))


@recipe("findBusinesses")
def find_businesses(world, sure):
    return Recipe(query={"q": world.get("elsewhere")}, caller=world.staff)


# -------------------------------------------------------------------- accounts


def as_person(used_up=False, body=None, bound=()):
    """A recipe for somebody who has nothing to do with the world."""

    def make(world, sure):
        person, uses_up = one(world, "person", sure) if used_up else (world.get("person"), ())
        given = body(person) if callable(body) else body
        return Recipe(body=given, bound=bound, caller=person, uses_up=uses_up)

    return make


recipe("getMe")(as_person())
recipe("updateMe")(as_person(body={"display_name": "Njeri Mwangi", "locale": "sw"}))
recipe("logoutEverywhere")(as_person(used_up=True))
recipe("listSessions")(as_person())
recipe("endOtherSessions")(as_person(used_up=True))


@recipe("endSession")
def end_session(world, sure):
    thing, uses_up = one(world, "session", sure)
    return Recipe({"id": thing[0]}, caller=thing[1], uses_up=uses_up)


@recipe("changePassword")
def change_password(world, sure):
    """A wrong one slows further tries, so whoever answers for it does nothing else."""
    person, uses_up = one(world, "forgetful_person", sure)
    body = {"current_password": PASSWORD, "password": PASSWORD}
    return Recipe(body=body, bound=("current_password", "password"), caller=person, uses_up=uses_up)


recipe("switchTenant")(as_person(body=lambda p: {"tenant_id": p.tenant}, bound=("tenant_id",)))
recipe("closeTenant")(as_person(used_up=True, body={"name": "Somebody"}, bound=("name",)))


@recipe("reopenTenant")
def reopen_tenant(world, sure):
    who, uses_up = one(world, "closed_person", sure)
    return Recipe(caller=who, uses_up=uses_up)


recipe("createTenant")(as_person(body={"name": "Second", "kind": "LIVE"}))
recipe("login")(as_person(body=lambda p: {"email": p.email, "password": PASSWORD}))
recipe("resendVerification", "forgotPassword")(as_person(body=lambda p: {"email": p.email}))


@recipe("register")
def register(world, sure):
    email = f"r{uuid.uuid4().hex[:12]}@fuzz.example"
    return Recipe(body={"email": email, "password": PASSWORD, "display_name": "Amina", "business_name": "Amina Tailoring"})


@recipe("refresh", "logout")
def refresh(world, sure):
    return Recipe(body={"refresh_token": world.take("refresh_token") if sure else "no such token"}, bound=("refresh_token",))


@recipe("verifyEmail")
def verify(world, sure):
    return Recipe(body={"token": world.take("unverified") if sure else "no such token"}, bound=("token",))


@recipe("resetPassword")
def reset(world, sure):
    token = world.take("forgetful") if sure else "no such token"
    return Recipe(body={"token": token, "password": PASSWORD}, bound=("token", "password"))


# -------------------------------------------------------------------- the payer


def by_payer(kind="secret", used_up=False, accept="*/*", body=None):
    def make(world, sure):
        secret, uses_up = one(world, kind, sure) if used_up else (world.get(kind), ())
        given = body(world) if callable(body) else body
        return Recipe({"secret": secret}, body=given, accept=accept, uses_up=uses_up)

    return make


recipe("portalInvoice")(by_payer(accept="application/json"))
recipe("portalPay")(by_payer(used_up=True, accept="application/json"))
recipe("portalPdf")(by_payer(accept="application/pdf"))
recipe("portalReceipt")(by_payer("paid_secret", accept="application/pdf"))
recipe("portalPromisePage", "portalDisputePage")(by_payer(accept="text/html"))
recipe("portalPromise")(by_payer(used_up=True, body=lambda w: {"promised_on": str(w.today + timedelta(4))}))
recipe("portalDispute")(by_payer(used_up=True, body={"reason": "WORK", "details": "Half of it is missing"}))
