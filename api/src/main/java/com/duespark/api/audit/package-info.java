/** The audit log over REST: read and export, by owners and admins (RBC-15). Nobody changes it. */
@NullMarked
package com.duespark.api.audit;

import org.jspecify.annotations.NullMarked;
