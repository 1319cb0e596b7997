package org.escale.server.platform.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Writes that wait together share one commit, which is what makes
 * durable writes cheap. If one of them fails, all are done again, each with a commit of its own.
 */
final class WriteQueue implements AutoCloseable {

  private static final int MAX_WAITING = 1_000;
  private static final int MAX_TOGETHER = 64;
  private static final Duration MAX_WAIT_FOR_PLACE = Duration.ofSeconds(10);

  private final Handle handle;
  private final BlockingQueue<Write<?>> queue = new ArrayBlockingQueue<>(MAX_WAITING, true);
  private final Thread thread;
  private volatile boolean closing;

  /** What takes back in memory what is not committed yet; the writing thread's alone. */
  private final Deque<Runnable> takingBack = new ArrayDeque<>();

  private WriteQueue(Handle handle) {
    this.handle = handle;
    this.thread = Thread.ofPlatform().name("database-writer").unstarted(this::run);
  }

  static WriteQueue start(Handle handle) {
    WriteQueue queue = new WriteQueue(handle);
    queue.thread.start();
    return queue;
  }

  <T extends @Nullable Object> T write(Function<Handle, T> work) {
    Handle writing = handleOfThisThread();
    if (writing != null) {
      return work.apply(writing);
    }
    Write<T> write = new Write<>(work, new CompletableFuture<>());
    enqueue(write);
    try {
      return write.answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new DatabaseException("a write failed", e);
    }
  }

  /** Within a write: does this if it is not stored in the end, the last of them first. */
  void ifNotStored(Runnable takeBack) {
    if (handleOfThisThread() == null) {
      throw new IllegalStateException("outside a write there is nothing to take back");
    }
    takingBack.push(takeBack);
  }

  @Nullable Handle handleOfThisThread() {
    return Thread.currentThread().equals(thread) ? handle : null;
  }

  boolean answersWithin(Duration limit) {
    Write<Boolean> nothing = new Write<>(_ -> true, new CompletableFuture<>());
    if (closing || !thread.isAlive() || !queue.offer(nothing)) {
      return false;
    }
    try {
      return nothing.answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  int waiting() {
    return queue.size();
  }

  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void enqueue(Write<?> write) {
    boolean placed = false;
    try {
      placed = !closing && queue.offer(write, MAX_WAIT_FOR_PLACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!placed) {
      throw new DatabaseException(closing ? "the database is closed" : "too many writes wait");
    }
    if (!thread.isAlive()) {
      refuseWhatWaits();
    }
  }

  private void run() {
    try (handle) {
      List<Write<?>> together = new ArrayList<>();
      while (awaitWrites(together)) {
        doTogether(together);
        together.clear();
      }
    } finally {
      closing = true;
      refuseWhatWaits();
    }
  }

  /** False once the queue is closed and empty. */
  private boolean awaitWrites(List<Write<?>> together) {
    while (true) {
      try {
        Write<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          together.add(first);
          queue.drainTo(together, MAX_TOGETHER - 1);
          return true;
        }
      } catch (InterruptedException e) {
        // Nobody interrupts this thread; a write that did must not stop the others.
        continue;
      }
      if (closing) {
        return false;
      }
    }
  }

  private void doTogether(List<Write<?>> together) {
    if (together.size() > 1 && commit(together).isEmpty()) {
      together.forEach(Write::succeed);
      return;
    }
    for (Write<?> alone : together) {
      commit(List.of(alone)).ifPresentOrElse(alone::fail, alone::succeed);
    }
  }

  /** All of them, or none: then what was in the way. */
  private Optional<Throwable> commit(List<Write<?>> writes) {
    try {
      ask("BEGIN IMMEDIATE");
      writes.forEach(write -> write.doWithin(handle));
      ask("COMMIT");
      takingBack.clear();
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      while (!takingBack.isEmpty()) {
        takingBack.pop().run();
      }
      rollBack();
      return Optional.of(e);
    }
  }

  private void ask(String sql) {
    try {
      handle.execute(sql);
    } catch (RuntimeException e) {
      throw new DatabaseException("a commit failed", e);
    }
  }

  private void rollBack() {
    try {
      handle.execute("ROLLBACK");
    } catch (RuntimeException e) {
      // SQLite has rolled back already, or never began; the callers are told of the first failure.
    }
  }

  private void refuseWhatWaits() {
    Write<?> write;
    while ((write = queue.poll()) != null) {
      write.fail(new DatabaseException("the database is closed"));
    }
  }

  /** One caller's work and what became of it. */
  private static final class Write<T extends @Nullable Object> {

    private final Function<Handle, T> work;
    private final CompletableFuture<T> answer;
    private Runnable success = () -> {};

    Write(Function<Handle, T> work, CompletableFuture<T> answer) {
      this.work = work;
      this.answer = answer;
    }

    void doWithin(Handle handle) {
      T value = work.apply(handle);
      success = () -> answer.complete(value);
    }

    void succeed() {
      success.run();
    }

    void fail(Throwable failure) {
      answer.completeExceptionally(failure);
    }
  }
}
