"""Looking inside a file while it comes: readers of the output stream, decoders and the pane that shows them."""
