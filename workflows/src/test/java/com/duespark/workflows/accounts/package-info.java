/** Proofs of the workflows of accounts. */
@org.jspecify.annotations.NullMarked
package com.duespark.workflows.accounts;
