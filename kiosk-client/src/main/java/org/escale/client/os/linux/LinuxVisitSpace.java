package org.escale.client.os.linux;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.escale.client.station.HomeRoom;
import org.escale.client.station.Outside;
import org.escale.client.station.Stick;
import org.escale.client.station.port.BroughtDocument;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceException;
import org.escale.protocol.Bringing;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipePhase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A visit on Linux: a bubble with its display, its network and its limits, and their end. Not
 * thread-safe, but for {@link #bring}; the thread that calls {@link #open} must live on, for the
 * visit dies with it.
 */
public final class LinuxVisitSpace implements VisitSpace {

  private static final Logger log = LoggerFactory.getLogger(LinuxVisitSpace.class);

  private static final Duration BROWSER_SOON = Duration.ofSeconds(30);

  private final LinuxSettings settings;
  private final Cgroups cgroups;
  private final ControlGroup group;
  private final RunFolders folders;
  private final VisitNetwork network;
  private final VisitDisplay display;
  private final VisitSound sound;
  private final Bubble bubble;
  private final Accounts accounts;
  private final PrinterWatch printer;
  private final Sticks sticks;
  private final Eraser eraser;
  private final LifeWatch life = new LifeWatch();
  private HomeRoom room = HomeRoom.ENOUGH;
  private final CommandRunner commands;

  /** Of the visit that is open; used by other threads too. */
  private volatile @Nullable Letterbox letterbox;

  /**
   * @throws VisitSpaceException if this machine lacks what a bubble needs: users, cgroups
   */
  public LinuxVisitSpace(LinuxSettings settings, CommandRunner commands)
      throws VisitSpaceException {
    this(settings, commands, AllowedSites.wholeWeb());
  }

  /**
   * @param sites where its browsers may go
   */
  public LinuxVisitSpace(LinuxSettings settings, CommandRunner commands, AllowedSites sites)
      throws VisitSpaceException {
    this(settings, commands, sites, phase -> log.debug("{} is over", phase));
  }

  /**
   * @param done is told each phase of a wipe that is over
   */
  LinuxVisitSpace(LinuxSettings settings, CommandRunner commands, Consumer<WipePhase> done)
      throws VisitSpaceException {
    this(settings, commands, AllowedSites.wholeWeb(), done);
  }

  private LinuxVisitSpace(
      LinuxSettings settings, CommandRunner commands, AllowedSites sites, Consumer<WipePhase> done)
      throws VisitSpaceException {
    try {
      this.settings = settings;
      this.commands = commands;
      this.accounts = Accounts.of(settings.users());
      Account visitor = accounts.visitor();
      this.cgroups = Cgroups.find();
      this.group = cgroups.group(settings.name() + "-visit");
      this.folders = new RunFolders(settings.runDir());
      this.network = new VisitNetwork(commands, settings);
      ControlGroup displayGroup = cgroups.group(settings.name() + "-display");
      this.display =
          new VisitDisplay(commands, settings, accounts.display(), folders, displayGroup);
      ControlGroup soundGroup = cgroups.group(settings.name() + "-sound");
      this.sound = new VisitSound(commands, settings, accounts, folders, soundGroup);
      this.sticks = new Sticks(commands, settings, visitor, folders);
      this.bubble = new Bubble(commands, settings, visitor, folders, group, sites);
      PrintJobs jobs = new PrintJobs(commands, settings.devices(), PrintJobs.PATIENCE);
      this.printer = new PrinterWatch(jobs::look, settings.devices().printSpoolDir());
      this.eraser =
          new Eraser(
              group,
              bubble,
              new MemoryFiles(commands, visitor),
              new SharedMemory(commands, accounts.ofVisit()),
              FiniteList.of(commands, settings, accounts, folders, network, display, sound, sticks),
              done);
    } catch (LinuxException e) {
      throw new VisitSpaceException("this machine cannot hold a visit", e);
    }
  }

  @Override
  public void whenLost(Consumer<SessionId> listener) {
    life.tell(listener);
  }

  @Override
  public void open(Plan plan) throws VisitSpaceException {
    try {
      life.begin(plan.session());
      room = HomeRoom.ENOUGH;
      cgroups.enableControllers();
      folders.create(accounts);
      MagicCookie cookie = display.start(plan.layout().visit());
      life.dependOn(display.process());
      network.create();
      bubble.prepare(display.socketPath(), cookie, sound.letIn(), sticks.prepare());
      sound.start(bubble.filterPath());
      display.awaitReady(plan.layout().visit());
      Letterbox made = Letterbox.make(commands, folders.visitDir(), plan.session());
      bubble.start(network.namespacePath(), plan.language(), plan.layout().visit(), made);
      letterbox = made;
      life.dependOn(bubble.process());
      bubble.browse(settings.startPage());
      display.awaitFirstWindow(BROWSER_SOON);
      display.show();
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be opened", e);
    }
  }

  @Override
  public void browse(URI address) throws VisitSpaceException {
    try {
      bubble.browse(address);
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be sent to an address", e);
    }
  }

  @Override
  public void cover() throws VisitSpaceException {
    try {
      display.hide();
      group.freeze();
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be covered", e);
    }
  }

  @Override
  public void uncover() throws VisitSpaceException {
    try {
      group.thaw();
      display.show();
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be uncovered", e);
    }
  }

  @Override
  public Outside look() throws VisitSpaceException {
    try {
      PrintJobs.Queue pages = printer.look();
      Stick stick = sticks.look();
      room = bubble.home().map(this::seen).orElse(room);
      return new Outside(
          pages.ready(),
          pages.printing().size(),
          pages.waiting().size(),
          sticks.areLetIn(),
          stick,
          bubble.saved(stick != null && stick.state().open()),
          room.full());
    } catch (LinuxException e) {
      throw new VisitSpaceException("what the visit has outside could not be looked at", e);
    }
  }

  /** Asks the kernel alone: neither a program nor a list of mounts. */
  private HomeRoom seen(File home) {
    return room.seen(home.getTotalSpace(), home.getUsableSpace());
  }

  @Override
  public void openStick() throws VisitSpaceException {
    try {
      bubble.openStick();
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be told to show the stick", e);
    }
  }

  @Override
  public void deleteDocuments() throws VisitSpaceException {
    try {
      bubble.deleteDocuments();
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be told to delete documents", e);
    }
  }

  @Override
  public void save() throws VisitSpaceException {
    try {
      if (sticks.isWritable()) {
        bubble.save();
      }
    } catch (LinuxException e) {
      throw new VisitSpaceException("the visit could not be told to save", e);
    }
  }

  @Override
  public void eject() throws VisitSpaceException {
    try {
      sticks.eject();
    } catch (LinuxException e) {
      throw new VisitSpaceException("the stick could not be made ready to be taken out", e);
    }
  }

  @Override
  public Bringing.Outcome bring(SessionId session, BroughtDocument document) {
    Letterbox current = letterbox;
    return current != null && current.isOf(session)
        ? current.put(document)
        : Bringing.Outcome.FAILED;
  }

  @Override
  public Erased erase() {
    life.end();
    Letterbox last = letterbox;
    if (last != null) {
      last.close();
      letterbox = null;
    }
    return eraser.erase();
  }
}
