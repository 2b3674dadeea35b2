/** The database that tests run on. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.storage;
