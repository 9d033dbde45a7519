"""The field's common tongue: aria2's JSON-RPC and XML-RPC, spoken over `control.api`.

What goes over the wire (texts, codes, values as strings) is what aria2 1.37 sends; what happens is Headwater's.
Nothing here reaches around the API.
"""
