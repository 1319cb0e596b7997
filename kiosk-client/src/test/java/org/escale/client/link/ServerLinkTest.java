package org.escale.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.client.station.BootTime;
import org.escale.client.station.port.BootClock;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Welcome;
import org.junit.jupiter.api.Test;

class ServerLinkTest {

  private static final BootClock CLOCK = () -> new BootTime(Duration.ofNanos(System.nanoTime()));
  private static final Hello HELLO = new Hello(1, 1, "1.0", StationStateName.LOCKED, null, 7, true);
  private static final LinkTimes QUICK =
      new LinkTimes(Duration.ofMillis(200), Duration.ofMillis(900));

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  @Test
  void saysHelloWithItsSecretAndCarriesFramesBothWays() throws Exception {
    try (TestLinkServer server = new TestLinkServer(new TestAuthority());
        ServerLink link = link(server.membership())) {
      link.start();
      awaitHeard("opened");
      Command.Hold hold = new Command.Hold(CommandId.random(), null, null);
      server.tell(hold);
      Report report = new Report.CommandResult(ReportId.random(), hold.id(), CommandOutcome.DONE);
      link.send(report);

      awaitHeard("opened", "commanded " + hold.id(), "acknowledged " + report.id());
      assertThat(server.hellos).containsExactly(HELLO);
      assertThat(server.reports).containsExactly(report);
      assertThat(server.credentials)
          .containsExactly(Protocol.LINK_PATH + " Bearer " + TestLinkServer.SECRET);
    }
  }

  @Test
  void comesBackWhenItIsCutOff() throws Exception {
    try (TestLinkServer server = new TestLinkServer(new TestAuthority());
        ServerLink link = link(server.membership())) {
      link.start();
      awaitHeard("opened");

      server.cutOff();

      awaitHeard("opened", "closed", "opened");
    }
  }

  @Test
  void staysOpenWithNothingToSay() throws Exception {
    try (TestLinkServer server = new TestLinkServer(new TestAuthority());
        ServerLink link = link(server.membership())) {
      link.start();
      awaitHeard("opened");

      BootTime later = CLOCK.now().plus(QUICK.deadAfter().multipliedBy(2));
      await().until(() -> CLOCK.now().reached(later));
      assertThat(heard).containsExactly("opened");
    }
  }

  @Test
  void givesUpOnFramesThatAreNoneOrTooLong() throws Exception {
    for (String bad : List.of("nonsense", "{\"type\":\"Dance\"}", "x".repeat(70_000))) {
      heard.clear();
      try (TestLinkServer server = new TestLinkServer(new TestAuthority());
          ServerLink link = link(server.membership())) {
        link.start();
        awaitHeard("opened");

        server.tell(bad);

        await().untilAsserted(() -> assertThat(heard).startsWith("opened", "closed"));
      }
    }
  }

  @Test
  void speaksToNoServerOfAnotherAuthority() throws Exception {
    try (TestLinkServer server = new TestLinkServer(new TestAuthority())) {
      Membership real = server.membership();
      Membership elsewhere =
          new Membership(
              real.server(),
              real.station(),
              real.secret(),
              new TestAuthority().certificate(),
              real.stationName(),
              real.centreName());
      try (ServerLink link = link(elsewhere)) {
        link.start();

        await().untilAsserted(() -> assertThat(heard).startsWith("closed"));
        assertThat(server.credentials).isEmpty();
      }
    }
  }

  @Test
  void speaksToNoServerOfAnotherName() throws Exception {
    try (TestLinkServer server = new TestLinkServer(new TestAuthority())) {
      Membership real = server.membership();
      Membership byAddress =
          new Membership(
              URI.create("https://127.0.0.1:" + server.getPort()),
              real.station(),
              real.secret(),
              real.authority(),
              real.stationName(),
              real.centreName());
      try (ServerLink link = link(byAddress)) {
        link.start();

        await().untilAsserted(() -> assertThat(heard).startsWith("closed"));
        assertThat(server.credentials).isEmpty();
      }
    }
  }

  private ServerLink link(Membership membership) {
    return new ServerLink(
        membership,
        () -> HELLO,
        CLOCK,
        QUICK,
        new ServerLink.Listener() {
          @Override
          public void opened(Welcome welcome) {
            heard.add("opened");
          }

          @Override
          public void commanded(Command command) {
            heard.add("commanded " + command.id());
          }

          @Override
          public void acknowledged(ReportId report) {
            heard.add("acknowledged " + report);
          }

          @Override
          public void closed() {
            heard.add("closed");
          }
        });
  }

  private void awaitHeard(String... what) {
    await().untilAsserted(() -> assertThat(heard).containsExactly(what));
  }
}
