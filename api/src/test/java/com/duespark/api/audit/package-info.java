/** Facts about the audit log at the API's door. */
@org.jspecify.annotations.NullMarked
package com.duespark.api.audit;
