/**
 * Who works for a business, and with which role.
 *
 * <p>Owns {@code tenant_members} and {@code invitations}. Always true: the role of a request is
 * read here each time and never trusted from a token (AUT-06); a business keeps at least one active
 * owner (TEN-05); nobody learns from an invitation whether its address has an account.
 */
@NullMarked
package com.duespark.domain.members;

import org.jspecify.annotations.NullMarked;
