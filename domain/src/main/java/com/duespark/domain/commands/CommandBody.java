package com.duespark.domain.commands;

/** What a command asks for; one family of records for each kind of thing that can be asked. */
public interface CommandBody {}
