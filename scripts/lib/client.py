"""What a customer's program does, through the client that was generated from docs/openapi.json.

DUESPARK_URL is the program. DUESPARK_KEY is a key with every scope; without one, an owner registers by the same client,
reads the mail at SANDBOX_URL, and makes the key. Prints "ok …" or "not ok …" for each fact.
"""

import os
import re
import sys
import time
from uuid import uuid4

import httpx
from duespark_client import AuthenticatedClient, Client
from duespark_client.api.accounts import login, register, verify_email
from duespark_client.api.api_keys import create_api_key, list_api_keys, revoke_api_key
from duespark_client.api.contacts import create_contact, get_contact, list_contacts, update_contact
from duespark_client.api.invoices import create_invoice, get_invoice, get_invoice_pdf, send_invoice
from duespark_client.models import (
    CauseCode,
    ContactBody,
    ContactBodyPatch,
    EnvelopeContactView,
    EnvelopeCreatedApiKey,
    EnvelopeInvoice,
    EnvelopeListContactLine,
    EnvelopeSentInvoice,
    ErrorBody,
    InvoiceBody,
    LineBody,
    LoginBody,
    NewApiKey,
    NewApiKeyScopesItem,
    RegisterBody,
    SendInvoice,
    TokenBody,
)
from duespark_client.types import UNSET, File

URL = os.environ["DUESPARK_URL"]
PASSWORD = "correct horse battery"
SECONDS_TO_WAIT = 20

failures = 0


def fact(description, holds, seen=""):
    global failures
    print(f"ok {description}" if holds else f"not ok {description}\n  seen: {str(seen)[:600]}", flush=True)
    failures += not holds


def need(answer, kind):
    """The typed answer, or the end: nothing after it would make sense."""
    if not isinstance(answer.parsed, kind):
        print(f"not ok the answer is {kind.__name__}\n  seen: {answer.status_code} {answer.content[:600]}")
        sys.exit(1)
    return answer.parsed.data


def within(look):
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        found = look()
        if found or time.monotonic() > deadline:
            return found
        time.sleep(0.1)


def key_of_an_owner():
    """Registers as a person does, and makes a key with every scope."""
    door = Client(base_url=URL)
    email = f"owner-{uuid4().hex[:8]}@lantana.example"
    register.sync_detailed(
        client=door,
        body=RegisterBody(
            email=email,
            password=PASSWORD,
            display_name="Njeri",
            business_name="Lantana Row Studio",
            timezone="Africa/Nairobi",
            currency="KES",
            country="KE",
        ),
    )
    sandbox = os.environ["SANDBOX_URL"]
    mails = within(lambda: httpx.get(f"{sandbox}/sandbox/mails", params={"to": email}).json()["data"])
    token = re.search(r"token=([A-Za-z0-9_-]+)", mails[0]["text"]).group(1)
    verify_email.sync_detailed(client=door, body=TokenBody(token=token))
    tokens = login.sync(client=door, body=LoginBody(email=email, password=PASSWORD)).data
    owner = AuthenticatedClient(base_url=URL, token=tokens.access_token)
    made = need(
        create_api_key.sync_detailed(
            client=owner, body=NewApiKey(name="Client test", scopes=list(NewApiKeyScopesItem))
        ),
        EnvelopeCreatedApiKey,
    )
    return owner, made


owner, made = (None, None) if "DUESPARK_KEY" in os.environ else key_of_an_owner()
key = made.secret if made else os.environ["DUESPARK_KEY"]
program = AuthenticatedClient(base_url=URL, token=key)
fact("the key says what it is", re.fullmatch(r"dsk_(live|test)_[A-Za-z0-9_-]{43}", key) is not None)

# --- a contact and an invoice -----------------------------------------------------------------------------------------

email = f"payer-{uuid4().hex[:8]}@example.com"
contact = need(
    create_contact.sync_detailed(client=program, body=ContactBody(display_name="Savanna Bloom", email=email)),
    EnvelopeContactView,
)
fact("a contact is created", contact.display_name == "Savanna Bloom" and contact.email == email, contact)

draft = InvoiceBody(contact_id=contact.id, line_items=[LineBody(name="Repair", qty="1", rate="200")])
once = str(uuid4())
first = create_invoice.sync_detailed(client=program, body=draft, idempotency_key=once)
invoice = need(first, EnvelopeInvoice)
fact("an invoice is drafted over 200.00", (invoice.status, invoice.total) == ("DRAFT", "200.00"), invoice)
again = create_invoice.sync_detailed(client=program, body=draft, idempotency_key=once)
fact(
    "a repeat with the same Idempotency-Key is the same invoice",
    need(again, EnvelopeInvoice).id == invoice.id and again.headers.get("Idempotent-Replay") == "true",
    again.content,
)

sent = send_invoice.sync_detailed(invoice.id, client=program, body=SendInvoice(), idempotency_key=str(uuid4()))
need(sent, EnvelopeSentInvoice)
state = within(lambda: get_invoice.sync(invoice.id, client=program).data.status == "SENT")
fact("it is sent", state, sent.content)
paper = get_invoice_pdf.sync(invoice.id, client=program)
fact("its PDF is a file", isinstance(paper, File) and paper.payload.read(5) == b"%PDF-", paper)

# --- a list with a cursor ---------------------------------------------------------------------------------------------

for name in ("Baobab Books", "Coast Kitchen"):
    need(create_contact.sync_detailed(client=program, body=ContactBody(display_name=name)), EnvelopeContactView)
seen, pages, cursor, total = set(), 0, UNSET, None
while cursor is not None and pages < 100:
    page = list_contacts.sync_detailed(client=program, limit=1, cursor=cursor, include_total=True)
    seen.update(line.id for line in need(page, EnvelopeListContactLine))
    total = page.parsed.meta.total
    cursor = page.parsed.meta.cursor or None
    pages += 1
fact("every contact comes once, page by page", len(seen) == pages == total and total >= 3, (len(seen), pages, total))

# --- refusals ---------------------------------------------------------------------------------------------------------

refused = create_contact.sync_detailed(client=program, body=ContactBody(display_name=" ", email="nobody"))
error = refused.parsed.error if isinstance(refused.parsed, ErrorBody) else None
fact(
    "a wrong field is a typed error with its field",
    refused.status_code == 422
    and error is not None
    and error.code == CauseCode.VALIDATION_ERROR
    and {"display_name"} <= {detail.field for detail in error.details},
    refused.content,
)

need(
    update_contact.sync_detailed(
        contact.id, client=program, body=ContactBodyPatch(notes="First"), if_match=f'"{contact.version}"'
    ),
    EnvelopeContactView,
)
stale = update_contact.sync_detailed(
    contact.id, client=program, body=ContactBodyPatch(notes="Second"), if_match=f'"{contact.version}"'
)
fact(
    "a change of an old version is refused, with the newest",
    stale.status_code == 409 and stale.parsed.error.latest["notes"] == "First",
    stale.content,
)

closed = list_api_keys.sync_detailed(client=program)
fact(
    "keys are closed to keys",
    closed.status_code == 403 and closed.parsed.error.details[0].code == "INSUFFICIENT_SCOPE",
    closed.content,
)

if made:
    revoke_api_key.sync_detailed(made.key.id, client=owner)
    after = get_contact.sync_detailed(contact.id, client=program)
    fact("a revoked key is refused at once", after.status_code == 401, after.content)

sys.exit(failures > 0)
