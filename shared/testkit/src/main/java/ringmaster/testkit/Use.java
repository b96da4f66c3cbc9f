package ringmaster.testkit;

/**
 * One place in a class file that uses a class, or a member of it.
 *
 * @param className full name of the class that uses
 * @param place method, file and line, for people: {@code .spawn (Tanks.java:41)}
 * @param verb how it is used
 * @param owner full name of the class that is used
 * @param member what of it: {@code PI}, {@code sin(double)}, {@code <init>(Object[])}; empty for
 *     the class as such
 */
record Use(String className, String place, Verb verb, String owner, String member) {
  /** The ways of using, as a sentence says them. */
  enum Verb {
    EXTENDS("extends"),
    CALLS("calls"),
    CREATES("creates"),
    REFERS_TO("refers to"),
    READS("reads"),
    WRITES("writes"),
    NAMES("names"),
    DECLARES("declares the static field"),
    CHANGES("changes what is in the static field");

    final String word;

    Verb(String word) {
      this.word = word;
    }
  }

  /** The class that uses; of a nested one, that around it. */
  String outermostClass() {
    int dollar = className.indexOf('$');
    return dollar < 0 ? className : className.substring(0, dollar);
  }

  /** The member without its parameters. */
  String memberName() {
    int parenthesis = member.indexOf('(');
    return parenthesis < 0 ? member : member.substring(0, parenthesis);
  }

  /** The beginning of a sentence: who uses what, where. */
  @Override
  public String toString() {
    return className + place + " " + verb.word + " " + target();
  }

  private String target() {
    String simpleOwner = owner.substring(owner.lastIndexOf('.') + 1);
    return member.isEmpty() || verb == Verb.CREATES
        ? simpleOwner
        : simpleOwner + "." + memberName().replace("<init>", "new");
  }
}
