package ringmaster.shared.install;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The class loader of one jar: classes of the program first, so that both sides of an interface
 * mean the same one; files of the jar first, so that its maps are its own whatever they are called.
 *
 * <p>Never closed: a game is used as long as the program runs.
 */
final class JarLoader extends URLClassLoader {
  /** Its name appears in stack traces, before the class. */
  JarLoader(Path jar) throws MalformedURLException {
    super(
        String.valueOf(jar.getFileName()),
        new URL[] {jar.toUri().toURL()},
        JarLoader.class.getClassLoader());
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? super.getResource(name) : own;
  }
}
