package org.escale.server;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.escale.protocol.Language;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingListener;
import org.escale.server.booking.web.BookingPages;
import org.escale.server.booking.web.DeskPages;
import org.escale.server.help.web.HelpActions;
import org.escale.server.live.RoomChanges;
import org.escale.server.live.web.RoomPages;
import org.escale.server.opening.web.OpeningPages;
import org.escale.server.opening.web.PolicyPages;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.queue.web.DisplayPages;
import org.escale.server.queue.web.QueuePages;
import org.escale.server.sessions.web.CodeActions;
import org.escale.server.sessions.web.EarlyClosingPages;
import org.escale.server.sessions.web.RoomActions;
import org.escale.server.staff.web.StaffGate;
import org.escale.server.stations.ReportListener;
import org.escale.server.stations.Room;
import org.escale.server.usage.web.UsagePages;
import org.escale.server.workshops.web.WorkshopPages;

/** Wires the console: what mediators see of the room at once, and what they do about it. */
final class ConsoleAssembly implements AutoCloseable, BookingListener, ReportListener {

  private final RoomChanges changes = new RoomChanges();
  private final RoomPages pages;
  private final QueuePages queuePages;
  private final DisplayPages display;
  private final List<Routes> routes;

  ConsoleAssembly(
      StoryAssembly story,
      Room room,
      StaffGate gate,
      AuditTrail audit,
      ServerConfig config,
      InstantSource clock) {
    ZoneId zone = config.zone();
    queuePages = new QueuePages(story.queue, changes, gate::stillSignedIn, audit, zone, clock);
    display = new DisplayPages(story.queue, changes, config.centreName(), zone, clock);
    pages = new RoomPages(new ConsoleRoom(room, story, zone, clock), changes, gate::stillSignedIn);
    routes =
        List.of(
            pages,
            new RoomActions(story.sessions, story.sessionOrders, audit),
            new CodeActions(story.unlockCodes, changes, audit),
            new EarlyClosingPages(story.earlyClosing, audit, zone),
            new OpeningPages(story.opening, () -> story.diary.heldOutsideOpening().size(), audit),
            new PolicyPages(story.opening, audit),
            new DeskPages(
                story.bookings, story.heldBookings, story.diary, story.plans, audit, zone),
            new BookingPages(story.heldBookings, story.diary, story.plans, audit, zone),
            queuePages,
            display,
            new WorkshopPages(story.workshops, audit, zone, clock),
            new HelpActions(story.help, changes, audit),
            new UsagePages(story.usage, guide -> story.guides.titleOf(guide, Language.FRENCH)));
    room.watch(_ -> changes.announce());
    story.news.watch(this);
    story.opening.listen(changes::announce);
  }

  List<Routes> routes() {
    return routes;
  }

  /** The last of all listeners: what they have stored can be seen now. */
  @Override
  public void take(StationId station, Report report) {
    changes.announce();
  }

  @Override
  public void booked(Booking booking) {
    changes.announce();
  }

  @Override
  public void changed() {
    changes.announce();
  }

  /** Lets every browser go. */
  @Override
  public void close() {
    pages.close();
    queuePages.close();
    display.close();
  }
}
