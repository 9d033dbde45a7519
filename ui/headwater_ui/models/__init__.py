"""Qt models that adapt the snapshots of the feed to views. They show and never decide."""
