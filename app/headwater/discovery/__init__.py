"""What can be learnt about a file beside its bytes: mirrors, digests, names."""
