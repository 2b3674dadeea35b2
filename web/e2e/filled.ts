import type { Owner } from "./owner";

/** Something of everything that the pages show. */
export async function fillBusiness(owner: Owner) {
  await owner.takesCards();
  const contact = await owner.hasCustomer("Ostrich Road Coffee", "wairimu@ostrich.example");
  const draft = await owner.hasDraft(contact);
  const sent = await owner.hasSent(contact);
  await owner.ask("POST", "/v1/payments", {
    invoice_id: sent.id,
    amount: "100.00",
    currency: "KES",
    provider: "BANK",
  });
  return { contact, draft: draft.id, sent: sent.id };
}
