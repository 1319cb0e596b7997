package org.escale.tour.room;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the stand-in's certificates with the JDK's own tool; good for a few days. */
record Keytool(Path java, String password) {

  private static final String VALID_DAYS = "7";

  void makeAuthority(Path storePath, Path certificatePath) {
    keytool(
        "-genkeypair",
        "-alias",
        "authority",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=Escale demonstration",
        "-ext",
        "bc:critical=ca:true",
        "-ext",
        "ku:critical=keyCertSign",
        "-validity",
        VALID_DAYS,
        "-keystore",
        storePath.toString());
    keytool(
        "-exportcert",
        "-alias",
        "authority",
        "-rfc",
        "-file",
        certificatePath.toString(),
        "-keystore",
        storePath.toString());
  }

  void makeSite(Path authorityStorePath, Path authorityPath, Path storePath, List<String> names) {
    Path requestPath = storePath.resolveSibling("site.csr");
    Path certificatePath = storePath.resolveSibling("site.pem");
    String alternatives = names.stream().map("dns:"::concat).collect(Collectors.joining(","));
    keytool(
        "-genkeypair",
        "-alias",
        "site",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + names.getFirst(),
        "-validity",
        VALID_DAYS,
        "-keystore",
        storePath.toString());
    keytool(
        "-certreq",
        "-alias",
        "site",
        "-file",
        requestPath.toString(),
        "-keystore",
        storePath.toString());
    keytool(
        "-gencert",
        "-alias",
        "authority",
        "-rfc",
        "-ext",
        "san=" + alternatives,
        "-ext",
        "eku=serverAuth",
        "-validity",
        VALID_DAYS,
        "-infile",
        requestPath.toString(),
        "-outfile",
        certificatePath.toString(),
        "-keystore",
        authorityStorePath.toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "authority",
        "-file",
        authorityPath.toString(),
        "-keystore",
        storePath.toString());
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "site",
        "-file",
        certificatePath.toString(),
        "-keystore",
        storePath.toString());
  }

  private void keytool(String... words) {
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin/keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-storepass", password));
    Commands.run(command.toArray(String[]::new));
  }
}
