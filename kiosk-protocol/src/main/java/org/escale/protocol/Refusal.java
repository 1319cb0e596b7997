package org.escale.protocol;

/** The body of every refused question, with an HTTP status of 4xx. */
public record Refusal(RefusalReason reason) {}
