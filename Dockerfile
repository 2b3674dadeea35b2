# syntax=docker/dockerfile:1
# Two images of one build: `node` is Duespark in the role api or worker, `sandbox` the providers' stand-in.

FROM node:24-slim AS web
WORKDIR /src
COPY web/package.json web/package-lock.json web/.npmrc web/build ./
RUN --mount=type=cache,target=/root/.npm ./build install
COPY web .
RUN ./build


FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
COPY --from=web /src/dist web/dist
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests -Dspotless.check.skip -Dweb.skip package
# Unpacked it starts faster than as one jar, and an AOT cache can be made for it. The libraries are a layer of their own,
# without the PostgreSQL that only the role all brings; ours are small and change.
RUN java -Djarmode=tools -jar worker/target/duespark.jar extract --layers --destination /out \
 && rm /out/dependencies/lib/embedded-postgres-binaries-*.jar


FROM eclipse-temurin:25-jre AS base
RUN useradd --system --uid 10001 --create-home duespark
WORKDIR /app
USER 10001
STOPSIGNAL SIGTERM


FROM base AS sandbox
COPY --from=build /src/sandbox/target/duespark-sandbox.jar /app/
EXPOSE 8030 8031
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/8030; printf "GET /sandbox/health HTTP/1.0\r\n\r\n" >&3; head -n 1 <&3 | grep -q " 200 "'
ENTRYPOINT ["java", "-Xmx256m", "-jar", "/app/duespark-sandbox.jar"]
CMD ["--address=0.0.0.0", "--data=/home/duespark"]


FROM base AS node
COPY --from=build /out/dependencies/ /app/
COPY --from=build /out/application/ /app/
# 8000 is the public port of the role api; 9464 is for operators: metrics and probes.
ENV DUESPARK_METRICS_ADDRESS=0.0.0.0
EXPOSE 8000 9464
# The process lives. Whether it can work is what /readyz says: nobody should restart it because PostgreSQL is away.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/9464; printf "GET /healthz HTTP/1.0\r\n\r\n" >&3; head -n 1 <&3 | grep -q " 200 "'
# More options of the JVM go into JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/duespark.jar"]
CMD ["--duespark.role=api"]
