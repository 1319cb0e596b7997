package org.escale.client.agent;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.escale.client.journal.Journal;
import org.escale.client.station.BootTime;
import org.escale.client.station.Limits;
import org.escale.client.station.Outside;
import org.escale.client.station.Samples;
import org.escale.client.station.StationEvent;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationMachine;
import org.escale.client.station.StationState;
import org.escale.client.station.port.BroughtDocument;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Bringing;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.Language;
import org.escale.protocol.SessionId;

/**
 * An agent whose server is away, and to whom every printed code is typed, one visit after the
 * other. Says what it does, line by line, and is meant to be killed while it does.
 */
public final class CodeSpender {

  static final List<EmergencyCode> CODES =
      IntStream.range(0, 20)
          .mapToObj(number -> new EmergencyCode(Integer.toString(48_219_036 + number)))
          .toList();

  private final AgentLoop loop = new AgentLoop();
  private final EmergencyDraw draw = new EmergencyDraw();
  private final StationKeeper keeper;
  private final AtomicInteger typed = new AtomicInteger();

  private CodeSpender(Journal journal) throws Exception {
    keeper =
        new StationKeeper(
            new StationMachine(Limits.USUAL),
            () -> new BootTime(Duration.ofNanos(System.nanoTime())),
            new JournalKeeper(journal),
            new VisitThread(new SayingSpace(), Instant::now, loop::post),
            new Reports(Instant::now),
            _ -> {},
            "test");
  }

  /** Argument: the journal. */
  public static void main(String[] arguments) throws Exception {
    try (Journal journal = Journal.open(Path.of(arguments[0]))) {
      new CodeSpender(journal).run();
    }
  }

  private void run() {
    keeper.start(true);
    keeper.happened(new StationEvent.ShellArrived(1280, 800));
    loop.run(this::on);
  }

  private void on(AgentEvent event) {
    if (event instanceof AgentEvent.OfStation(StationEvent happened)) {
      keeper.happened(happened);
    } else if (event instanceof AgentEvent.Erased(var found)) {
      keeper.erased(found, Instant.now());
    }
    if (keeper.station().state() instanceof StationState.InSession) {
      keeper.happened(new Pressed.End());
      keeper.happened(new Pressed.Leave());
    } else if (keeper.station().state() instanceof StationState.Locked) {
      typeNext();
    }
  }

  private void typeNext() {
    if (typed.get() == CODES.size()) {
      say("done");
      Thread.currentThread().interrupt();
      return;
    }
    int number = typed.incrementAndGet();
    say("typed " + number);
    keeper
        .asked(new Pressed.Emergency(CODES.get(number - 1), draw.visit(Language.FRENCH)))
        .ifPresent(
            reason -> {
              say("refused " + reason);
              loop.post(new AgentEvent.OfStation(new StationEvent.Tick()));
            });
  }

  private static void say(String line) {
    System.out.println(line);
  }

  /** Says which code has opened a visit. */
  private final class SayingSpace implements VisitSpace {

    @Override
    public void whenLost(Consumer<SessionId> listener) {}

    @Override
    public void open(Plan plan) {
      say("opened " + typed);
    }

    @Override
    public void browse(URI address) {}

    @Override
    public void cover() {}

    @Override
    public void uncover() {}

    @Override
    public Outside look() {
      return Outside.NOTHING;
    }

    @Override
    public void openStick() {}

    @Override
    public void deleteDocuments() {}

    @Override
    public void save() {}

    @Override
    public Bringing.Outcome bring(SessionId session, BroughtDocument document) {
      return Bringing.Outcome.FAILED;
    }

    @Override
    public void eject() {}

    @Override
    public Erased erase() {
      return Samples.CLEAN;
    }
  }
}
