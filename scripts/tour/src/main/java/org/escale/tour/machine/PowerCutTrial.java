package org.escale.tour.machine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Collectors;
import org.escale.tour.room.Await;
import org.escale.tour.story.Receipt;
import org.escale.tour.story.Tour;

/**
 * The plug is pulled in the middle of a visit. The next start erases before anything else, and
 * nothing that the visit wrote or typed is anywhere on the disk.
 */
final class PowerCutTrial {

  /** Where they are on keyboards of all countries that are written in these letters. */
  private static final String LETTERS = "bcdefghijklnoprstuvxy";

  private static final int LENGTH = 32;

  private final Station station;
  private final Finds finds;

  PowerCutTrial(Station station, Finds finds) {
    this.station = station;
    this.finds = finds;
  }

  void run() {
    String written = word();
    String typed = word();
    String known = word();
    Receipt before = receipt();
    station.openVisit();
    station.root().run("echo %s >/root/known; sync".formatted(known));
    plant(written, typed);
    station.picture("before-the-power-cut");
    station.pc().cutPower();

    search(written, typed, known);

    Instant poweredOn = Instant.now();
    station.powerOnAgain();
    station.awaitScreen("language", station.patience().multipliedBy(4));
    finds.find(
        true,
        "after the power cut the station stands in Locked",
        StartTrial.since(poweredOn) + " after power-on");
    station.picture("after-the-power-cut");
    VisitTrial.proven(station, finds);
    Receipt after = receipt();
    finds.find(
        Integer.parseInt(after.number()) > Integer.parseInt(before.number()),
        "a receipt of after the power cut",
        "number " + after.number() + " after " + before.number());
  }

  private void plant(String written, String typed) {
    station.visit().run(writeEverywhere(written));
    Await.until(
        "the stand-in's first page in the browser",
        station.patience(),
        () -> station.centre().standIn().requests("GET www.service-public.gouv.fr/") > 0);
    station.hands().press("ctrl+l");
    station.visitor().types(typed);
    station.hands().press("ret");
    // What is on its way to the disk gets there, and what is written now and then is.
    Pause.of(20_000);
    station.root().run("sync");
    finds.find(
        !station.root().run("pgrep -cf %s || true".formatted(written)).equals("0"),
        "the word is in the visit's memory",
        "one of her programs bears it");
  }

  private static String writeEverywhere(String word) {
    return """
    for dir in "$HOME" "$HOME/Downloads" /tmp /var/tmp /dev/shm "/run/user/$(id -u)"; do
      for time in 1 2 3 4 5 6 7 8; do echo "%1$s" >>"$dir/%1$s"; done
    done
    logger "%1$s"
    (exec -a "%1$s" sleep 3600) >/dev/null 2>&1 </dev/null &
    """
        .formatted(word);
  }

  private void search(String written, String typed, String known) {
    DiskSearch disk = new DiskSearch(station.files().disk());
    long control = disk.count(known);
    finds.find(control > 0, "for comparison, a word that root wrote", "is found on the disk");
    finds.same("found on the disk of what the visit's programs wrote", 0L, disk.count(written));
    finds.same("found on the disk of what was typed in the browser", 0L, disk.count(typed));
  }

  private Receipt receipt() {
    return station.mediator().lastReceipt(Tour.STATION);
  }

  private static String word() {
    return new SecureRandom()
        .ints(LENGTH, 0, LETTERS.length())
        .mapToObj(at -> LETTERS.substring(at, at + 1))
        .collect(Collectors.joining());
  }
}
