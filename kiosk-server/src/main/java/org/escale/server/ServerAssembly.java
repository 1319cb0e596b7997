package org.escale.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.escale.server.bring.PhoneDesk;
import org.escale.server.bring.web.BringRoutes;
import org.escale.server.bring.web.PhoneAddress;
import org.escale.server.bring.web.PhonePages;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.Clockwork;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.platform.http.Health;
import org.escale.server.platform.http.Metrics;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.WebServer;
import org.escale.server.platform.page.AuditTrail;
import org.escale.server.platform.trust.CentreAuthority;
import org.escale.server.platform.trust.ServerCertificate;
import org.escale.server.platform.trust.TrustPage;
import org.escale.server.staff.Accounts;
import org.escale.server.staff.AuditLog;
import org.escale.server.staff.FirstAdmin;
import org.escale.server.staff.OwnPassphrase;
import org.escale.server.staff.SignIn;
import org.escale.server.staff.jdbc.JdbcAuditLog;
import org.escale.server.staff.jdbc.JdbcStaff;
import org.escale.server.staff.web.AccountPages;
import org.escale.server.staff.web.OwnAccountPages;
import org.escale.server.staff.web.SetupRoutes;
import org.escale.server.staff.web.SignInRoutes;
import org.escale.server.staff.web.StaffAudit;
import org.escale.server.staff.web.StaffGate;
import org.escale.server.stations.EmergencySheets;
import org.escale.server.stations.ReportListener;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationEnrolment;
import org.escale.server.stations.StationIdentity;
import org.escale.server.stations.StationLinks;
import org.escale.server.stations.jdbc.JdbcEmergencySheets;
import org.escale.server.stations.jdbc.JdbcEnrolments;
import org.escale.server.stations.jdbc.JdbcStations;
import org.escale.server.stations.link.LinkDoor;
import org.escale.server.stations.link.LinkTimes;
import org.escale.server.stations.link.Switchboard;
import org.escale.server.stations.web.EmergencyPages;
import org.escale.server.stations.web.EnrolmentCodePages;
import org.escale.server.stations.web.EnrolmentRoutes;
import org.escale.server.stations.web.ReceiptPages;
import org.escale.server.stations.web.StationGate;
import org.escale.server.stations.web.StationSetupPages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All the wiring of the server, by hand, in the order of the story. One method per feature. */
public final class ServerAssembly implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ServerAssembly.class);
  private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(5);

  private final ServerConfig config;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** What must be closed, last opened first. */
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private final List<Routes> routes = new ArrayList<>();

  /** Each is told of every report of a station, in this order. */
  private final List<ReportListener> reportListeners = new CopyOnWriteArrayList<>();

  private final Database database;
  private final CentreId centre;
  private final CentreAuthority authority;
  private final Clockwork clockwork;
  private final FirstAdmin firstAdmin;
  private final StaffGate staffGate;
  private final AuditTrail audit;
  private final @Nullable String setupCode;
  private final Room room;
  private final Switchboard links;
  private final StationIdentity stationIdentity;
  private final StoryAssembly story;
  private final StationEnrolment enrolment;
  private final WebServer web;
  private final TrustPage trustPage;

  private ServerAssembly(ServerConfig config, InstantSource clock, LinkTimes linkTimes)
      throws CannotStartException {
    this.config = config;
    this.clock = clock;
    try {
      opened.push(DataFolder.take(config.dataDir()));
      database = opened(Database.open(DataFolder.databasePath(config.dataDir())));
      centre = CentreId.of(database, clock);
      authority =
          CentreAuthority.open(
              config.dataDir(), config.centreName(), config.hostNames(), random, clock);
      clockwork = opened(new Clockwork());
      platform();

      JdbcStaff staffStore = new JdbcStaff(database, centre);
      AuditLog auditLog = new JdbcAuditLog(database, centre, clock);
      SignIn signIn = new SignIn(staffStore, auditLog, random, clock);
      firstAdmin = new FirstAdmin(staffStore, auditLog, random, clock);
      staffGate = new StaffGate(signIn, firstAdmin);
      audit = new StaffAudit(auditLog);
      setupCode = staff(signIn);
      routes.add(new AccountPages(new Accounts(staffStore, random, clock), audit));
      routes.add(new OwnAccountPages(new OwnPassphrase(staffStore, auditLog, random), clock));

      JdbcStations stationStore = new JdbcStations(database, centre);
      room = new Room(stationStore, clock);
      stationIdentity = new StationIdentity(stationStore);
      enrolment =
          new StationEnrolment(
              new JdbcEnrolments(database, centre), authority.publicKey(), random, clock);
      links = new Switchboard(room, reportListeners, config.centreName(), config.zone(), linkTimes);
      stations();
      story =
          opened(
              new StoryAssembly(
                  config,
                  clock,
                  random,
                  DigitKeyFile.open(config.dataDir(), random),
                  database,
                  centre,
                  room,
                  links,
                  signIn::forgetThoseOver));
      story();
      telephones();
      opened(console());
      web = opened(startWeb());
      opened.push(links);
      trustPage = opened(startTrustPage());
      log.info("Centre {} is open.", centre);
    } catch (CannotStartException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Starts everything; returns when stations and browsers can connect. */
  public static ServerAssembly start(ServerConfig config, InstantSource clock)
      throws CannotStartException {
    return start(config, clock, LinkTimes.standard());
  }

  /** The same with other patience towards stations. */
  static ServerAssembly start(ServerConfig config, InstantSource clock, LinkTimes linkTimes)
      throws CannotStartException {
    return new ServerAssembly(config, clock, linkTimes);
  }

  public int httpsPort() {
    return web.port();
  }

  public int httpPort() {
    return trustPage.port();
  }

  /** Where staff open the console, as one of this machine's addresses. */
  public String consoleAddress() {
    return "https://%s:%d/".formatted(reachableAddress(), httpsPort());
  }

  /** What makes the first admin, see {@link FirstAdmin}; null if there is one. */
  public @Nullable String setupCode() {
    return setupCode;
  }

  /** Where a browser is told how to trust the console. */
  public String trustAddress() {
    return "http://%s:%d/".formatted(reachableAddress(), httpPort());
  }

  private String reachableAddress() {
    return config.bindAddress().equals("0.0.0.0")
        ? CentreAuthority.addressInTheRoom()
        : config.bindAddress();
  }

  Room room() {
    return room;
  }

  StationLinks links() {
    return links;
  }

  /** Who is told of every report, in this order; for tests that listen too. */
  List<ReportListener> reportListeners() {
    return reportListeners;
  }

  CentreAuthority authority() {
    return authority;
  }

  StationEnrolment enrolment() {
    return enrolment;
  }

  private void platform() {
    Metrics metrics = new Metrics(config.metricsToken());
    metrics.registry().gauge("escale.database.waiting.writes", database, Database::waitingWrites);
    routes.add(metrics);
    routes.add(new Health(() -> database.answersWithin(HEALTHY_WITHIN)));
  }

  /**
   * Beside every step: mediators and admins sign in.
   *
   * @return the set-up code, if the first admin is still to be made
   */
  private @Nullable String staff(SignIn signIn) throws CannotStartException {
    SetupCodeFile codeFile = new SetupCodeFile(config.dataDir());
    routes.add(staffGate);
    routes.add(new SignInRoutes(signIn, firstAdmin, clock));
    routes.add(new SetupRoutes(firstAdmin, signIn, codeFile::remove, clock));
    if (!firstAdmin.isMissing()) {
      return null;
    }
    String code = firstAdmin.issueCode();
    codeFile.write(code);
    return code;
  }

  /** Step 2: a station enrols, connects and is told what to do. */
  private void stations() {
    reportListeners.add(room);
    routes.add(new StationGate(stationIdentity));
    routes.add(new EnrolmentCodePages(enrolment, audit, config.zone(), clock));
    routes.add(new ReceiptPages(room, config.zone()));
    routes.add(new StationSetupPages(room, links, audit));
    routes.add(new EnrolmentRoutes(enrolment, room, config.centreName(), clock));
    links.watch(clockwork);
  }

  /** Steps 1 and 3 to 7. */
  private void story() {
    reportListeners.addAll(story.reportListeners());
    routes.addAll(story.stationRoutes());
    EmergencySheets sheets =
        new EmergencySheets(
            new JdbcEmergencySheets(database, centre),
            room,
            links,
            () -> story.opening.policy().slotLength(),
            random,
            config.zone(),
            clock);
    reportListeners.add(sheets);
    routes.add(new EmergencyPages(sheets, room, audit, config.centreName(), config.zone(), clock));
    story.watch(clockwork);
  }

  /** Step 3: what a visitor brings along on her telephone. */
  private void telephones() {
    ExecutorService waiting =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telephone-", 0).factory());
    opened.push(waiting::shutdownNow);
    PhoneDesk desk = new PhoneDesk(story.openSessions, room, random, clock);
    PhoneAddress address = new PhoneAddress(config.phoneAddress(), this::reachableAddress);
    routes.add(new BringRoutes(desk, address, waiting));
    routes.add(new PhonePages(desk, config.centreName(), waiting, clock));
  }

  /** Beside every step: what mediators see and do. */
  private ConsoleAssembly console() {
    ConsoleAssembly console = new ConsoleAssembly(story, room, staffGate, audit, config, clock);
    reportListeners.add(console);
    routes.addAll(console.routes());
    return console;
  }

  private WebServer startWeb() throws CannotStartException {
    ServerCertificate certificate = new ServerCertificate(authority);
    certificate.watch(clockwork);
    return WebServer.start(
        new InetSocketAddress(config.bindAddress(), config.httpsPort()),
        certificate.tls(),
        new LinkDoor(stationIdentity, links)::addTo,
        routes);
  }

  private TrustPage startTrustPage() throws CannotStartException {
    return TrustPage.start(
        authority,
        new InetSocketAddress(config.bindAddress(), config.httpPort()),
        web.port(),
        config.centreName());
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException e) {
        log.warn("A file of the data folder could not be closed.", e);
      } catch (Exception e) {
        log.warn("A part of the server could not be closed.", e);
      }
    }
  }
}
