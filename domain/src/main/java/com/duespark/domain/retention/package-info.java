/**
 * What is kept how long, and its removal afterwards (RET-01 to RET-07).
 *
 * <p>Owns {@code retention_runs}. Always true: rows are removed by functions of V025, and invoices
 * archived by one of V033, that refuse to touch what is younger than their own floor; each batch
 * and its count are one transaction, so a run that dies and begins again removes nothing twice and
 * counts nothing twice.
 */
@NullMarked
package com.duespark.domain.retention;

import org.jspecify.annotations.NullMarked;
