package org.escale.protocol;

/** Whatever crosses the link between a station and the server, one JSON text message each. */
public sealed interface Frame permits FromStation, ToStation {}
