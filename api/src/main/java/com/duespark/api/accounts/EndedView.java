package com.duespark.api.accounts;

/** How many sessions were ended. */
record EndedView(int ended) {}
