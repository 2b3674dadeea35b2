package com.duespark.sandbox.log;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The append-only file {@code log.jsonl}. A fact is on disk before anyone hears of it. Readers
 * rebuild their state by replaying; the fact {@link #RESET} tells them to forget everything.
 */
public final class FactLog implements AutoCloseable {
  public static final String RESET = "reset";

  private final FileChannel file;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Consumer<Fact>> readers = new ArrayList<>();
  private long lastNumber;

  private FactLog(FileChannel file) {
    this.file = file;
  }

  /** Opens or creates the log in the directory and reads what it holds. */
  public static FactLog open(Path directory) throws IOException {
    Files.createDirectories(directory);
    Path path = directory.resolve("log.jsonl");
    String before = Files.exists(path) ? Files.readString(path) : "";
    FactLog log =
        new FactLog(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    before.lines().forEach(log::readLine);
    if (!before.isEmpty() && !before.endsWith("\n")) {
      log.write("\n");
    }
    return log;
  }

  /** Replays everything to the reader, then keeps it informed. */
  public synchronized void replayTo(Consumer<Fact> reader) {
    facts.forEach(reader);
    readers.add(reader);
  }

  public synchronized Fact append(String provider, String kind, JsonObject body) {
    Fact fact = new Fact(lastNumber + 1, Instant.now().toString(), provider, kind, body);
    write(Json.write(fact.toJson()) + "\n");
    remember(fact);
    readers.forEach(reader -> reader.accept(fact));
    return fact;
  }

  /** Facts since the last reset, oldest first. */
  public synchronized List<Fact> facts() {
    return List.copyOf(facts);
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }

  // A process killed while writing leaves half a line: that request was never answered.
  private void readLine(String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      remember(Fact.fromJson(Json.parseObject(line)));
    } catch (JsonParseException | IllegalStateException halfWritten) {
      System.err.println("Skipped a half-written line after fact " + lastNumber + ".");
    }
  }

  private void remember(Fact fact) {
    if (fact.kind().equals(RESET)) {
      facts.clear();
    }
    facts.add(fact);
    lastNumber = fact.number();
  }

  private void write(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The log could not be written", e);
    }
  }
}
