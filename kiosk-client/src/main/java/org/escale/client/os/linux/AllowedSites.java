package org.escale.client.os.linux;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the browser of a visit may go: the whole Web, or the sites of the centre's guides and those
 * that the installer named. Makes the visit's policy out of the station's. Thread-safe.
 */
public final class AllowedSites {

  /** The two lines of the station's policy that let the Web in. */
  private static final Pattern WHOLE_WEB =
      Pattern.compile("\"http://\\*\",\\s*\"https://\\*\",\\s*");

  private static final Pattern HOST = Pattern.compile("(?!-)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

  private static final String PLAIN_PREFIX = "www.";

  private final boolean wholeWeb;
  private final List<String> named;
  private volatile Set<String> ofGuides = Set.of();

  private AllowedSites(boolean wholeWeb, List<String> named) {
    this.wholeWeb = wholeWeb;
    this.named = named.stream().map(AllowedSites::checked).toList();
  }

  public static AllowedSites wholeWeb() {
    return new AllowedSites(true, List.of());
  }

  /**
   * @param named host names let in beside those of guides, each with its subdomains
   * @throws IllegalArgumentException if one is no host name
   */
  public static AllowedSites guidesOnly(List<String> named) {
    return new AllowedSites(false, named);
  }

  /** Takes the place of what was known of guides before; for visits that open from now on. */
  public void know(Collection<URI> sitesOfGuides) {
    ofGuides =
        sitesOfGuides.stream()
            .map(AllowedSites::hostOf)
            .filter(host -> HOST.matcher(host).matches())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The policy for a visit that opens now.
   *
   * @throws LinuxException if the station's policy does not say where the Web is let in: then
   *     nothing is opened, rather than everything
   */
  String policy(String ofStation) throws LinuxException {
    if (wholeWeb) {
      return ofStation;
    }
    Matcher web = WHOLE_WEB.matcher(ofStation);
    if (!web.find()) {
      throw new LinuxException("the browser's policy has no place for a list of sites");
    }
    return web.replaceFirst(Matcher.quoteReplacement(list()));
  }

  private String list() {
    Set<String> hosts = new TreeSet<>(named);
    hosts.addAll(ofGuides);
    return hosts.stream().map(host -> "\"" + host + "\", ").collect(Collectors.joining());
  }

  /** A site that is called www is let in with its sisters, to which it sends people to sign in. */
  private static String hostOf(URI site) {
    String host = site.getHost() == null ? "" : site.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith(PLAIN_PREFIX) ? host.substring(PLAIN_PREFIX.length()) : host;
  }

  private static String checked(String host) {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("not the name of a site: " + host);
    }
    return host;
  }
}
