"""Values that every layer shares, and the ports between the layers. Pure: no clock, sockets, loop or Qt."""
