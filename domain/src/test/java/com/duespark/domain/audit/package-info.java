/** Facts about the audit log and its chain. */
@org.jspecify.annotations.NullMarked
package com.duespark.domain.audit;
