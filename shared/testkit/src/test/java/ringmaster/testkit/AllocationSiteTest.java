package ringmaster.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What allocates is named, and not what looks for it. */
final class AllocationSiteTest {
  private final AllocationSite site =
      new AllocationSite(new OwnCode(new Pebbles()), AllocationSiteTest.class);

  private long[] kept = {};

  private boolean collectAndAllocate() {
    System.gc();
    kept = new long[1];
    return kept.length > 0;
  }

  private static boolean collect() {
    System.gc();
    return false;
  }

  @Test
  void theFirstObjectAfterTheCollectionIsNamed() {
    assertEquals(": long[]", site.find(this::collectAndAllocate, 1));
  }

  /** Whoever collects just before, they are what the recorder writes down first. */
  @Test
  void theObjectsOfTheSearchItselfAreNot() {
    assertEquals("", site.find(AllocationSiteTest::collect, 1));
  }
}
