package org.escale.server.guides;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;

/** What a guide has to be, so that no visitor meets a half-done one. Pure. */
public final class GuideRules {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 40;
  private static final int MOST_STEPS = 12;

  /** The thematiques of a procedure, as funders count them. */
  public static final Set<String> THEMES =
      Set.of(
          "papiers_elections_citoyennete",
          "famille_scolarite",
          "social_sante",
          "travail_formation",
          "logement",
          "transports_mobilite",
          "argent_impots",
          "justice",
          "etrangers_europe",
          "loisirs_sports_culture",
          "associations");

  /** What is wrong with this guide, in words for whoever wrote it; empty if it may be shown. */
  public static List<String> faults(Guide guide) {
    List<String> faults = new ArrayList<>();
    if (guide.id().length() > LONGEST_ID || !ID.matcher(guide.id()).matches()) {
      faults.add("its id is not short lower-case words with hyphens");
    }
    if (!THEMES.contains(guide.theme())) {
      faults.add("its theme is not one of the thematiques of a procedure");
    }
    if (!isOfficialAddress(guide.site())) {
      faults.add("its site is not an https address of a host");
    }
    for (Language language : Language.values()) {
      Guide.Text text = guide.texts().get(language);
      if (text == null) {
        faults.add("it has no words in " + language);
      } else {
        faultsOf(text).forEach(fault -> faults.add("in " + language + ": " + fault));
      }
    }
    if (differs(guide)) {
      faults.add("its languages differ in minutes, things to prepare or steps");
    }
    return faults;
  }

  /** What is wrong with these guides together, or with any of them. */
  public static List<String> faults(List<Guide> guides) {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Guide guide : guides) {
      if (!ids.add(guide.id())) {
        faults.add(guide.id() + ": its id is another guide's too");
      }
      faults(guide).forEach(fault -> faults.add(guide.id() + ": " + fault));
    }
    return faults;
  }

  private static List<String> faultsOf(Guide.Text text) {
    List<String> faults = new ArrayList<>();
    if (text.title().isBlank() || text.summary().isBlank()) {
      faults.add("title or summary is empty");
    }
    if (text.minutes() < 1) {
      faults.add("it takes no time");
    }
    if (text.prepare().stream().anyMatch(String::isBlank)) {
      faults.add("a thing to prepare is empty");
    }
    if (text.steps().isEmpty() || text.steps().size() > MOST_STEPS) {
      faults.add("there are no steps, or too many to follow");
    }
    if (text.steps().stream().anyMatch(step -> step.title().isBlank() || step.detail().isBlank())) {
      faults.add("a step is empty");
    }
    return faults;
  }

  private static boolean isOfficialAddress(URI site) {
    return "https".equals(site.getScheme()) && site.getHost() != null && site.getUserInfo() == null;
  }

  private static boolean differs(Guide guide) {
    record Shape(int minutes, int prepare, int steps) {}

    return guide.texts().values().stream()
            .map(text -> new Shape(text.minutes(), text.prepare().size(), text.steps().size()))
            .distinct()
            .count()
        > 1;
  }

  private GuideRules() {}
}
