"""Overrides settings, the constants on top of a file, for one run: `--set CUTMIX=0 --set SMOOTHING=0.05`."""

import json


def override(modules, assignments):
    """`assignments`: texts of NAME=JSON. Returns them as a dict. A name must be a setting of one of the modules."""
    applied = {}
    for text in assignments:
        name, _, value = text.partition("=")
        homes = [module for module in modules if name.isupper() and name in vars(module)]
        if not homes:
            raise SystemExit(f"--set {text}: none of {', '.join(m.__name__ for m in modules)} has a setting {name}")
        try:
            applied[name] = json.loads(value)
        except json.JSONDecodeError:
            raise SystemExit(f"--set {text}: {value!r} is no number or JSON list") from None
        for module in homes:  # a setting that one module imported from another is the same setting
            setattr(module, name, applied[name])
    return applied
