/**
 * Clerk as an identity provider: its events in our words, and how its ids lead to ours.
 *
 * <p>Owns {@code clerk_marks}, the mapping in {@code tenants.clerk_org_id}, the rows of {@code
 * user_identities} with provider CLERK and the two Clerk columns of {@code tenant_members}. Does
 * not own what a member may do ({@code members}). Always true: an older word never replaces a newer
 * one; what was deleted at Clerk stays deleted.
 */
@NullMarked
package com.duespark.domain.clerk;

import org.jspecify.annotations.NullMarked;
