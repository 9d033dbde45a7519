"""A simulated network and clock that drive the very scheduler of the product. Pure."""
