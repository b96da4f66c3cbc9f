package ringmaster.client;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Converters of option values that several commands share. */
final class Values {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|kB|MB)?");

  private Values() {}

  /** Refuses a number outside min .. max as wrong use of the command. */
  static void requireRange(CommandSpec command, String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(
          command.commandLine(), option + " must be " + min + " to " + max + ", not " + value);
    }
  }

  /** Bytes: {@code 32kB}, {@code 1MB}, {@code 500}; k is 1,000. */
  static final class Bytes implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      Matcher matcher = SIZE.matcher(value);
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + value + "' is not a size such as 32kB");
      }
      String unit = matcher.group(2);
      long factor =
          unit == null
              ? 1
              : switch (unit.toLowerCase(Locale.ROOT)) {
                case "kb" -> 1_000;
                case "mb" -> 1_000_000;
                default -> 1;
              };
      long bytes = Long.parseLong(matcher.group(1)) * factor;
      if (bytes > Integer.MAX_VALUE) {
        throw new TypeConversionException("'" + value + "' is more than 2,147 MB");
      }
      return (int) bytes;
    }
  }

  /** HOST:PORT. */
  static final class HostAndPort implements ITypeConverter<InetSocketAddress> {
    @Override
    public InetSocketAddress convert(String value) {
      int colon = value.lastIndexOf(':');
      if (colon < 1) {
        throw new TypeConversionException("'" + value + "' is not of the form HOST:PORT");
      }
      return new InetSocketAddress(value.substring(0, colon), port(value.substring(colon + 1)));
    }

    private static int port(String digits) {
      try {
        int port = Integer.parseInt(digits);
        if (port >= 0 && port <= 0xFFFF) {
          return port;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      throw new TypeConversionException("'" + digits + "' is not a port, 0 to 65535");
    }
  }
}
