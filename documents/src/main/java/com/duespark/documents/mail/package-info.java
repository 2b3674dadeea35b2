/**
 * Owns the words and the look of every mail: the invoice, the reminder, the receipt, the account.
 */
@NullMarked
package com.duespark.documents.mail;

import org.jspecify.annotations.NullMarked;
