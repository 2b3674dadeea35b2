package com.duespark.worker.system;

/** Fills tables with copies of a row, in all columns but those that must differ. */
final class Copies {

  private Copies() {}

  /** Copies of a sent invoice, for its own customer. */
  static void ofInvoice(Database database, String invoiceId, int count) {
    String columns = columns(database, "invoices", "id,invoice_number,pay_ref");
    require(
        count,
        database
            .ask(
                """
                insert into invoices (id, invoice_number, %1$s)
                select uuidv7(), 'COPY-' || n, %1$s
                from invoices, generate_series(1, ?::int) as n where id = ?::uuid
                returning id
                """
                    .formatted(columns),
                Integer.toString(count),
                invoiceId)
            .size());
  }

  /** Copies of a sent invoice's customer, each of whom owes copies of the invoice. */
  static void ofCustomer(Database database, String invoiceId, int customers, int invoicesEach) {
    String contact = columns(database, "contacts", "id,code");
    String invoice = columns(database, "invoices", "id,invoice_number,pay_ref,contact_id");
    String dunning = columns(database, "invoice_dunning", "invoice_id");
    require(
        customers * invoicesEach,
        database
            .ask(
                """
                with people as (
                  insert into contacts (id, code, %1$s)
                  select uuidv7(), 'COPY-' || n, %1$s from contacts, generate_series(1, ?::int) as n
                  where id = (select contact_id from invoices where id = ?::uuid)
                  returning id),
                owed as (
                  insert into invoices (id, invoice_number, contact_id, %2$s)
                  select uuidv7(), 'COPY-' || row_number() over (), p.id, %3$s
                  from invoices i, people p, generate_series(1, ?::int) as n
                  where i.id = ?::uuid
                  returning id)
                insert into invoice_dunning (invoice_id, %4$s)
                select o.id, %4$s from invoice_dunning, owed o where invoice_id = ?::uuid
                returning invoice_id
                """
                    .formatted(contact, invoice, "i." + invoice.replace(", ", ", i."), dunning),
                Integer.toString(customers),
                invoiceId,
                Integer.toString(invoicesEach),
                invoiceId,
                invoiceId)
            .size());
  }

  private static String columns(Database database, String table, String own) {
    return String.join(
        ", ",
        database.ask(
            """
            select column_name from information_schema.columns
            where table_name = ? and is_generated = 'NEVER'
              and column_name <> all (string_to_array(?, ','))
            """,
            table,
            own));
  }

  private static void require(int wanted, int made) {
    if (made != wanted) {
      throw new IllegalStateException("Only %d copies".formatted(made));
    }
  }
}
