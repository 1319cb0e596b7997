package org.escale.tour.room;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Who vouches for the stand-in, and what it shows.
 *
 * @param authorityPath the authority's certificate
 * @param sitePath key store of the site
 * @param password opens the key store
 */
record StandInCertificates(Path authorityPath, Path sitePath, String password) {

  static StandInCertificates make(Path dir, List<String> sites) {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new RoomException("no folder for the stand-in's certificates", e);
    }
    String password = UUID.randomUUID().toString();
    Keytool keytool = new Keytool(Jdk.home(), password);
    Path authorityStorePath = dir.resolve("authority.p12");
    Path authorityPath = dir.resolve("authority.pem");
    Path sitePath = dir.resolve("site.p12");
    keytool.makeAuthority(authorityStorePath, authorityPath);
    keytool.makeSite(authorityStorePath, authorityPath, sitePath, sites);
    return new StandInCertificates(authorityPath, sitePath, password);
  }

  /** As a browser takes it that is told to trust this key: SHA-256, base 64. */
  String siteKeyDigest() {
    try (InputStream in = Files.newInputStream(sitePath)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      byte[] key = store.getCertificate("site").getPublicKey().getEncoded();
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (IOException | GeneralSecurityException e) {
      throw new RoomException("the stand-in's certificate cannot be read", e);
    }
  }
}
