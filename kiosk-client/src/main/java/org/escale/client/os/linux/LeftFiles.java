package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What lies in some folders of the machine and may be a visit's. Links below them are not followed.
 * What goes away meanwhile is no failure, for other programs come and go there; but what cannot be
 * looked at counts as left: nobody knows what it is.
 */
abstract class LeftFiles implements Leftover {

  private final List<Path> places;

  LeftFiles(List<Path> places) {
    this.places = List.copyOf(places);
  }

  /** What is thought of a file or a folder. */
  enum Verdict {
    LEFT_BY_A_VISIT,
    LOOK_INSIDE,
    NOT_OURS
  }

  /** How a file or a folder looks from outside. */
  record Sight(int uid, int mode, long size, boolean directory, boolean regular) {

    static Sight of(Path path) throws IOException {
      Map<String, Object> seen =
          Files.readAttributes(
              path, "unix:uid,mode,size,isDirectory,isRegularFile", LinkOption.NOFOLLOW_LINKS);
      return new Sight(
          (int) told(seen, "uid"),
          (int) told(seen, "mode"),
          (long) told(seen, "size"),
          (boolean) told(seen, "isDirectory"),
          (boolean) told(seen, "isRegularFile"));
    }

    private static Object told(Map<String, Object> seen, String name) {
      return Objects.requireNonNull(seen.get(name), name);
    }
  }

  abstract Verdict judge(Path path, Sight seen);

  abstract void remove(Path path) throws LinuxException;

  @Override
  public boolean isHere() {
    return places.stream().anyMatch(Files::isDirectory);
  }

  /** Whatever cannot be removed keeps nothing else from being removed. */
  @Override
  public int clean() throws LinuxException {
    List<Path> left = new Search().left;
    LinuxException failure = null;
    for (Path path : left) {
      try {
        remove(path);
      } catch (LinuxException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return left.size();
  }

  @Override
  public int count() {
    Search search = new Search();
    return search.left.size() + search.unknown;
  }

  /** One look through all places. */
  private final class Search {

    private final List<Path> left = new ArrayList<>();
    private int unknown;

    Search() {
      for (Path place : places) {
        if (Files.isDirectory(place)) {
          lookInto(place);
        }
      }
    }

    private void lookInto(Path dir) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
        for (Path entry : entries) {
          lookAt(entry);
        }
      } catch (NoSuchFileException | NotDirectoryException gone) {
        // So is what was in it.
      } catch (IOException | DirectoryIteratorException e) {
        unknown++;
      }
    }

    private void lookAt(Path path) {
      try {
        switch (judge(path, Sight.of(path))) {
          case LEFT_BY_A_VISIT -> left.add(path);
          case LOOK_INSIDE -> lookInto(path);
          case NOT_OURS -> {
            // Another program's.
          }
        }
      } catch (NoSuchFileException gone) {
        // Nothing is left of it.
      } catch (IOException e) {
        unknown++;
      }
    }
  }
}
