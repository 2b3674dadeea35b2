/**
 * The whole running system as its users meet it: the program with its own PostgreSQL and Temporal,
 * and the sandbox in place of the providers, all over HTTP. One {@link
 * com.duespark.worker.system.Rig} serves every test; each test founds a business of its own, so
 * none sees another's rows or mails.
 */
@NullMarked
package com.duespark.worker.system;

import org.jspecify.annotations.NullMarked;
