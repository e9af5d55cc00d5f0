# One service from its built jar. JAR: the jar's path below the build context, the top of the repository.
FROM eclipse-temurin:25-jre AS extracted
ARG JAR
WORKDIR /work
COPY ${JAR} service.jar
RUN java -Djarmode=tools -jar service.jar extract --destination /service

FROM eclipse-temurin:25-jre
WORKDIR /service
COPY --from=extracted /service ./
# the cache of loaded classes is not made here: its training needs the servers
USER 65534:65534
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC", "-jar", "service.jar"]
