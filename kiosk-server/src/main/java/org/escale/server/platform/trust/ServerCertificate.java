package org.escale.server.platform.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.escale.server.platform.Clockwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate that the web server shows, changed under way when it must be renewed. */
public final class ServerCertificate {

  private static final Logger log = LoggerFactory.getLogger(ServerCertificate.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final CentreAuthority authority;
  private final SslContextFactory.Server tls = new SslContextFactory.Server();

  public ServerCertificate(CentreAuthority authority) throws CannotStartException {
    this.authority = authority;
    try {
      tls.setKeyStore(authority.serverKeys());
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotStartException(
          Reason.DATA_FOLDER_NOT_WRITABLE,
          "The server's certificate cannot be kept in the data folder.",
          e);
    }
    tls.setKeyStorePassword("");
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
  }

  /** For the web server's connector. */
  public SslContextFactory.Server tls() {
    return tls;
  }

  public void watch(Clockwork clockwork) {
    clockwork.every(LOOK_EVERY, this::renewIfNeeded);
  }

  /** Jetty's reload throws a plain Exception; whatever it is, the old certificate goes on. */
  private void renewIfNeeded() {
    try {
      if (authority.mustRenew()) {
        tls.reload(this::takeFreshKeys);
        log.info("The server's certificate was renewed.");
      }
    } catch (Exception e) {
      log.error("The server's certificate could not be renewed.", e);
    }
  }

  private void takeFreshKeys(SslContextFactory factory) {
    try {
      factory.setKeyStore(authority.serverKeys());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the server's certificate could not be made", e);
    }
  }
}
