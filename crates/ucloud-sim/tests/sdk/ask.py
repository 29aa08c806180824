"""Calls the API with UCloud's own SDK: requests come in and answers go out, a line of JSON each.

The first line is the configuration of the client. Each further line is {"action", "params"} for a
call by name, or {"service", "method", "params"} for one through the SDK's typed clients.
"""

import json
import sys

from ucloud.client import Client
from ucloud.core import exc


def ask(client, request):
    if "service" in request:
        service = getattr(client, request["service"])()
        return getattr(service, request["method"])(request["params"])
    return client.invoke(request["action"], request["params"])


def answer(client, request):
    try:
        return {"answer": ask(client, request)}
    except exc.RetCodeException as refusal:
        return {"code": refusal.code, "message": refusal.message, "id": refusal.request_uuid}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}


def main():
    client = Client(json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        print(json.dumps(answer(client, json.loads(line))), flush=True)


main()
