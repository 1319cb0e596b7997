package org.escale.protocol;

/** A frame from a station to the server. */
public sealed interface FromStation extends Frame permits Hello, Report {}
