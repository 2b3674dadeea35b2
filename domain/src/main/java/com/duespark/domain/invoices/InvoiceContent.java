package com.duespark.domain.invoices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes on an invoice: everything that a draft edit or an amendment sets.
 *
 * @param lines with tax names and percents already copied from the tenant's rates
 */
public record InvoiceContent(
    UUID contactId,
    LocalDate issueDate,
    LocalDate dueDate,
    String currency,
    List<LineItem> lines,
    @Nullable Discount discount,
    @Nullable String reference,
    @Nullable String notes,
    @Nullable String terms,
    @Nullable String internalNote,
    @Nullable String language) {}
