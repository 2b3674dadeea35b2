/**
 * The payer's links: which secret opens which document, until when.
 *
 * <p>Always true: only the hash of a secret is stored (PTK-01).
 */
@NullMarked
package com.duespark.domain.portal;

import org.jspecify.annotations.NullMarked;
