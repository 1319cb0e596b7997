package org.escale.server.bring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.escale.protocol.Bringing;
import org.escale.protocol.DocumentKind;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * One document between a telephone and a station: one piece of it at a time, in memory, from the
 * thread of the one to the thread of the other. Neither touches the other's connection. Whoever
 * waits too long, or breaks, breaks it for both. Thread-safe.
 */
public final class Handover {

  static final int PIECE_BYTES = 64 * 1024;

  /** For a station to take the next piece. */
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(25);

  /** For a telephone to send it: more than a connection may be silent. */
  private static final Duration SENT_WITHIN = Duration.ofSeconds(40);

  private final UUID id = UUID.randomUUID();
  private final SessionId session;
  private final DocumentKind kind;
  private final long size;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private byte @Nullable [] piece;
  private boolean whole;
  private boolean broken;
  private Bringing.@Nullable Outcome outcome;

  Handover(SessionId session, DocumentKind kind, long size) {
    this.session = session;
    this.kind = kind;
    this.size = size;
  }

  public UUID id() {
    return id;
  }

  SessionId session() {
    return session;
  }

  public DocumentKind kind() {
    return kind;
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /**
   * The telephone's side: hands all of it over.
   *
   * @param first what of it was read before
   * @return false if the station has gone, or takes nothing more
   * @throws IOException if the telephone has gone; the station is told
   */
  boolean read(byte[] first, InputStream rest, Duration within)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    try {
      boolean taken = give(first);
      for (long left = size - first.length; taken && left > 0; ) {
        byte[] next = rest.readNBytes((int) Math.min(left, PIECE_BYTES));
        if (next.length == 0 || System.nanoTime() > until) {
          throw new IOException("the telephone has gone");
        }
        left -= next.length;
        taken = give(next);
      }
      if (taken) {
        set(() -> whole = true);
        taken = await(() -> piece == null || broken, TAKEN_WITHIN) && !isBroken();
      }
      return taken;
    } finally {
      if (!isWhole()) {
        breakOff();
      }
    }
  }

  /**
   * The station's side: writes all of it.
   *
   * @throws IOException if either side has gone; what was written is not whole
   */
  public void writeTo(OutputStream station) throws IOException, InterruptedException {
    boolean done = false;
    try {
      for (long left = size; left > 0; ) {
        byte[] next = take();
        station.write(next);
        left -= next.length;
      }
      done = true;
    } finally {
      if (!done) {
        breakOff();
      }
    }
  }

  /** Nothing more comes or goes. */
  void breakOff() {
    set(() -> broken = true);
  }

  void told(Bringing.Outcome said) {
    set(() -> outcome = said);
  }

  /** What the station says has become of it; empty if it does not say. */
  Optional<Bringing.Outcome> awaitOutcome(Duration patience) throws InterruptedException {
    await(() -> outcome != null, patience);
    lock.lock();
    try {
      return Optional.ofNullable(outcome);
    } finally {
      lock.unlock();
    }
  }

  private boolean give(byte[] next) throws InterruptedException {
    if (!await(() -> piece == null || broken, TAKEN_WITHIN) || isBroken()) {
      return false;
    }
    set(() -> piece = next);
    return true;
  }

  private byte[] take() throws IOException, InterruptedException {
    await(() -> piece != null || broken, SENT_WITHIN);
    lock.lock();
    try {
      byte[] next = piece;
      if (next == null || broken) {
        throw new IOException("the document is not whole");
      }
      piece = null;
      changed.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  private boolean isWhole() {
    return look(() -> whole);
  }

  private boolean isBroken() {
    return look(() -> broken);
  }

  private boolean look(BooleanSupplier what) {
    lock.lock();
    try {
      return what.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  private void set(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean await(BooleanSupplier what, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!what.getAsBoolean() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return what.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
