"""Adapters: from Dateline's records to the prediction format of each scorer. They map, they do not read."""
