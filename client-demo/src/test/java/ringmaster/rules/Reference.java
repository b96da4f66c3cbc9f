package ringmaster.rules;

/**
 * One class using another, or a member of it.
 *
 * @param origin full name of the class that uses
 * @param target full name of the class that is used
 * @param member name of the method used; {@code <init>} for a constructor; empty for the class as
 *     such
 * @param where for people: file and line, or a sentence of ArchUnit
 */
record Reference(String origin, String target, String member, String where) {
  /** The package of a class name; nested classes share that of their outermost class. */
  static String packageOf(String className) {
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  static String outermost(String className) {
    int dollar = className.indexOf('$');
    return dollar < 0 ? className : className.substring(0, dollar);
  }
}
