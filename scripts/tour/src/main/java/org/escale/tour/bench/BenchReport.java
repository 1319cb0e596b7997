package org.escale.tour.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints measures and writes them as JSON beside. */
public final class BenchReport {

  private final ObjectMapper json = new ObjectMapper();
  private final String name;
  private final Path jsonPath;

  public BenchReport(String name, Path repository) {
    this.name = name;
    this.jsonPath = repository.resolve("target/bench").resolve(name + ".json");
  }

  public void publish(List<Measure> measures, PrintStream out) throws IOException {
    measures.forEach(measure -> out.println(measure.line()));
    ObjectNode report = json.createObjectNode().put("bench", name);
    ArrayNode rows = report.putArray("measures");
    for (Measure measure : measures) {
      ObjectNode row = rows.addObject();
      row.put("measure", measure.name()).put("value", measure.value()).put("unit", measure.unit());
      if (measure.aim() != null) {
        row.put("aim", measure.aim().toString()).put("met", measure.met());
      }
    }
    Files.createDirectories(jsonPath.getParent());
    json.writerWithDefaultPrettyPrinter().writeValue(jsonPath.toFile(), report);
    out.println("Written to " + jsonPath);
  }
}
