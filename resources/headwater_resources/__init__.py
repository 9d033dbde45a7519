"""Icons, the sample of the demo and other files that are shipped with the program."""
