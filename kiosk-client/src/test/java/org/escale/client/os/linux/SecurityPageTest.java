package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what holds names tests; they exist. */
class SecurityPageTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");
  private static final String ATTEMPTS = "## What has been tried";

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Map<String, Path> tests = tests();

    List<MatchResult> named = NAMED_TEST.matcher(page()).results().toList();

    assertThat(named).isNotEmpty();
    for (MatchResult test : named) {
      assertThat(tests).as(test.group()).containsKey(test.group(1));
      if (test.group(2) != null) {
        assertThat(Files.readString(tests.get(test.group(1))))
            .as(test.group())
            .contains(" void " + test.group(2) + "(");
      }
    }
  }

  @Test
  void everyAttemptNamesATest() throws IOException {
    String attempts = page().split(ATTEMPTS, 2)[1].split("\n## ", 2)[0];

    List<String> rows =
        attempts
            .lines()
            .filter(line -> line.startsWith("| ") && !line.endsWith("| | |"))
            .skip(1)
            .toList();

    assertThat(rows).isNotEmpty().allMatch(row -> NAMED_TEST.matcher(row).find());
  }

  private static String page() throws IOException {
    return Files.readString(REPOSITORY.resolve("docs/security.md"));
  }

  private static Map<String, Path> tests() throws IOException {
    Map<String, Path> tests = new HashMap<>();
    for (Path parent : List.of(REPOSITORY, REPOSITORY.resolve("scripts"))) {
      try (DirectoryStream<Path> modules = Files.newDirectoryStream(parent, Files::isDirectory)) {
        for (Path module : modules) {
          addTests(module.resolve("src/test/java"), tests);
        }
      }
    }
    return tests;
  }

  private static void addTests(Path testsDir, Map<String, Path> tests) throws IOException {
    if (Files.exists(testsDir)) {
      try (Stream<Path> all = Files.walk(testsDir)) {
        all.filter(path -> path.toString().endsWith("Test.java"))
            .forEach(path -> tests.put(className(path), path));
      }
    }
  }

  private static String className(Path path) {
    return path.getFileName().toString().replace(".java", "");
  }
}
