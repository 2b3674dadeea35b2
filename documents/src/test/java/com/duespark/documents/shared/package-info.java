/** Holds what the words of documents promise. */
@NullMarked
package com.duespark.documents.shared;

import org.jspecify.annotations.NullMarked;
