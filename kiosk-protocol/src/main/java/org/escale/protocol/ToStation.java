package org.escale.protocol;

/** A frame from the server to a station. */
public sealed interface ToStation extends Frame permits Welcome, Goodbye, ReportAck, Command {}
