package org.escale.server.booking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.escale.protocol.BookingId;
import org.junit.jupiter.api.Test;

final class BookingIdsTest {

  @Test
  void eachStandsBehindTheOneBefore() {
    BookingIds ids = new BookingIds(0);

    List<String> made = Stream.generate(ids::next).limit(1_000).map(BookingId::toString).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void goesOnBehindTheLastThatIsStored() {
    String last = new BookingIds(41).next().toString();

    assertThat(new BookingIds(42).next().toString()).isGreaterThan(last);
  }

  @Test
  void theSameNumberMakesAnotherIdEachTime() {
    assertThat(new BookingIds(7).next()).isNotEqualTo(new BookingIds(7).next());
  }
}
