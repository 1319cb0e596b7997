package org.escale.client.os.linux;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;

/** Notices that the programs a visit cannot live without have ended by themselves. Thread-safe. */
public final class LifeWatch {

  private final AtomicReference<@Nullable SessionId> watched = new AtomicReference<>();
  private volatile Consumer<SessionId> listener = _ -> {};

  /** Who is told, from another thread. */
  public void tell(Consumer<SessionId> whenLost) {
    listener = whenLost;
  }

  /** From now on this visit is meant to live. */
  public void begin(SessionId session) {
    watched.set(session);
  }

  /** The visit under watch ends when this program does. */
  public void dependOn(Process program) {
    SessionId session = watched.get();
    if (session != null) {
      CompletableFuture<Void> _ = program.onExit().thenRun(() -> ended(session));
    }
  }

  /** What ends now was meant to. */
  public void end() {
    watched.set(null);
  }

  private void ended(SessionId session) {
    if (watched.compareAndSet(session, null)) {
      listener.accept(session);
    }
  }
}
