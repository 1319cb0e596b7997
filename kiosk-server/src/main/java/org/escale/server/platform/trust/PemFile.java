package org.escale.server.platform.trust;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** A private key and its certificate in one file that only the server's user may read. */
final class PemFile {

  private static final String KEY = "PRIVATE KEY";
  private static final String CERTIFICATE = "CERTIFICATE";

  private final Path path;

  PemFile(Path path) {
    this.path = path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * @throws GeneralSecurityException if the file does not hold a key and its certificate
   */
  KeyAndCertificate read() throws IOException, GeneralSecurityException {
    String text = Files.readString(path);
    try (PemReader keys = new PemReader(new StringReader(text));
        PEMParser certificates = new PEMParser(new StringReader(text))) {
      PemObject key = keys.readPemObject();
      certificates.readPemObject();
      if (key == null
          || !key.getType().equals(KEY)
          || !(certificates.readObject() instanceof X509CertificateHolder holder)) {
        throw new GeneralSecurityException("not a key and a certificate: " + path);
      }
      X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
      return new KeyAndCertificate(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.getContent())),
          certificate);
    }
  }

  /** Whole or not at all, whatever happens meanwhile. */
  void write(KeyAndCertificate pair) throws IOException, GeneralSecurityException {
    Path freshPath = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(freshPath);
    Files.createFile(
        freshPath,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (var channel = Files.newByteChannel(freshPath, Set.of(StandardOpenOption.WRITE))) {
      channel.write(StandardCharsets.US_ASCII.encode(spell(pair)));
    }
    Files.move(freshPath, path, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String spell(KeyAndCertificate pair) throws IOException, GeneralSecurityException {
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject(KEY, pair.key().getEncoded()));
      pem.writeObject(new PemObject(CERTIFICATE, pair.certificate().getEncoded()));
    }
    return text.toString();
  }
}
