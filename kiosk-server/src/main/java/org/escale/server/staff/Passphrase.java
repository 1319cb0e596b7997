package org.escale.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a passphrase: Argon2id with 19 MiB, twice over, as OWASP advises. Slow by
 * intention.
 */
public final class Passphrase {

  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final String PREFIX = "argon2id,v=19,m=19456,t=2,p=1";

  /** Each check takes its memory; a crowd of them must not take it all. */
  private static final Semaphore AT_ONCE = new Semaphore(2, true);

  public static boolean isLongEnough(String passphrase) {
    return passphrase.length() >= SHORTEST && passphrase.length() <= LONGEST;
  }

  public static String hash(String passphrase, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return PREFIX
        + '$'
        + base64.encodeToString(salt)
        + '$'
        + base64.encodeToString(derive(passphrase, salt));
  }

  public static boolean matches(String passphrase, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 3 || !parts[0].equals(PREFIX) || passphrase.length() > LONGEST) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts[1]);
    return MessageDigest.isEqual(Base64.getDecoder().decode(parts[2]), derive(passphrase, salt));
  }

  private static byte[] derive(String passphrase, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(ITERATIONS)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    AT_ONCE.acquireUninterruptibly();
    try {
      generator.generateBytes(
          Normalizer.normalize(passphrase, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8),
          hash);
    } finally {
      AT_ONCE.release();
    }
    return hash;
  }

  private Passphrase() {}
}
