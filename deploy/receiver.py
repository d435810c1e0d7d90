#!/usr/bin/env python3
"""A receiver of alerts to start from: verifies who sent them, drops repeats, and would hand them to the SMSC.

    SECRET=whsec_... python3 receiver.py [PORT]
"""
import base64, hashlib, hmac, json, os, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = base64.b64decode(os.environ["SECRET"].removeprefix("whsec_"))
seen = set()  # Yours outlives a restart, and forgets after a day.


def verified(headers, body):
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300
    return fresh and any(hmac.compare_digest(expected, one) for one in headers["webhook-signature"].split())


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if not verified(self.headers, body):
            return self.answer(401)
        if self.headers["webhook-id"] not in seen:
            alert = json.loads(body)["data"]
            print(f"to ...{alert['recipient'][-2:]}: {alert['text']}", flush=True)  # Here it goes to the SMSC.
            seen.add(self.headers["webhook-id"])
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("", int(sys.argv[1]) if len(sys.argv) > 1 else 8000), Receiver)
    print(f"listening on port {server.server_port}", flush=True)
    server.serve_forever()
