package org.escale.client.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.escale.protocol.StationId;

/** Where a station keeps its membership; only its owner may read it. */
public final class MembershipFile {

  private final Path path;

  public MembershipFile(Path path) {
    this.path = path;
  }

  /**
   * Empty if the station has not been enrolled.
   *
   * @throws IOException if there is a file that cannot be read
   */
  public Optional<Membership> read() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    lines.load(new StringReader(Files.readString(path)));
    try {
      return Optional.of(
          new Membership(
              URI.create(value(lines, "server")),
              StationId.of(value(lines, "station")),
              value(lines, "secret"),
              certificate(value(lines, "authority")),
              value(lines, "station-name"),
              value(lines, "centre-name")));
    } catch (IllegalArgumentException | CertificateException e) {
      throw new IOException("the station's membership cannot be understood", e);
    }
  }

  /** Writes the whole file or leaves it as it was. */
  public void write(Membership membership) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("server", membership.server().toString());
    lines.setProperty("station", membership.station().toString());
    lines.setProperty("secret", membership.secret());
    lines.setProperty("authority", encoded(membership.authority()));
    lines.setProperty("station-name", membership.stationName());
    lines.setProperty("centre-name", membership.centreName());
    StringWriter text = new StringWriter();
    lines.store(text, null);
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (FileChannel file =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      file.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String value(Properties lines, String name) {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static X509Certificate certificate(String base64) throws CertificateException {
    InputStream bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
  }

  private static String encoded(X509Certificate certificate) throws IOException {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateException e) {
      throw new IOException("the authority's certificate cannot be kept", e);
    }
  }
}
