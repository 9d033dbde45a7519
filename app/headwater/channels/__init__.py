"""Network I/O: connectors open channels, receivers read them, adapters turn what came into the file's bytes."""
