"""Decide which server brings which bytes: pure policy behind one entrance, `prioritization_scheduler`."""
