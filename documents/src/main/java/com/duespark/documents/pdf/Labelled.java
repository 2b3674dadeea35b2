package com.duespark.documents.pdf;

/** A line of a sheet with words on the left and a figure on the right. */
record Labelled(String label, String figure) {}
