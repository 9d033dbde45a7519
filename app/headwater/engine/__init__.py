"""The queue, one driver a job, the catalog and the settings: executes decisions, reports facts."""
