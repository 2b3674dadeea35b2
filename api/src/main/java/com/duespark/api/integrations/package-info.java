/** A business's own provider accounts. */
@NullMarked
package com.duespark.api.integrations;

import org.jspecify.annotations.NullMarked;
