package org.escale.client.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts a server only if its certificate was signed by one authority, known by its public key: the
 * rest of the world's authorities count for nothing. Host names are checked by TLS itself, which
 * does so for every trust manager that is not an extended one. Thread-safe.
 */
final class AuthorityTrust implements X509TrustManager {

  private static final X509Certificate[] NONE = {};

  private final Predicate<PublicKey> authorityKey;
  private final List<X509Certificate> known;
  private volatile @Nullable X509Certificate seen;

  /**
   * @param authorityKey is this the key?
   * @param known the authority's certificate, for servers that do not send it along
   */
  AuthorityTrust(Predicate<PublicKey> authorityKey, List<X509Certificate> known) {
    this.authorityKey = authorityKey;
    this.known = List.copyOf(known);
  }

  static AuthorityTrust pinnedTo(X509Certificate authority) {
    return new AuthorityTrust(authority.getPublicKey()::equals, List.of(authority));
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /** The authority that the last trusted server's certificate was signed by. */
  Optional<X509Certificate> seen() {
    return Optional.ofNullable(seen);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    X509Certificate authority =
        Stream.concat(Arrays.stream(chain).skip(1), known.stream())
            .filter(certificate -> authorityKey.test(certificate.getPublicKey()))
            .findFirst()
            .orElseThrow(() -> new CertificateException("not signed by the centre's authority"));
    trusting(authority).checkServerTrusted(chain, authType);
    seen = authority;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a station has no clients");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NONE.clone();
  }

  private static X509TrustManager trusting(X509Certificate authority) throws CertificateException {
    try {
      KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
      anchors.load(null, null);
      anchors.setCertificateEntry("authority", authority);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(anchors);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager trust) {
          return trust;
        }
      }
      throw new IllegalStateException("every JDK checks X.509 chains");
    } catch (GeneralSecurityException | IOException e) {
      throw new CertificateException("the authority's certificate cannot be used", e);
    }
  }
}
