# SPDX-License-Identifier: GPL-3.0-or-later
"""What a registry can do wrong. A fault gets the connection and the right answer; it returns what is sent instead, or
None when it has done what there is to do with the connection itself."""
import functools
import gzip
import json
import os
import socket
import struct

from world import Answer

HTML = b"<!DOCTYPE html><title>502 Bad Gateway</title><h1>It works!</h1>"
DRIP_SECONDS = 1
BOMB_BYTES = 64 << 20


def error(status, code, **headers):
    body = json.dumps({"errors": [{"code": code, "message": code.lower()}]}).encode()
    return Answer(status, {"Content-Type": "application/json", **headers}, body)


def with_headers(answer, **headers):
    return answer._replace(headers={**answer.headers, **{name.replace("_", "-"): text for name, text in headers.items()}})


def server_error(connection, answer):
    return error(500, "UNKNOWN")


def forbidden(connection, answer):
    return error(403, "DENIED")


def limited(connection, answer):
    return error(429, "TOOMANYREQUESTS")


def limited_for(seconds):
    return lambda connection, answer: error(429, "TOOMANYREQUESTS", **{"Retry-After": str(seconds)})


def reset(connection, answer):
    connection.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(connection.connection.detach())
    connection.close_connection = True


def closed(connection, answer):
    connection.close_connection = True


def stall(connection, answer):
    connection.ended.wait(120)
    connection.close_connection = True


def drip(connection, answer):
    """So slowly that each byte renews the hope."""
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(answer.body)}\r\n\r\n".encode()
    for byte in head + answer.body:
        connection.wfile.write(bytes([byte]))
        if connection.ended.wait(DRIP_SECONDS):
            break
    connection.close_connection = True


def cut(connection, answer):
    """The head promises all, half of it comes."""
    connection.send_head(answer)
    connection.wfile.write(answer.body[:len(answer.body) // 2])
    connection.close_connection = True


def too_short(connection, answer):
    """The length is less than what is sent: the rest looks like another answer."""
    connection.deliver(with_headers(answer, Content_Length=str(len(answer.body) // 2)))


def wrong_type(connection, answer):
    return with_headers(answer, Content_Type="application/x-shockwave-flash")


def html(connection, answer):
    return Answer(200, {"Content-Type": "text/html"}, HTML)


def other_document(connection, answer):
    return answer._replace(body=b'[{"tags": {}}]')


def no_http(connection, answer):
    connection.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")
    connection.close_connection = True


def other_bytes(connection, answer):
    """One byte differs; what it says of itself stays."""
    return answer._replace(body=answer.body + b"\n")


def lying_digest(connection, answer):
    return with_headers(answer, Docker_Content_Digest="sha256:" + "0" * 64)


def malformed_digest(connection, answer):
    return with_headers(answer, Docker_Content_Digest="sha256:../../etc/passwd")


@functools.cache
def bomb():
    return gzip.compress(bytes(BOMB_BYTES))


def gzip_bomb(connection, answer):
    return with_headers(answer._replace(body=bomb()), Content_Encoding="gzip")


def size_bomb(connection, answer):
    """No length, and no end."""
    connection.send_response_only(200)
    connection.send_header("Content-Type", answer.headers.get("Content-Type", "application/json"))
    connection.end_headers()
    connection.close_connection = True
    for _ in range(BOMB_BYTES >> 16):
        connection.wfile.write(b"[" * (1 << 16))


def redirect_to(origin, status=307):
    def redirect(connection, answer):
        return Answer(status, {"Location": origin + connection.path}, b"")
    return redirect


def challenge(text, status=401):
    return lambda connection, answer: error(status, "UNAUTHORIZED", **{"WWW-Authenticate": text})


def link(text):
    return lambda connection, answer: with_headers(answer, Link=text)
