"""WATCH: sets of changes on the disk; events are hints, a snapshot is the truth."""
