package ringmaster.client.audio;

/** Where sound goes: a device with OpenAL's context on it, current while this is open. */
interface Output extends AutoCloseable {
  /** Whether the device is still there: headphones may be unplugged. */
  boolean connected();

  /** Goes on with whatever device there is now; false if there is none. All sounds have stopped. */
  boolean reopen();

  @Override
  void close();
}
