package org.escale.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {

  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static KeyPair keys;
  private static KeyPair otherKeys;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    keys = generator.generateKeyPair();
    otherKeys = generator.generateKeyPair();
  }

  @Test
  void isSpelledIn26SignsInGroups() {
    assertThat(code().spelled())
        .matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]")
        .hasSize(31);
  }

  @Test
  void isReadBackAsPeopleTypeIt() {
    EnrolmentCode code = code();

    assertThat(EnrolmentCode.parse(code.spelled())).contains(code);
    assertThat(EnrolmentCode.parse(code.spelled().toLowerCase(Locale.ROOT).replace('-', ' ')))
        .contains(code);
    assertThat(EnrolmentCode.parse(code.spelled().replace('0', 'O').replace('1', 'l')))
        .contains(code);
  }

  @Test
  void namesItsAuthorityAlone() {
    assertThat(code().names(keys.getPublic())).isTrue();
    assertThat(code().names(otherKeys.getPublic())).isFalse();
  }

  @Test
  void noWrongSignPasses() {
    String spelled = code().spelled().replace("-", "");
    for (int i = 0; i < spelled.length(); i++) {
      for (int j = 0; j < SIGNS.length(); j++) {
        char sign = SIGNS.charAt(j);
        String typed = spelled.substring(0, i) + sign + spelled.substring(i + 1);
        if (!typed.equals(spelled)) {
          assertThat(EnrolmentCode.parse(typed)).as("sign %d typed as %s", i, sign).isEmpty();
        }
      }
    }
  }

  @Test
  void noTwoSwappedNeighboursPass() {
    for (int round = 0; round < 100; round++) {
      String spelled = code().spelled().replace("-", "");
      for (int i = 0; i + 1 < spelled.length(); i++) {
        StringBuilder typed = new StringBuilder(spelled);
        typed.setCharAt(i, spelled.charAt(i + 1));
        typed.setCharAt(i + 1, spelled.charAt(i));
        if (!typed.toString().equals(spelled)) {
          assertThat(EnrolmentCode.parse(typed.toString())).isEmpty();
        }
      }
    }
  }

  @Test
  void isNeverPrinted() {
    assertThat(code().toString()).doesNotContain(code().secret());
  }

  private static EnrolmentCode code() {
    return EnrolmentCode.issue(new SecureRandom(), keys.getPublic());
  }
}
