/**
 * Accounts: people before and beside any business; how they sign in and found one.
 *
 * <p>Owns {@code users}, {@code sessions}, {@code refresh_tokens}, {@code account_tokens}, {@code
 * login_brakes} and what is written to {@code account_deliveries}. Does not own roles ({@code
 * members}). Always true: no password and no token is stored, only hashes; a refresh token works
 * once; an address is slowed down whether it has an account or not.
 */
@NullMarked
package com.duespark.domain.accounts;

import org.jspecify.annotations.NullMarked;
