/**
 * How rows meet PostgreSQL: the tenant of every transaction, and the types that a column can hold.
 *
 * <p>Always true: a transaction sees the rows of the bound tenant and of no other.
 */
@NullMarked
package com.duespark.domain.storage;

import org.jspecify.annotations.NullMarked;
