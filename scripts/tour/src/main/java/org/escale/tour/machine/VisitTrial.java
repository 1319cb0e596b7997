package org.escale.tour.machine;

import java.time.Instant;
import org.escale.tour.room.Await;
import org.escale.tour.story.Receipt;
import org.escale.tour.story.Tour;

/** A whole visit on the machine, with its keys pressed meanwhile. */
final class VisitTrial {

  private static final String PHASES =
      "journalctl -u escale-agent -o cat --since -5min | grep -i -E 'wip|eras' | tail -4";

  private final Station station;
  private final Finds finds;

  VisitTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  void run() {
    Instant unlocked = Instant.now();
    String digits = station.openVisit();
    finds.tell("from the mediator's press to the session", StartTrial.since(unlocked));
    Await.until(
        "the stand-in's first page in the browser",
        station.patience(),
        () -> station.centre().standIn().requests("GET www.service-public.gouv.fr/") > 0);
    finds.find(true, "the visit's browser shows the start page", "the site was asked for it");
    station.picture("session");
    wallsStand();
    new KeysTrial(station, finds).run("InSession", "session");
    hideAndComeBack(digits);
    station.picture("session-again");
    Instant ended = Instant.now();
    station.endVisit();
    finds.tell("from \"End\", goodbye left at once, to the first screen", StartTrial.since(ended));
    station.picture("erased");
    proven(station, finds);
    finds.tell("the wipe's parts", station.root().say(PHASES).output().strip());
  }

  private void wallsStand() {
    VisitOfPc visit = station.visit();
    finds.same("memory.max of the visit", "2147483648", visit.figure("memory.max"));
    finds.same("memory.swap.max of the visit", "0", visit.figure("memory.swap.max"));
    finds.same("pids.max of the visit", "2000", visit.figure("pids.max"));
    finds.find(
        !visit.succeeds("exec 3<>/dev/tcp/10.0.2.2/22"),
        "the visit reaches the room's network",
        "no");
    finds.find(
        !visit.succeeds("test -e /run/dbus/system_bus_socket"),
        "the visit sees the system bus",
        "no");
    String mightier =
        station
            .root()
            .run(
                "for id in $(pgrep -u visitor); do cat /proc/$id/oom_score_adj; done | sort -n |"
                    + " head -1");
    finds.find(
        Integer.parseInt(mightier) >= 0,
        "no program of the visit is spared when memory runs out",
        "the least oom_score_adj is " + mightier);
  }

  private void hideAndComeBack(String digits) {
    station.visitor().presses("hide");
    station.visitor().sees("hidden");
    station.picture("hidden");
    finds.same("the hidden visit is frozen", "1", station.visit().figure("cgroup.freeze"));
    new KeysTrial(station, finds).run("Hidden", "hidden");
    station.visitor().types(digits);
    station.visitor().sees("session");
    finds.find(true, "the ticket's digits bring it back", "the session stands there");
  }

  /** The server has a clean receipt, and the audit, which doubts the wipe, finds nothing. */
  static void proven(Station station, Finds finds) {
    station.mediator().watchRoom();
    station.mediator().awaitState(Tour.STATION, "free");
    Receipt receipt = station.mediator().lastReceipt(Tour.STATION);
    finds.find(receipt.residue().equals("0"), "the newest receipt", receipt.toString());
    RootLine.Said audit = station.root().say("/usr/share/escale/kiosk-agent audit");
    finds.find(audit.exitCode() == 0, "kiosk-agent audit", audit.output().strip());
  }
}
