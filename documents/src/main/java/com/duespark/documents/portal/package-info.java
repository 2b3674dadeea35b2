/** Owns the page a payer opens from the link: its states, its look, its files. */
@NullMarked
package com.duespark.documents.portal;

import org.jspecify.annotations.NullMarked;
