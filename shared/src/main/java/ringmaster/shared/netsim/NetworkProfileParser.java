package ringmaster.shared.netsim;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a user wrote after {@code --net}. Used for one text, then thrown away. */
final class NetworkProfileParser {
  /** Nine digits before the point: no unit below overflows a long with them. */
  private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)([A-Za-z%]*)");

  private static final Pattern SEED = Pattern.compile("-?\\d{1,18}");

  private final Set<String> seenKeys = new HashSet<>();
  private long latencyNanos;
  private long jitterNanos;
  private double lossFraction;
  private double burstDatagrams;
  private double duplicateFraction;
  private double reorderFraction;
  private long bandwidthBitsPerSecond;
  private long queueNanos;
  private long holeNanos;
  private long holeAfterNanos;
  private long seed;

  NetworkProfile parse(String text) {
    String[] parts = text.split(",", -1);
    boolean named = parts[0].indexOf('=') < 0;
    startFrom(named ? byName(parts[0]) : NetworkProfile.NONE);
    for (int i = named ? 1 : 0; i < parts.length; i++) {
      change(parts[i]);
    }
    return profile();
  }

  private static NetworkProfile byName(String name) {
    return switch (name) {
      case "none" -> NetworkProfile.NONE;
      case "lan" -> NetworkProfile.ofMillis(0.3, 0.1, 0, 1);
      case "dsl" -> NetworkProfile.ofMillis(12, 3, 0.001, 1);
      case "wifi-bad" -> NetworkProfile.ofMillis(15, 20, 0.03, 4);
      case "4g" -> NetworkProfile.ofMillis(30, 15, 0.015, 2);
      case "satellite" -> NetworkProfile.ofMillis(300, 10, 0.005, 1);
      default ->
          throw new IllegalArgumentException(
              "network profile \""
                  + name
                  + "\" is unknown: use none, lan, dsl, wifi-bad, 4g, satellite or settings such as"
                  + " latency=50ms,loss=2%");
    };
  }

  private void startFrom(NetworkProfile profile) {
    latencyNanos = profile.latencyNanos();
    jitterNanos = profile.jitterNanos();
    lossFraction = profile.lossFraction();
    burstDatagrams = profile.burstDatagrams();
    duplicateFraction = profile.duplicateFraction();
    reorderFraction = profile.reorderFraction();
    bandwidthBitsPerSecond = profile.bandwidthBitsPerSecond();
    queueNanos = profile.queueNanos();
    holeNanos = profile.holeNanos();
    holeAfterNanos = profile.holeAfterNanos();
    seed = profile.seed();
  }

  private NetworkProfile profile() {
    boolean queueForgotten = bandwidthBitsPerSecond > 0 && !seenKeys.contains("queue");
    return new NetworkProfile(
        latencyNanos,
        jitterNanos,
        lossFraction,
        burstDatagrams,
        duplicateFraction,
        reorderFraction,
        bandwidthBitsPerSecond,
        queueForgotten ? NetworkProfile.DEFAULT_QUEUE_NANOS : queueNanos,
        holeNanos,
        holeAfterNanos,
        seed);
  }

  private void change(String setting) {
    int equals = setting.indexOf('=');
    String key = setting.substring(0, Math.max(equals, 0));
    String value = setting.substring(equals + 1);
    switch (key) {
      case "latency" -> latencyNanos = delayNanos(setting, value);
      case "jitter" -> jitterNanos = delayNanos(setting, value);
      case "loss" -> lossFraction = fraction(setting, value);
      case "burst" -> burstDatagrams = burst(setting, value);
      case "duplicate" -> duplicateFraction = fraction(setting, value);
      case "reorder" -> reorderFraction = fraction(setting, value);
      case "bandwidth" -> bandwidthBitsPerSecond = bitsPerSecond(setting, value);
      case "queue" -> queueNanos = delayNanos(setting, value);
      case "hole" -> readHole(setting, value);
      case "seed" -> seed = seed(setting, value);
      default ->
          throw wrong(
              setting,
              "the settings are latency, jitter, loss, burst, duplicate, reorder, bandwidth, queue,"
                  + " hole and seed");
    }
    if (!seenKeys.add(key)) {
      throw wrong(setting, key + " is given twice");
    }
  }

  private void readHole(String setting, String value) {
    String accepted = "it takes a length up to 10s and a beginning up to 3600s, such as 2s@30s";
    int at = value.indexOf('@');
    if (at < 0) {
      throw wrong(setting, accepted);
    }
    long most = NetworkProfile.MAX_DELAY_NANOS;
    holeNanos = nanos(setting, value.substring(0, at), most, accepted);
    most = NetworkProfile.MAX_HOLE_AFTER_NANOS;
    holeAfterNanos = nanos(setting, value.substring(at + 1), most, accepted);
  }

  private static long delayNanos(String setting, String value) {
    return nanos(
        setting, value, NetworkProfile.MAX_DELAY_NANOS, "it takes 0ms to 10s, such as 50ms");
  }

  private static long nanos(String setting, String value, long mostNanos, String accepted) {
    Matcher quantity = quantity(setting, value, accepted);
    double nanosPerUnit =
        switch (quantity.group(2)) {
          case "us" -> 1e3;
          case "ms" -> 1e6;
          case "s" -> 1e9;
          default -> throw wrong(setting, accepted);
        };
    double nanos = number(quantity) * nanosPerUnit;
    return Math.round(within(nanos, 0, mostNanos, setting, accepted));
  }

  private static double fraction(String setting, String value) {
    String accepted = "it takes 0% to 100%, such as 2%";
    Matcher quantity = quantity(setting, value, accepted);
    requireUnit(quantity, "%", setting, accepted);
    return within(number(quantity), 0, 100, setting, accepted) / 100;
  }

  private static double burst(String setting, String value) {
    String accepted = "it takes a mean number of datagrams, 1 to 1000";
    Matcher quantity = quantity(setting, value, accepted);
    requireUnit(quantity, "", setting, accepted);
    return within(number(quantity), 1, NetworkProfile.MAX_BURST_DATAGRAMS, setting, accepted);
  }

  private static long bitsPerSecond(String setting, String value) {
    String accepted = "it takes 1kbit to 100Gbit (per second), such as 1Mbit";
    Matcher quantity = quantity(setting, value, accepted);
    double bitsPerUnit =
        switch (quantity.group(2)) {
          case "kbit" -> 1e3;
          case "Mbit" -> 1e6;
          case "Gbit" -> 1e9;
          default -> throw wrong(setting, accepted);
        };
    double bits = number(quantity) * bitsPerUnit;
    return Math.round(
        within(bits, 1e3, NetworkProfile.MAX_BANDWIDTH_BITS_PER_SECOND, setting, accepted));
  }

  private static long seed(String setting, String value) {
    if (!SEED.matcher(value).matches()) {
      throw wrong(setting, "it takes a whole number of at most 18 digits");
    }
    return Long.parseLong(value);
  }

  private static Matcher quantity(String setting, String value, String accepted) {
    Matcher quantity = QUANTITY.matcher(value);
    if (!quantity.matches()) {
      throw wrong(setting, accepted);
    }
    return quantity;
  }

  private static double number(Matcher quantity) {
    return Double.parseDouble(quantity.group(1));
  }

  private static void requireUnit(Matcher quantity, String unit, String setting, String accepted) {
    if (!quantity.group(2).equals(unit)) {
      throw wrong(setting, accepted);
    }
  }

  private static double within(
      double value, double min, double max, String setting, String accepted) {
    if (value < min || value > max) {
      throw wrong(setting, accepted);
    }
    return value;
  }

  private static IllegalArgumentException wrong(String setting, String accepted) {
    return new IllegalArgumentException(
        "network setting \"" + setting + "\" is not understood: " + accepted);
  }
}
