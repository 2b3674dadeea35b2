package com.duespark.domain.storage;

/** JSON kept as it is, for columns whose shape belongs to somebody else. */
public record JsonText(String value) {}
