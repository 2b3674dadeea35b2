/**
 * A business to look at on a first run: contacts, and invoices in every status.
 *
 * <p>Goes through the same door as everybody: REST, workflows, providers. Always true: running it
 * again, also after it was killed midway, adds nothing twice.
 */
@NullMarked
package com.duespark.worker.demo;

import org.jspecify.annotations.NullMarked;
