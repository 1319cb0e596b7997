package org.escale.client.agent;

import java.net.URI;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.function.Consumer;
import org.escale.client.station.port.BootClock;
import org.escale.client.station.port.ShellHost;
import org.escale.client.station.port.SlipPrinter;
import org.escale.client.station.port.VisitSpace;

/**
 * What a station stands on.
 *
 * @param shellUser whose programs may say that they are the shell
 * @param guideSites is told the official sites of the centre's guides; from any thread
 * @param rehearsal nothing is locked or isolated
 */
record Machine(
    VisitSpace space,
    ShellHost shellHost,
    SlipPrinter slips,
    BootClock clock,
    UserPrincipal shellUser,
    Consumer<List<URI>> guideSites,
    boolean rehearsal) {}
