package io.smswarden.app.traffic;

import java.time.LocalDate;
import java.util.*;
import org.junit.jupiter.api.Test;

class TrafficTest {
  @Test
  void look() {
    long t = System.nanoTime();
    long n = 0;
    Traffic d = Traffic.day(1, 1000000, LocalDate.of(2026, 11, 24));
    while (d.hasNext()) {
      d.next();
      n++;
    }
    System.out.println(n + " items in " + (System.nanoTime() - t) / 1e9);
    d = Traffic.day(1, 20000, LocalDate.of(2026, 11, 24));
    Random r = new Random(3);
    while (d.hasNext()) {
      TrafficItem i = d.next();
      if (i instanceof TrafficItem.Message m) {
        if (r.nextInt(m.truth().unwanted() ? 40 : 400) == 0)
          System.out.println(
              m.at()
                  + " "
                  + m.sender().value()
                  + " "
                  + m.truth().category()
                  + " "
                  + m.text().value());
      } else if (i instanceof TrafficItem.Complaint c) {
        if (r.nextInt(10) == 0) System.out.println(c);
      }
    }
  }
}
