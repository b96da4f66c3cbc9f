package ringmaster.testkit;

/**
 * Lets one class use one class that is a {@link Hazard}.
 *
 * @param className full name of the class that may; its nested classes may too
 * @param owner full name of the class it may use
 * @param reason why it does no harm there
 */
public record Allowance(String className, String owner, String reason) {
  public Allowance {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why " + className + " may use " + owner);
    }
  }

  boolean covers(Use use) {
    return owner.equals(use.owner()) && className.equals(use.outermostClass());
  }

  /** What is to be said when nothing needs it any more. */
  String leftOver() {
    return className + " no longer uses " + owner + ": remove what allows it.";
  }
}
