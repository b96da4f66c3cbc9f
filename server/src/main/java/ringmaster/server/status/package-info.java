/**
 * Status and metrics over HTTP, for people and their monitoring; nobody joins here. Runs on virtual
 * threads. Reads what other threads count and never makes them wait.
 */
@NullMarked
package ringmaster.server.status;

import org.jspecify.annotations.NullMarked;
