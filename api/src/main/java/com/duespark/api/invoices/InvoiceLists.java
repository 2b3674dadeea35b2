package com.duespark.api.invoices;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Cursor;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Paging;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoicePages;
import com.duespark.domain.invoices.InvoicePages.After;
import com.duespark.domain.invoices.InvoicePages.Filter;
import com.duespark.domain.invoices.InvoicePages.Row;
import com.duespark.domain.invoices.InvoicePages.Sort;
import com.duespark.domain.invoices.Invoices;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads pages of invoices as their business sees them. */
@Component
class InvoiceLists {

  private static final String[] SORTS = {
    "-created_at",
    "created_at",
    "number",
    "-number",
    "contact_name",
    "-contact_name",
    "due_date",
    "-due_date",
    "amount_due",
    "-amount_due",
    "total",
    "-total"
  };

  private final InvoicePages pages;
  private final Invoices invoices;
  private final InvoiceViews views;

  InvoiceLists(InvoicePages pages, Invoices invoices, InvoiceViews views) {
    this.pages = pages;
    this.invoices = invoices;
    this.views = views;
  }

  @Transactional(readOnly = true)
  public Envelope<List<InvoiceView>> page(Filter filter, Paging paging, Caller caller) {
    var sort = paging.sortBy(SORTS);
    var by = Sort.valueOf(sort.replace("-", "").toUpperCase(Locale.ROOT));
    var after = after(by, paging.after(sort));
    var rows = pages.page(filter, by, sort.startsWith("-"), after, paging.fetch());
    Map<UUID, Invoice> found = new HashMap<>();
    invoices
        .findAllById(rows.stream().map(Row::id).toList())
        .forEach(invoice -> found.put(invoice.id(), invoice));
    var show = views.list(List.copyOf(found.values()), caller, filter.today());
    return paging.page(
        rows,
        row -> show.apply(Objects.requireNonNull(found.get(row.id()))),
        row -> new Cursor(sort, row.sortValue(), row.id()),
        () -> pages.count(filter));
  }

  /** A value that is none of its kind is refused here, not by the database. */
  private static @Nullable After after(Sort by, @Nullable Cursor end) {
    if (end == null) {
      return null;
    }
    return switch (by) {
      case CREATED_AT -> new After(end.id().toString(), end.id());
      case NUMBER, CONTACT_NAME -> new After(end.value(), end.id());
      case DUE_DATE -> new After(end.day().toString(), end.id());
      case AMOUNT_DUE, TOTAL -> new After(Long.toString(end.minor()), end.id());
    };
  }
}
