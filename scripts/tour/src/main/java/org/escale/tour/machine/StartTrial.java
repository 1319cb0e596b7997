package org.escale.tour.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.escale.tour.room.BrowserTrust;
import org.escale.tour.room.RoomException;
import org.escale.tour.story.Tour;

/** From the power button to the first screen; then it becomes one of a centre's stations. */
final class StartTrial {

  /** The station's files with one more authority that the browser trusts: the stand-in's. */
  private static final String DEMONSTRATION_DIR = "/srv/demonstration";

  private final Station station;
  private final Finds finds;

  StartTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  void run(Instant poweredOn) {
    station.awaitScreen("not-available", station.patience().multipliedBy(4));
    finds.find(
        true,
        "the shell stands on the screen, not enrolled yet",
        since(poweredOn) + " after power-on");
    station.picture("not-enrolled");
    finds.tell("what starts it", station.root().run("systemd-analyze | head -1"));
    finds.same("systemd is content", "running", state());
    enrol();
  }

  private String state() {
    String state = station.root().say("systemctl is-system-running --wait").output().strip();
    String failed = station.root().run("systemctl --failed --plain --no-legend | cut -d' ' -f1");
    return failed.isEmpty() ? state : state + " (" + failed.replace('\n', ' ') + ")";
  }

  private void enrol() {
    station
        .mediator()
        .setUp(station.centre().server().setupCode(), "camille", Tour.newPassphrase());
    String code = station.mediator().addStation(Tour.STATION);
    station.root().run(settings());
    trustStandIn();
    station.root().run("systemctl restart escale-agent.service");
    String server =
        "https://%s:%d".formatted(station.server().getHost(), station.server().getPort());
    finds.tell(
        "the enrolment",
        station.root().run("/usr/share/escale/kiosk-agent enrol " + code + " --server " + server));
    station.awaitScreen("language", station.patience().multipliedBy(2));
    station.mediator().watchRoom();
    station.mediator().awaitState(Tour.STATION, "free");
    finds.find(true, "enrolled, wiped, offered by the server", "the first screen stands there");
    station.picture("welcome");
  }

  private String settings() {
    return """
    cat >>/etc/escale/agent.properties <<'END'
    station-dir = %1$s
    network.extra-hosts = %2$s
    start-page = https://www.service-public.gouv.fr/
    sticks = removable
    time.opening = %3$s
    END
    cp -R /usr/share/escale/station %1$s
    mkdir -p %1$s/bubble/home/.pki/nssdb
    """
        .formatted(DEMONSTRATION_DIR, station.centre().standIn().hosts(), station.patience());
  }

  private void trustStandIn() {
    Path storeDir = station.centre().folders().room().resolve("trust");
    BrowserTrust.add(storeDir, station.centre().standIn().authorityPath());
    for (String name : new String[] {"cert9.db", "key4.db", "pkcs11.txt"}) {
      station
          .root()
          .run(
              "base64 -d >%s/bubble/home/.pki/nssdb/%s <<'END'\n%s\nEND"
                  .formatted(DEMONSTRATION_DIR, name, content(storeDir.resolve(name))));
    }
    station.root().run("chmod -R a+rX " + DEMONSTRATION_DIR);
  }

  private static String content(Path path) {
    try {
      return Base64.getMimeEncoder().encodeToString(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new RoomException("no trust in the stand-in", e);
    }
  }

  static String since(Instant then) {
    return "%.1f s".formatted(Duration.between(then, Instant.now()).toMillis() / 1000.0);
  }
}
