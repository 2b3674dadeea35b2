@NullMarked
package com.duespark.api.invoices;

import org.jspecify.annotations.NullMarked;
