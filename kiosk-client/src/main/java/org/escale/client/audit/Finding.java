package org.escale.client.audit;

/**
 * So many things of one kind at one place.
 *
 * @param place a mount point or another place of the machine's own; never a visitor's word
 */
public record Finding(Kind kind, String place, int count) {}
