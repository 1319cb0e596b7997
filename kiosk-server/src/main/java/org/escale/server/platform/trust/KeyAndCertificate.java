package org.escale.server.platform.trust;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key and the certificate of its public half. */
record KeyAndCertificate(PrivateKey key, X509Certificate certificate) {

  @Override
  public String toString() {
    return "KeyAndCertificate[" + certificate.getSubjectX500Principal() + "]";
  }
}
