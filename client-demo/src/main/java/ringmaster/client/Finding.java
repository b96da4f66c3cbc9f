package ringmaster.client;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * What the doctor says of one thing.
 *
 * @param check what was looked at
 * @param found in plain words
 * @param advice what to do about it; empty when all is well
 */
record Finding(String check, Verdict verdict, String found, String advice) {
  /** How good or bad it is. */
  enum Verdict {
    OK,
    /** Works, but not as well as it could. */
    WARNING,
    /** Does not work. */
    PROBLEM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String check, String found) {
    return new Finding(check, Verdict.OK, found, "");
  }

  static Finding warning(String check, String found, String advice) {
    return new Finding(check, Verdict.WARNING, found, advice);
  }

  static Finding problem(String check, String found, String advice) {
    return new Finding(check, Verdict.PROBLEM, found, advice);
  }

  String line() {
    String line = "%-8s %-15s %s".formatted(verdict, check, found);
    return advice.isEmpty() ? line : line + ": " + advice;
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("check", check);
    json.addProperty("verdict", verdict.toString());
    json.addProperty("found", found);
    json.addProperty("advice", advice);
    return json;
  }
}
