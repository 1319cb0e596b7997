package org.escale.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.Places;
import org.escale.server.opening.Stretch;

/** Who may depend on whom in the server. */
@AnalyzeClasses(packages = "org.escale.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String SERVER = "org.escale.server.";
  private static final String[] ROOTS = {
    SERVER + "opening",
    SERVER + "booking",
    SERVER + "queue",
    SERVER + "workshops",
    SERVER + "stations",
    SERVER + "sessions",
    SERVER + "bring",
    SERVER + "guides",
    SERVER + "help",
    SERVER + "usage",
    SERVER + "staff",
    SERVER + "live"
  };

  @ArchTest
  static final ArchRule rootsKnowNoAdapterAndNoLibraryOfOne =
      noClasses()
          .that()
          .resideInAnyPackage(ROOTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.javalin..",
              "org.eclipse.jetty..",
              "java.sql..",
              "org.jdbi..",
              SERVER + "platform..",
              SERVER + "*.web..",
              SERVER + "*.jdbc..",
              SERVER + "*.link..");

  @ArchTest static final ArchRule stationsRootKnowsNoFeature = knowsOnly("stations");

  @ArchTest static final ArchRule staffRootKnowsNoFeature = knowsOnly("staff");

  @ArchTest static final ArchRule liveRootKnowsNoFeature = knowsOnly("live");

  @ArchTest static final ArchRule openingRootKnowsNoFeature = knowsOnly("opening");

  @ArchTest
  static final ArchRule bookingRootKnowsOpeningAndStations =
      knowsOnly("booking", "opening", "stations");

  @ArchTest
  static final ArchRule sessionsRootKnowsOpeningBookingAndStations =
      knowsOnly("sessions", "opening", "booking", "stations");

  @ArchTest
  static final ArchRule queueRootKnowsBookingOpeningAndStations =
      knowsOnly("queue", "booking", "opening", "stations");

  @ArchTest
  static final ArchRule workshopsRootKnowsBookingOpeningAndSessions =
      knowsOnly("workshops", "booking", "opening", "sessions");

  @ArchTest
  static final ArchRule bringRootKnowsSessionsAndStations =
      knowsOnly("bring", "sessions", "stations");

  @ArchTest static final ArchRule helpRootKnowsSessions = knowsOnly("help", "sessions");

  @ArchTest static final ArchRule guidesRootKnowsSessions = knowsOnly("guides", "sessions");

  @ArchTest
  static final ArchRule usageRootKnowsSessionsHelpAndGuides =
      knowsOnly("usage", "sessions", "help", "guides");

  @ArchTest
  static final ArchRule javalinStaysInItsAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              SERVER + "*.web..",
              SERVER + "*.link..",
              SERVER + "live..",
              SERVER + "platform..",
              SERVER + "pages..",
              "org.escale.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule theDatabaseStaysInItsAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(SERVER + "*.jdbc..", SERVER + "platform..", "org.escale.server")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..");

  @ArchTest
  static final ArchRule openingAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("opening");

  /** A day's plan says from when until when the centre is open. */
  @ArchTest
  static final ArchRule bookingAdaptersStayWithTheirFeature =
      adaptersKnowTheirOwn("booking", Stretch.class);

  @ArchTest
  static final ArchRule stationsAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("stations");

  /**
   * The use cases of sessions answer with booking's Answer, and a session keeps Booking's kind; an
   * early closing concerns lines of bookings.
   */
  @ArchTest
  static final ArchRule sessionsAdaptersStayWithTheirFeature =
      adaptersKnowTheirOwn(
          "sessions", Answer.class, Booking.class, BookingDiary.class, BookingDiary.Line.class);

  @ArchTest
  static final ArchRule guidesAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("guides");

  /** Its use cases answer with booking's Answer, and whoever waits is one of its bookings. */
  @ArchTest
  static final ArchRule queueAdaptersStayWithTheirFeature =
      adaptersKnowTheirOwn("queue", Answer.class, Booking.class, Places.class);

  /** What became of a plan is said of stretches of opening. */
  @ArchTest
  static final ArchRule workshopsAdaptersStayWithTheirFeature =
      adaptersKnowTheirOwn("workshops", Stretch.class);

  @ArchTest static final ArchRule bringAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("bring");

  @ArchTest static final ArchRule helpAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("help");

  @ArchTest static final ArchRule usageAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("usage");

  @ArchTest static final ArchRule staffAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("staff");

  @ArchTest static final ArchRule liveAdaptersStayWithTheirFeature = adaptersKnowTheirOwn("live");

  @ArchTest
  static final ArchRule platformKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage(SERVER + "platform..")
          .should()
          .dependOnClassesThat(featureClasses());

  @ArchTest
  static final ArchRule onlyMainAndAssemblyReadTheClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.escale.server")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ProcessBuilder.class);

  @ArchTest
  static final ArchRule featuresHaveNoCycles =
      slices()
          .matching("org.escale.server.(*)..")
          .that(
              DescribedPredicate.describe(
                  "are not the generated pages", slice -> !slice.getNamePart(1).equals("pages")))
          .should()
          .beFreeOfCycles();

  private static ArchRule knowsOnly(String feature, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = SERVER + feature;
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = SERVER + others[i];
    }
    return classes()
        .that()
        .resideInAPackage(SERVER + feature)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed)
                .or(DescribedPredicate.not(resideInAnyPackage("org.escale.server.."))));
  }

  /**
   * Adapters know their own feature, the platform, and the roots of staff and live.
   *
   * @param values of other roots, in which their own root answers
   */
  private static ArchRule adaptersKnowTheirOwn(String feature, Class<?>... values) {
    DescribedPredicate<JavaClass> known =
        resideInAnyPackage(
                SERVER + feature + "..", SERVER + "platform..", SERVER + "staff", SERVER + "live")
            .or(DescribedPredicate.not(resideInAnyPackage("org.escale.server..")));
    for (Class<?> value : values) {
      known = known.or(withWhatIsInside(value));
    }
    return classes()
        .that()
        .resideInAPackage(SERVER + feature + ".*..")
        .should()
        .onlyDependOnClassesThat(known);
  }

  private static DescribedPredicate<JavaClass> withWhatIsInside(Class<?> value) {
    return DescribedPredicate.describe(
        value.getSimpleName(),
        type ->
            type.getName().equals(value.getName())
                || type.getName().startsWith(value.getName() + "$"));
  }

  private static DescribedPredicate<JavaClass> featureClasses() {
    return DescribedPredicate.describe(
        "are of a feature",
        type ->
            type.getPackageName()
                .matches(
                    "org\\.escale\\.server\\.(opening|booking|queue|workshops|stations|sessions|bring|guides|help|usage|staff|live)"
                        + "(\\..*)?"));
  }
}
