package org.escale.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.protocol.BookingId;
import org.escale.server.platform.CannotStartException;
import org.escale.tour.bench.Aim;
import org.escale.tour.bench.BenchReport;
import org.escale.tour.bench.Measure;
import org.escale.tour.bench.Median;

/**
 * How fast the nearest fitting slot is found and booked, durably, in a centre of forty stations
 * that is full to nine tenths for a fortnight; and what a long past costs.
 */
final class BookingBench {

  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final List<Integer> CLIENTS = List.of(1, 32);
  private static final List<Integer> PAST_DAYS = List.of(1, 100, 1_000);
  private static final int LOOKS = 2_000;
  private static final double MICROS = 1_000;
  private static final double MILLIS = 1_000_000;

  private final Path dir;
  private final Path repository;
  private final PrintStream out;

  BookingBench(Path dir, Path repository, PrintStream out) {
    this.dir = dir;
    this.repository = repository;
    this.out = out;
  }

  /**
   * @param slowDisk whether this disk is slowed, which has another aim
   */
  void run(boolean slowDisk) throws IOException, CannotStartException {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure("fsync of this disk, median", DiskTime.fsyncMs(dir), "ms", null));
    try (BookingCentre centre = BookingCentre.open(freshDir("full"), 1)) {
      measures.addAll(bookings(centre, slowDisk ? 50 : 15));
    }
    if (!slowDisk) {
      measures.addAll(past());
    }
    String name = slowDisk ? "booking-on-a-slow-disk" : "booking";
    new BenchReport(name, repository).publish(measures, out);
  }

  /** Each number of clients in turns, several times; the first turn warms up and is not counted. */
  private List<Measure> bookings(BookingCentre centre, double p99Aim) {
    Map<Integer, List<Round>> rounds = new TreeMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (int clients : CLIENTS) {
        Round done = round(centre, clients);
        if (round > 0) {
          rounds.computeIfAbsent(clients, _ -> new ArrayList<>()).add(done);
        }
      }
    }
    List<Measure> measures = new ArrayList<>();
    rounds.forEach(
        (clients, all) -> {
          String with = clients == 1 ? "1 client" : clients + " clients";
          measures.add(
              new Measure("bookings with " + with, median(all, Round::perSecond), "/s", null));
          measures.add(
              new Measure("p50 with " + with, median(all, each -> each.at(0.50)), "ms", null));
          measures.add(
              new Measure(
                  "p99 with " + with,
                  median(all, each -> each.at(0.99)),
                  "ms",
                  clients == 1 ? null : Aim.under(p99Aim)));
        });
    return measures;
  }

  /**
   * @param nanos what each booking took, ascending
   */
  private record Round(List<Long> nanos, double seconds) {

    double perSecond() {
      return nanos.size() / seconds;
    }

    double at(double share) {
      return nanos.get((int) Math.floor(share * (nanos.size() - 1))) / MILLIS;
    }
  }

  private interface Figure {
    double of(Round round);
  }

  private static double median(List<Round> rounds, Figure figure) {
    return Median.of(rounds.stream().map(figure::of).toList());
  }

  private static Round round(BookingCentre centre, int clients) {
    Callable<List<Long>> client = () -> bookAndGiveBack(centre);
    long began = System.nanoTime();
    List<Long> nanos = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (Future<List<Long>> done : threads.invokeAll(Collections.nCopies(clients, client))) {
        nanos.addAll(done.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e);
    }
    Collections.sort(nanos);
    return new Round(nanos, (System.nanoTime() - began) / (MILLIS * 1_000));
  }

  /** Giving back keeps the centre as full as it was; its time is not counted as a booking's. */
  private static List<Long> bookAndGiveBack(BookingCentre centre) {
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + ROUND.toNanos();
    while (System.nanoTime() < end) {
      long pressed = System.nanoTime();
      BookingId booked =
          centre.bookNext().orElseThrow(() -> new IllegalStateException("the centre is full"));
      nanos.add(System.nanoTime() - pressed);
      centre.giveBack(booked);
    }
    return nanos;
  }

  private List<Measure> past() throws IOException, CannotStartException {
    List<Measure> measures = new ArrayList<>();
    for (int days : PAST_DAYS) {
      try (BookingCentre centre = BookingCentre.open(freshDir("past-" + days), days)) {
        String behind = days == 1 ? "1 day behind" : days + " days behind";
        measures.add(new Measure("search with " + behind, searchMicros(centre), "µs", null));
        round(centre, 1);
        measures.add(
            new Measure("p50 with 1 client, " + behind, round(centre, 1).at(0.50), "ms", null));
      }
    }
    return measures;
  }

  private static double searchMicros(BookingCentre centre) {
    List<Double> micros = new ArrayList<>();
    for (int look = 0; look < LOOKS; look++) {
      long began = System.nanoTime();
      if (centre.look().isEmpty()) {
        throw new IllegalStateException("nothing is free");
      }
      micros.add((System.nanoTime() - began) / MICROS);
    }
    return Median.of(micros.subList(LOOKS / 2, LOOKS));
  }

  private Path freshDir(String name) throws IOException {
    return Files.createDirectories(dir.resolve(name));
  }
}
