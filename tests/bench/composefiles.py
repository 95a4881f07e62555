# SPDX-License-Identifier: GPL-3.0-or-later
"""The workload of `images`: Compose files as people write them, with comments, anchors, merge keys and variables."""

HEAD = """# Deployed by the platform team; see the handbook before you change a port.
x-defaults: &defaults
  restart: unless-stopped
  stop_grace_period: 30s
x-logging: &logging
  driver: json-file
  options: {max-size: 10m, max-file: "3"}
services:
"""

SERVICE = """
  {name}:
    # Keeps the {name} queue; asks for two cores when the monthly report runs.
{merge}    image: {image}
    environment:
      LOG_LEVEL: ${{LOG_LEVEL:-info}}
      DATABASE_URL: "postgres://{name}@database.internal:5432/{name}?sslmode=require"
      QUEUE_URL: amqp://queue.internal/{name} # the old broker was queue-2.internal
      FEATURES: 'search,reports,exports'
    ports:
      - "127.0.0.1:{port}:8080"
    volumes:
      - {name}-data:/var/lib/{name}
    labels:
      traefik.enable: "true"
      traefik.http.routers.{name}.rule: Host(`{name}.example.org`)
    healthcheck:
      test: ["CMD", "curl", "--fail", "http://localhost:8080/health"]
      interval: 30s
      retries: 3
"""

IMAGES = (
    "registry.example.org/acme/{name}:1.{minor}.3",
    '"registry.example.org/acme/{name}:1.{minor}.3-alpine3.20"',
    "registry.example.org/acme/{name}:${{TAG_{number}:-1.{minor}.3}}",
    "registry.example.org/acme/{name}:1.{minor}.3@sha256:{digest}",
    "'acme/{name}'",
    "${{REGISTRY:-ghcr.io}}/acme/{name}:v2.{minor}",
)


def service(number, image=None):
    name = f"service-{number:05}"
    image = image or IMAGES[number % len(IMAGES)].format(name=name, number=number, minor=number % 40,
                                                         digest=f"{number:064x}")
    merge = "    <<: *defaults\n" if number % 4 == 0 else "    logging: *logging\n" if number % 4 == 1 else ""
    return SERVICE.format(name=name, image=image, merge=merge, port=10000 + number % 50000)


def tree(folder, files=1000, services=6):
    """So many files with so many services each; returns their names."""
    names = [f"stack-{number:04}/compose.yaml" for number in range(files)]
    for number, name in enumerate(names):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(HEAD + "".join(service(number * services + i) for i in range(services)))
    return names


def one_file(path, megabytes, image=None):
    """One file of that size; its first service has the given image. Returns how many services there are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count, size = 0, 0
    with open(path, "w") as file:
        file.write(HEAD)
        while size < megabytes * 1_000_000:
            size += file.write(service(count, image if count == 0 else None))
            count += 1
    return count
