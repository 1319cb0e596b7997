package org.escale.protocol;

/**
 * The part of a ticket that anyone may see, on displays and in the console. Unique among the
 * tickets within two hours of now; says nothing about who holds it.
 */
public record PublicTicket(Pictogram pictogram, TicketColour colour) {}
