package org.escale.client.link;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a centre, made for a test. */
public final class TestAuthority {

  private static final X500Name NAME = new X500Name("CN=Centre authority");
  private static final Date FROM = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final Date UNTIL = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

  private final KeyPair keys = newKeys();
  private final X509Certificate certificate;

  public TestAuthority() throws Exception {
    this.certificate = certify(NAME, keys.getPublic(), true, "");
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** What a server of this host name shows: its certificate, and the authority's. */
  public SSLContext serverFor(String hostName) throws Exception {
    KeyPair server = newKeys();
    X509Certificate leaf =
        certify(new X500Name("CN=" + hostName), server.getPublic(), false, hostName);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server", server.getPrivate(), new char[0], new Certificate[] {leaf, certificate});
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, new SecureRandom());
    return context;
  }

  private X509Certificate certify(
      X500Name subject, PublicKey key, boolean authority, String hostName) throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            NAME, BigInteger.valueOf(System.nanoTime()), FROM, UNTIL, subject, key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (!hostName.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, hostName)));
    }
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static KeyPair newKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
