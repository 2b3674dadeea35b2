/**
 * Reminders: what is planned, sent or not sent and why (EP-091, EP-105, EP-106, EP-109 to EP-111).
 */
@NullMarked
package com.duespark.api.reminders;

import org.jspecify.annotations.NullMarked;
