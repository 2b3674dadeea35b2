/**
 * Owns the sheets of paper: the invoice and the receipt as PDF. A frozen document in, bytes out;
 * the same input always gives the same bytes, and nothing is fetched from anywhere.
 */
@NullMarked
package com.duespark.documents.pdf;

import org.jspecify.annotations.NullMarked;
