"""Quality and speed of Dateline beside its peers: `python -m benchmarks.quality`, `python -m benchmarks.speed`."""
