package org.escale.client.agent;

import java.nio.file.attribute.UserPrincipal;
import org.escale.client.station.port.BootClock;
import org.escale.client.station.port.ShellHost;
import org.escale.client.station.port.SlipPrinter;
import org.escale.client.station.port.VisitSpace;

/**
 * What a station stands on.
 *
 * @param shellUser whose programs may say that they are the shell
 * @param rehearsal nothing is locked or isolated
 */
record Machine(
    VisitSpace space,
    ShellHost shellHost,
    SlipPrinter slips,
    BootClock clock,
    UserPrincipal shellUser,
    boolean rehearsal) {}
