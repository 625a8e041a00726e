-- WirePlumber 0.4 (Debian 12). Mien has one volume, its own: without this every card begins at 6 % (-24 dB) beside it.
device_defaults.properties["default-volume"] = 1.0
