package org.escale.protocol;

/** The server has stored this report durably; the station may forget it. */
public record ReportAck(ReportId report) implements ToStation {}
