package ringmaster.client.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.HdrHistogram.Histogram;

/** Numbers as a report shows them. */
final class Figures {
  static final double NANOS_PER_MILLI = 1e6;

  private static final double SIXTH_DECIMAL = 1e6;

  private Figures() {}

  /** Rounded to six decimals; null for what is no number. */
  static JsonElement number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNull.INSTANCE;
    }
    double rounded = Math.round(value * SIXTH_DECIMAL) / SIXTH_DECIMAL;
    return rounded == Math.rint(rounded)
        ? new JsonPrimitive((long) rounded)
        : new JsonPrimitive(rounded);
  }

  /**
   * Some percentiles and the maximum.
   *
   * @param unitsPerFigure what the histogram counts in one of the figure's units
   * @param names of p01, p50, p99, p999, max
   */
  static JsonObject percentiles(Histogram histogram, double unitsPerFigure, String... names) {
    return percentilesFrom(0, histogram, unitsPerFigure, names);
  }

  /**
   * The same of a histogram that counts from another value than 0.
   *
   * @param zero what a recorded 0 stands for
   */
  static JsonObject percentilesFrom(
      double zero, Histogram histogram, double unitsPerFigure, String... names) {
    JsonObject figures = new JsonObject();
    for (String name : names) {
      figures.add(name, number((value(histogram, name) + zero) / unitsPerFigure));
    }
    return figures;
  }

  private static double value(Histogram histogram, String name) {
    if (histogram.getTotalCount() == 0) {
      return Double.NaN;
    }
    return switch (name) {
      case "p01" -> histogram.getValueAtPercentile(1);
      case "p50" -> histogram.getValueAtPercentile(50);
      case "p99" -> histogram.getValueAtPercentile(99);
      case "p999" -> histogram.getValueAtPercentile(99.9);
      case "max" -> histogram.getMaxValue();
      default -> throw new IllegalArgumentException("no such percentile: " + name);
    };
  }
}
