/** Owns how amounts, dates and names are written in words and figures, for everything drawn. */
@NullMarked
package com.duespark.documents.shared;

import org.jspecify.annotations.NullMarked;
