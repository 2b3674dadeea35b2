/** Holds what the sheets of paper promise, and draws the pictures of them. */
@NullMarked
package com.duespark.documents.pdf;

import org.jspecify.annotations.NullMarked;
