/** Seals the audit log while the program runs, and verifies it from the terminal. */
@NullMarked
package com.duespark.worker.audit;

import org.jspecify.annotations.NullMarked;
