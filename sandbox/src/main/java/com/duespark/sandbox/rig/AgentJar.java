package com.duespark.sandbox.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs a class into a jar of its own that a JVM takes as an agent. */
final class AgentJar {
  private AgentJar() {}

  /** The class and those nested in it, and nothing else. */
  static Path of(Class<?> agent, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), agent.getName());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      for (Class<?> part : agent.getNestMembers()) {
        String path = part.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(path));
        try (InputStream in = Objects.requireNonNull(part.getResourceAsStream("/" + path))) {
          in.transferTo(entries);
        }
      }
    }
    return jar;
  }
}
