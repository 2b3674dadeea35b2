/**
 * The contract of sending one message of the ledger. Not a workflow: whoever owns the message calls
 * it.
 */
@NullMarked
package com.duespark.workflows.deliveries;

import org.jspecify.annotations.NullMarked;
