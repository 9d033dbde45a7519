"""Shaped and misbehaving mirrors on loopback, and simulations in a child process."""
