"""Expands a template of RFC 6570 a line: {"template": "{;v*}", "json": "[1]"}."""
import json
import sys

import uritemplate

for line in sys.stdin:
    asked = json.loads(line)
    # Pairs, because it sorts the keys of a dictionary.
    value = json.loads(asked["json"], object_pairs_hook=lambda pairs: [tuple(pair) for pair in pairs])
    print(json.dumps(uritemplate.expand(asked["template"], {"v": value})))
