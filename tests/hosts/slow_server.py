# SPDX-License-Identifier: MIT
"""Answers two who ask, 0.7 s later each; its port is written to a file."""
import os
import socket
import sys
import time

server = socket.create_server(("127.0.0.1", 0))
server.settimeout(60)
with open(sys.argv[1] + ".new", "w", encoding="ascii") as file:
    file.write(str(server.getsockname()[1]))
os.rename(sys.argv[1] + ".new", sys.argv[1])
for _ in range(2):
    one, _ = server.accept()
    one.recv(1)
    time.sleep(0.7)
    one.send(b"ok")
    one.close()
