"""The command line. Only light imports at module level: `dateline --help` answers at once."""
