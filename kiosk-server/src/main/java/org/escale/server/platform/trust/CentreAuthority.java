package org.escale.server.platform.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;

/**
 * The centre's certificate authority, kept in the data folder: made once, then only read, for
 * stations pin its key. It signs the server's certificate anew when that is about to expire or the
 * machine is called differently.
 */
public final class CentreAuthority {

  private static final String AUTHORITY_FILE = "authority.pem";
  private static final String LEAF_FILE = "server.pem";
  private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private final KeyAndCertificate authority;
  private final PemFile leafFile;
  private final CertificateMaker maker;
  private final InstantSource clock;
  private final Set<String> alsoCalled;

  private CentreAuthority(
      KeyAndCertificate authority,
      PemFile leafFile,
      CertificateMaker maker,
      InstantSource clock,
      Collection<String> alsoCalled) {
    this.authority = authority;
    this.leafFile = leafFile;
    this.maker = maker;
    this.clock = clock;
    this.alsoCalled = Set.copyOf(alsoCalled);
  }

  /**
   * @param alsoCalled host names and addresses to vouch for besides those that the machine knows of
   */
  public static CentreAuthority open(
      Path dataDir,
      String centreName,
      Collection<String> alsoCalled,
      SecureRandom random,
      InstantSource clock)
      throws CannotStartException {
    CertificateMaker maker = new CertificateMaker(random);
    PemFile file = new PemFile(dataDir.resolve(AUTHORITY_FILE));
    try {
      if (!file.exists()) {
        file.write(maker.authority(centreName, clock.instant()));
      }
      return new CentreAuthority(
          file.read(), new PemFile(dataDir.resolve(LEAF_FILE)), maker, clock, alsoCalled);
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotStartException(
          Reason.DATA_FOLDER_NOT_WRITABLE,
          "The centre's certificate authority cannot be read from or written to "
              + dataDir.resolve(AUTHORITY_FILE)
              + ".",
          e);
    }
  }

  /** An address by which the room's other machines reach this one; loopback if it has no other. */
  public static String addressInTheRoom() {
    return ServerNames.addressTowardsOthers().orElseGet(CentreAuthority::anyAddress);
  }

  private static String anyAddress() {
    return ServerNames.ofThisMachine(Set.of()).addresses().stream()
        .filter(address -> !address.contains(":") && !address.startsWith("127."))
        .sorted()
        .findFirst()
        .orElse("127.0.0.1");
  }

  /** What stations pin. */
  public PublicKey publicKey() {
    return authority.certificate().getPublicKey();
  }

  /** What staff's browsers are told to trust. */
  public X509Certificate certificate() {
    return authority.certificate();
  }

  /**
   * The key and certificate to serve with, made anew first if need be. The password is empty.
   *
   * @throws IOException if the data folder cannot be written
   */
  KeyStore serverKeys() throws IOException, GeneralSecurityException {
    KeyAndCertificate leaf = currentLeaf();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "server",
        leaf.key(),
        new char[0],
        new Certificate[] {leaf.certificate(), authority.certificate()});
    return keys;
  }

  /**
   * True if the machine's names or the calendar ask for another certificate than the one served.
   */
  boolean mustRenew() throws IOException, GeneralSecurityException {
    return !leafFile.exists() || !fits(leafFile.read(), wantedNames());
  }

  private KeyAndCertificate currentLeaf() throws IOException, GeneralSecurityException {
    if (mustRenew()) {
      leafFile.write(maker.leaf(authority, wantedNames(), clock.instant()));
    }
    return leafFile.read();
  }

  private ServerNames wantedNames() {
    return ServerNames.ofThisMachine(alsoCalled);
  }

  private boolean fits(KeyAndCertificate leaf, ServerNames wanted) throws GeneralSecurityException {
    Instant end = leaf.certificate().getNotAfter().toInstant();
    return clock.instant().isBefore(end.minus(RENEW_BEFORE_END))
        && leaf.certificate()
            .getIssuerX500Principal()
            .equals(authority.certificate().getSubjectX500Principal())
        && namesIn(leaf.certificate()).equals(wanted);
  }

  private static ServerNames namesIn(X509Certificate certificate) throws GeneralSecurityException {
    Set<String> hosts = new TreeSet<>();
    Set<String> addresses = new TreeSet<>();
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    for (List<?> name : names == null ? List.<List<?>>of() : names) {
      String text = String.valueOf(name.get(1));
      if (name.getFirst().equals(DNS_NAME)) {
        hosts.add(text.toLowerCase(Locale.ROOT));
      } else if (name.getFirst().equals(IP_ADDRESS)) {
        addresses.add(InetAddress.ofLiteral(text).getHostAddress());
      }
    }
    return new ServerNames(hosts, addresses);
  }
}
