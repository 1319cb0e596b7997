package org.escale.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.escale.server.platform.CannotStartException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  @TempDir Path dir;
  private Database database;

  @BeforeEach
  void open() throws CannotStartException {
    database = Database.open(dir.resolve("test.db"));
    database.write(handle -> handle.execute("CREATE TABLE note (text TEXT PRIMARY KEY) STRICT"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void readsWhatWasWritten() {
    note("one");

    assertThat(notes(database)).containsExactly("one");
  }

  @Test
  void aFailingWriteLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      insert(handle, "half");
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(notes(database)).isEmpty();
  }

  @Test
  void aFailingWriteDoesNotSpoilThoseThatShareItsCommit() throws Exception {
    note("taken");
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newCachedThreadPool()) {
      Future<?> first = callers.submit(() -> hold(started, goOn));
      started.await();
      List<Future<Integer>> good =
          IntStream.range(0, 20).mapToObj(i -> callers.submit(() -> note("good " + i))).toList();
      Future<Integer> bad = callers.submit(() -> note("taken"));
      while (database.waitingWrites() < 21) {
        Thread.onSpinWait();
      }
      goOn.countDown();

      first.get();
      for (Future<Integer> each : good) {
        assertThat(each.get()).isEqualTo(1);
      }
      assertThatThrownBy(bad::get).hasMessageContaining("UNIQUE");
    }
    assertThat(notes(database)).hasSize(21);
  }

  @Test
  void whatAFailingWriteChangedInMemoryIsTakenBackTheLastFirst() {
    List<String> memory = new ArrayList<>();

    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      remember(memory, "one");
                      remember(memory, "two");
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    database.write(handle -> remember(memory, "three"));

    assertThat(memory).containsExactly("one", "two", "not two", "not one", "three");
  }

  @Test
  void whatIsNotCommittedIsTakenBackInMemoryToo() {
    database.write(
        handle ->
            handle.execute(
                "CREATE TABLE reply (note TEXT REFERENCES note (text)"
                    + " DEFERRABLE INITIALLY DEFERRED) STRICT"));
    List<String> memory = new ArrayList<>();

    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      remember(memory, "reply");
                      return handle.execute("INSERT INTO reply VALUES ('to nothing')");
                    }))
        .isInstanceOf(DatabaseException.class);

    assertThat(memory).containsExactly("reply", "not reply");
  }

  @Test
  void outsideAWriteNothingCanBeTakenBack() {
    assertThatThrownBy(() -> remember(new ArrayList<>(), "one"))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean remember(List<String> memory, String what) {
    database.ifNotStored(() -> memory.add("not " + what));
    return memory.add(what);
  }

  @Test
  void writesAreDoneInOrderOfArrival() {
    IntStream.range(0, 50).forEach(i -> note("%02d".formatted(i)));

    List<String> inOrder =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT text FROM note ORDER BY rowid")
                    .mapTo(String.class)
                    .list());
    assertThat(inOrder).isSorted().hasSize(50);
  }

  @Test
  void aWriteInsideAWriteIsPartOfIt() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      note("inner");
                      assertThat(notes(database)).containsExactly("inner");
                      throw new IllegalStateException("outer fails");
                    }))
        .hasMessage("outer fails");

    assertThat(notes(database)).isEmpty();
  }

  @Test
  void readersCannotWrite() {
    assertThatThrownBy(() -> database.read(handle -> insert(handle, "sly")))
        .hasMessageContaining("readonly");
  }

  @Test
  void foreignKeysAreKept() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle ->
                        handle.execute(
                            """
                            INSERT INTO station (centre_id, station_id, name, secret_hash,
                                                 enrolled_at_ms)
                            VALUES ('nobody', 's', 'Poste 1', 'h', 0)\
                            """)))
        .hasMessageContaining("FOREIGN KEY");
  }

  @Test
  void theAuditLogCannotBeChangedOrShortened() {
    CentreId centre = CentreId.of(database, InstantSource.system());
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO audit_log (centre_id, entry_number, at_ms, action)
                VALUES (?, 1, 0, 'test')\
                """,
                centre.toString()));

    assertThatThrownBy(
            () -> database.write(handle -> handle.execute("UPDATE audit_log SET action = 'x'")))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.write(handle -> handle.execute("DELETE FROM audit_log")))
        .hasMessageContaining("append-only");
  }

  @Test
  void aDatabaseOfANewerProgramIsRefused() {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO flyway_schema_history (installed_rank, version, description, type,
                    script, checksum, installed_by, installed_on, execution_time, success)
                VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, '', '2030-01-01 00:00:00.000', 1,
                    1)\
                """));
    database.close();

    assertThatThrownBy(() -> Database.open(dir.resolve("test.db")))
        .isInstanceOfSatisfying(
            CannotStartException.class,
            refusal ->
                assertThat(refusal.reason())
                    .isEqualTo(CannotStartException.Reason.DATABASE_NEWER_THAN_PROGRAM));
  }

  @Test
  void theFilesAreForTheServersUserAlone() throws Exception {
    note("one");
    Path looserPath = dir.resolve("looser.db");
    Files.createFile(
        looserPath,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    Database.open(looserPath).close();

    for (String file : List.of("test.db", "test.db-wal", "test.db-shm", "looser.db")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws Exception {
    Path path = dir.resolve("other.db");
    Files.writeString(path, "this is no database, but it is long enough to be taken for one");

    assertThatThrownBy(() -> Database.open(path))
        .isInstanceOfSatisfying(
            CannotStartException.class,
            refusal ->
                assertThat(refusal.reason())
                    .isEqualTo(CannotStartException.Reason.DATABASE_UNREADABLE));
  }

  @Test
  void saysWhetherItAnswers() {
    assertThat(database.answersWithin(Duration.ofSeconds(10))).isTrue();
    database.close();

    assertThat(database.answersWithin(Duration.ofSeconds(10))).isFalse();
    assertThatThrownBy(() -> note("late")).isInstanceOf(DatabaseException.class);
  }

  private int hold(CountDownLatch started, CountDownLatch goOn) {
    return database.write(
        handle -> {
          started.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return 0;
        });
  }

  private int note(String text) {
    return database.write(handle -> insert(handle, text));
  }

  private static int insert(Handle handle, String text) {
    return handle.execute("INSERT INTO note (text) VALUES (?)", text);
  }

  private static List<String> notes(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT text FROM note").mapTo(String.class).list());
  }
}
