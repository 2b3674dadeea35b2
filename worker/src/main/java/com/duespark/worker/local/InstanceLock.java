package com.duespark.worker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One process per data directory. The operating system drops the lock when its holder dies, however
 * it dies; the text in the file ({@code pid} and address on one line) is for people and the
 * launcher.
 *
 * <p>The holder must never open the file a second time: closing any handle gives POSIX locks up.
 */
final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  static InstanceLock take(Path file, String address) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StartRefused(
            StartRefused.Reason.ALREADY_RUNNING,
            "Duespark already runs here (%s).".formatted(Files.readString(file).strip()));
      }
      channel.truncate(0);
      String holder = "pid %d, %s%n".formatted(ProcessHandle.current().pid(), address);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
      return new InstanceLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("The lock file " + file + " cannot be used", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }
}
